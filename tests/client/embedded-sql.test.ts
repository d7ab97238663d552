import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { quoted, usesIn } from '../../src/client/values/fill.ts'

/** A block of a language with all places of X filled in. */
function filled(text: string, value: string, language = 'bash'): string {
  return usesIn(text, [{ name: 'X', summary: '' }], language)
    .toReversed()
    .reduce((all, { place, quote }) => {
      const { start, end } = place
      return all.slice(0, start) + (quoted(value, place, quote) || all.slice(start, end)) + all.slice(end)
    }, text)
}

describe('a value in SQL within a shell block', () => {
  it.each([
    ['psql -c "DELETE FROM a WHERE day = <X>"', `psql -c "DELETE FROM a WHERE day = 'day'"`],
    ['psql -c "SELECT 1 FROM a WHERE d = \'$X\'"', `psql -c "SELECT 1 FROM a WHERE d = 'day'"`],
    ['psql -c "SELECT 1 FROM <X>"', 'psql -c "SELECT 1 FROM day"'],
    [
      "spark-sql -e 'SELECT * FROM t WHERE a = <X>'",
      "spark-sql -e 'SELECT * FROM t WHERE a = '\\''day'\\'''",
    ],
    ["spark-sql -e 'SHOW PARTITIONS <X>'", "spark-sql -e 'SHOW PARTITIONS day'"],
    [`hive -e "select a from b where c = '"$X"'"`, `hive -e "select a from b where c = '"day"'"`],
    ['hive -e "select a from b where c = "$X', `hive -e "select a from b where c = ""'day'"`],
    ['N=$(psql -tAc "SELECT 1 FROM t WHERE a = <X>")', `N=$(psql -tAc "SELECT 1 FROM t WHERE a = 'day'")`],
    ['echo "$(psql -c "SELECT 1 WHERE a = <X>")"', `echo "$(psql -c "SELECT 1 WHERE a = 'day'")"`],
    [
      'psql <<SQL\nSELECT 1 WHERE a = <X>;\nSQL\necho <X>',
      "psql <<SQL\nSELECT 1 WHERE a = 'day';\nSQL\necho day",
    ],
    ["cat <<'EOF' > a.sql\nselect '<X>', <X>\nEOF", "cat <<'EOF' > a.sql\nselect 'day', 'day'\nEOF"],
    ['duckdb a.db "SELECT 1 WHERE a = <X>"', `duckdb a.db "SELECT 1 WHERE a = 'day'"`],
    ['mysql -e"SELECT 1 WHERE a = <X>"', `mysql -e"SELECT 1 WHERE a = 'day'"`],
    ['clickhouse-client --query="SELECT <X>"', `clickhouse-client --query="SELECT 'day'"`],
    ['echo "SELECT 1 WHERE a = <X>" | psql', `echo "SELECT 1 WHERE a = 'day'" | psql`],
    ['psql <<< "SELECT 1 WHERE a = <X>"', `psql <<< "SELECT 1 WHERE a = 'day'"`],
    ['psql -h <X> -d "$X" -q <X> -c "SELECT 1"', 'psql -h day -d "day" -q day -c "SELECT 1"'],
    ["psql -c '\\d <X>'", "psql -c '\\d day'"],
    ['kafka-topics.sh --topic "<X>" # select a', 'kafka-topics.sh --topic "day" # select a'],
    // A command of another machine reads its quotes twice: only what needs none is filled in.
    [`ssh db 'psql -c "SELECT 1 WHERE a = <X>"'`, `ssh db 'psql -c "SELECT 1 WHERE a = <X>"'`],
    [`ssh db 'psql -c "SELECT 1 FROM <X>"'`, `ssh db 'psql -c "SELECT 1 FROM day"'`],
    // A whole statement is what a link could bring.
    ['psql -c "$X"', 'psql -c "$X"'],
    ['mysql -e <X>', 'mysql -e <X>'],
    ['sqlcmd -Q "<X>"', 'sqlcmd -Q "<X>"'],
  ])('%j becomes %j', (text, shown) => {
    expect(filled(text, 'day')).toBe(shown)
  })

  it('is a number where it is one', () => {
    expect(filled('psql -c "SELECT 1 WHERE n > <X> AND d = <X>"', '10')).toBe(
      'psql -c "SELECT 1 WHERE n > 10 AND d = 10"',
    )
  })
})

it.each([
  ['spark.sql("SELECT * FROM <X> WHERE a = <X>")', `spark.sql("SELECT * FROM day WHERE a = 'day'")`],
  ['sql("""\nSELECT * FROM t WHERE a = <X>""")', `sql("""\nSELECT * FROM t WHERE a = 'day'""")`],
  ["sql('SELECT * FROM t WHERE a = <X>')", "sql('SELECT * FROM t WHERE a = <X>')"],
  ['read("<X>") # "SELECT <X>"', 'read("day") # "SELECT day"'],
])('a value in SQL within a Python block: %j becomes %j', (text, shown) => {
  expect(filled(text, 'day', 'python')).toBe(shown)
})

describe('no value changes which rows a statement takes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchbook-sql-'))
  const kept = join(folder, 'statement')
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  // A client that keeps the statement that it was given, as an option or as what it reads.
  for (const client of ['psql', 'sqlite3']) {
    const lines = ['#!/bin/sh', `if [ $# -gt 1 ]; then shift; printf %s "$1"; else cat; fi >${kept}`]
    writeFileSync(join(folder, client), `${lines.join('\n')}\n`)
    chmodSync(join(folder, client), 0o755)
  }

  const VALUES = [
    'day',
    'n',
    'rowid',
    'true',
    'null',
    "x' OR '1'='1",
    "x' OR 1=1 --",
    '1 OR 1=1',
    '1;DELETE FROM t',
    'day--',
    '1+n-n',
    'day/**/OR/**/1=1',
    "\\' OR 1=1 --",
    '" OR 1=1 --',
    '$(echo "\' OR 1=1 --")',
    '(SELECT day)',
  ]
  const BLOCKS = [
    'psql -c "DELETE FROM t WHERE day = <X>"',
    "psql -c 'DELETE FROM t WHERE day = <X>'",
    'psql -c "DELETE FROM t WHERE day = \'<X>\'"',
    `psql -c "DELETE FROM t WHERE day = '"$X"'"`,
    `psql -c "DELETE FROM t WHERE day = '"'<X>'"'"`,
    'psql -c "DELETE FROM t WHERE day = "$X',
    'psql -c "DELETE FROM t WHERE n IN (<X>, <X>) OR day LIKE <X>"',
    'psql -tAc "\n  DELETE FROM t -- it\'s\n  WHERE day = <X>"',
    'echo "$(psql -c "DELETE FROM t WHERE day = <X>")"',
    'sqlite3 a.db "DELETE FROM t WHERE day = <X>"',
    'psql <<SQL\nDELETE FROM t WHERE day = <X>;\nSQL',
    "psql <<-'EOF'\nDELETE FROM t WHERE day = '<X>' OR n = <X>;\n\tEOF",
    'psql <<< "DELETE FROM t WHERE day = <X>"',
    'echo "DELETE FROM t WHERE day = <X>" | psql',
  ]

  /** How many of three rows are deleted by what the client gets of a block. */
  function deletedBy(block: string): number {
    const { error, stderr } = spawnSync('bash', ['-c', block], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    })
    if (error) throw error
    const database = new DatabaseSync(':memory:')
    database.exec("CREATE TABLE t (day TEXT, n INT); INSERT INTO t VALUES ('a', 7), ('b', 8), ('c', 9)")
    const statement = readFileSync(kept, 'utf8')
    expect(statement, stderr).toMatch(/DELETE/)
    database.exec(statement)
    const { left } = database.prepare('SELECT count(*) AS left FROM t').get() ?? {}
    database.close()
    return 3 - Number(left)
  }

  it.each(BLOCKS)('of %j', (block) => {
    const written = VALUES.map((value) => filled(block, value)).filter((text) => !/<X>|\$X/.test(text))
    expect(written.length).toBeGreaterThan(3)
    expect(written.filter((text) => deletedBy(text) > 0)).toEqual([])
    // And a value that is meant does take its row.
    expect(deletedBy(filled(block, 'b'))).toBe(1)
  })

  it('and a bare word would', () => {
    expect(deletedBy('psql -c "DELETE FROM t WHERE day = day"')).toBe(3)
  })
})
