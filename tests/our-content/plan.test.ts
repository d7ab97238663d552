import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { planTable } from './plan-table.ts'
import type { PlanLine, Statement } from './plan-table.ts'

const statements = planTable.flatMap((line) => line.statements)

describe('the plan', () => {
  const lines = readFileSync('tests/fixtures/plan.md', 'utf8').split('\n').map(squeeze).filter(saysSomething)

  it('has every line in the table, in its order, and the table has no other', () => {
    expect(planTable.map(({ line }) => squeeze(line))).toEqual(lines)
  })

  it.each(planTable)('has no word outside of a statement or a label in: $line', (line) => {
    expect(wordsLeft(line)).toEqual([])
  })

  it('would show a word that nothing covers', () => {
    expect(wordsLeft({ line: '- Week 5: Engineer E', labels: ['Week 5'], statements: [] })).toEqual([
      'Engineer',
      'E',
    ])
  })
})

describe('the site', () => {
  it.each(statements)('says "$plan" in $file', (statement) => {
    const words = squeeze(statement.ours ?? statement.plan).toLowerCase()
    const text = textAt(statement)
    // What says it among other things says it once: whoever removes it there fails this row.
    if ('field' in statement.at) expect(bare(text)).toBe(bare(words))
    else expect(text.toLowerCase().split(words).length - 1, `times in: ${text}`).toBe(1)
  })
})

/** Titles of the plan's two upper levels, rules and table borders say nothing. */
function saysSomething(line: string): boolean {
  return line !== '' && !/^#{1,2} /.test(line) && !/^[-|\s]+$/.test(line)
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Without the stop and the capital that a sentence has and a field may lack. */
function bare(text: string): string {
  return squeeze(text).replace(/\.$/, '').toLowerCase()
}

/** What remains of a line without its labels, its statements and Markdown's marks. */
function wordsLeft({ line, labels = [], statements: said }: PlanLine): string[] {
  const known = [...labels, ...said.map(({ plan }) => plan)].sort((a, b) => b.length - a.length)
  const rest = known.reduce((left, words) => left.replace(words, ' '), squeeze(line))
  return rest.match(/\w+/g) ?? []
}

/** The text at the place that a statement names. */
function textAt({ file, at, named }: Statement): string {
  const source = readFileSync(file, 'utf8')
  if ('section' in at) return sectionText(source, at.section)
  const text = fieldText(frontmatter(source), 'field' in at ? at.field : at.partOf)
  return named === undefined
    ? text
    : fieldText(parse(readFileSync(`content/${named}/${text}.yaml`, 'utf8')), 'name')
}

/** The YAML of an entry: all of a `.yaml` file, the head of a page. */
function frontmatter(source: string): unknown {
  return parse(/^---\n(.*?)\n---\n/s.exec(source)?.[1] ?? source)
}

function fieldText(data: unknown, path: string): string {
  const value = path.split('.').reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined
  }, data)
  return squeeze(Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '')
}

/** A section's text as a reader sees it: links by their words, lines joined. */
function sectionText(source: string, title: string): string {
  const body = source.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
  return squeeze(body.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'))
}
