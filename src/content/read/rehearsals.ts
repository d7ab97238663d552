import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { rehearsalSchema, type RehearsalFile } from '../model/rehearsal.ts'
import { warehouseTable, type Table, type WarehouseTable } from '../model/table.ts'
import type { Entries } from './load.ts'
import { displayPath } from './files.ts'
import type { Finding } from './findings.ts'
import { readPlainFile } from './plain-file.ts'
import { schemaFindings } from './schema-findings.ts'
import { parseSource } from './source.ts'

/** A rehearsal as its folder has it; cases are read where the names of its blocks are known. */
export interface Rehearsal {
  name: string
  /** Absolute. */
  folder: string
  file: RehearsalFile
  tables: readonly WarehouseTable[]
  healthy: string
  fault: string
  /** Text by name of the case. */
  cases: ReadonlyMap<string, string>
  /** CSV by `<set>.<block>`. */
  expect: ReadonlyMap<string, string>
  /** Text of `commands/<tool>.yaml`, by tool. */
  commands: ReadonlyMap<string, string>
  /** Text of `cases/<name>.yaml`, by name: cases of shell blocks. */
  shellCases: ReadonlyMap<string, string>
  /** What lies in the folder in which shell blocks are typed: text by path below `files/`. */
  files: ReadonlyMap<string, string>
}

export interface RehearsalReading {
  rehearsals: ReadonlyMap<string, Rehearsal>
  findings: Finding[]
}

/** Reads `rehearsals/` of a content folder. What is wrong with one is a finding; the others are read. */
export function readRehearsals(root: string, entries: Entries<Table>): RehearsalReading {
  const findings: Finding[] = []
  // A rehearsal may name a table by its file or by its name in the warehouse.
  const tables = new Map<string, WarehouseTable>()
  for (const [id, { data }] of entries) {
    const table = warehouseTable(id, data)
    tables.set(id, table).set(table.name, table)
  }
  const files = new Map<string, RehearsalFile>()
  for (const name of foldersIn(path.join(root, 'rehearsals'))) {
    const file = readFields(
      root,
      path.join(root, 'rehearsals', name, 'rehearsal.yaml'),
      rehearsalSchema,
      findings,
    )
    if (file) files.set(name, file)
  }
  const rehearsals = new Map<string, Rehearsal>()
  for (const [name, file] of files) {
    const rehearsal = readFolder(root, name, file, tables, files, findings)
    if (rehearsal) rehearsals.set(name, rehearsal)
  }
  return { rehearsals, findings }
}

function readFolder(
  root: string,
  name: string,
  file: RehearsalFile,
  tables: ReadonlyMap<string, WarehouseTable>,
  files: ReadonlyMap<string, RehearsalFile>,
  findings: Finding[],
): Rehearsal | undefined {
  const folder = path.join(root, 'rehearsals', name)
  const report = (rule: string, message: string, hint: string) =>
    findings.push({
      file: displayPath(path.join(folder, 'rehearsal.yaml')),
      severity: 'error',
      rule,
      message,
      hint,
    })
  const unknown = file.tables.filter((table) => !tables.has(table))
  for (const table of unknown)
    report(
      'rehearsal',
      `There is no table "${table}"`,
      `Describe it in tables/${table}.yaml, or take it out.`,
    )
  const source = file.healthy ?? name
  if (!files.has(source)) {
    report('rehearsal', `There is no rehearsal "${source}"`, `One of ${[...files.keys()].join(', ')}.`)
    return undefined
  }
  const healthy = path.join(root, 'rehearsals', source, 'healthy.sql')
  if (file.tables.length > 0 && !existsSync(healthy)) {
    report('rehearsal', 'The rehearsal has no healthy.sql', 'Write INSERT statements of a healthy data set.')
    return undefined
  }
  if (unknown.length > 0) return undefined
  const texts = (sub: string, ending: string) =>
    new Map(
      filesIn(path.join(folder, sub), ending).map((each) => [
        each,
        readOr(root, path.join(folder, sub, `${each}${ending}`)),
      ]),
    )
  return {
    name,
    folder,
    file,
    tables: file.tables.flatMap((table) => tables.get(table) ?? []),
    healthy: readOr(root, healthy),
    fault: readOr(root, path.join(folder, 'fault.sql')),
    cases: texts('cases', '.sql'),
    expect: new Map([...texts('expect', '.csv'), ...texts('expect', '.txt')]),
    commands: texts('commands', '.yaml'),
    shellCases: texts('cases', '.yaml'),
    files: filesBelow(root, path.join(folder, 'files')),
  }
}

function readFields<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
  findings: Finding[],
): z.infer<Schema> | undefined {
  const name = displayPath(file)
  const bytes = readPlainFile(root, file)
  if (!bytes) {
    findings.push({
      file: name,
      severity: 'error',
      rule: 'rehearsal',
      message: 'The rehearsal has no description',
      hint: 'Make one with `npm run new -- rehearsal NAME`.',
    })
    return undefined
  }
  const source = parseSource(bytes, 'yaml')
  for (const { offset, ...problem } of source.problems)
    findings.push({ file: name, severity: 'error', ...problem, ...source.placeAt(offset) })
  // What is left of a broken file has no field where it should be: that is no further mistake.
  if (source.data === undefined || source.problems.length > 0) return undefined
  const { data, error } = schema.safeParse(source.data)
  if (error) findings.push(...schemaFindings(name, schema, error, source))
  return data
}

const readOr = (root: string, file: string): string => readPlainFile(root, file)?.toString('utf8') ?? ''

function filesBelow(root: string, folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).split(path.sep).join('/'))
  return new Map(names.sort().map((name) => [name, readOr(root, path.join(folder, name))]))
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .map((name) => name.slice(0, -ending.length))
    .sort()
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory() && !item.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
}
