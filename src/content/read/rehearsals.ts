import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { rehearsalSchema, type RehearsalFile } from '../model/rehearsal.ts'
import { warehouseTable, type Table, type WarehouseTable } from '../model/table.ts'
import type { Entries } from './load.ts'
import { displayPath } from './files.ts'
import type { Finding } from './findings.ts'
import { readPlainFile } from './plain-file.ts'
import { schemaFindings } from './schema-findings.ts'
import { closestTo } from '../../text/suggest.ts'
import type { Path } from './yaml/position.ts'
import { parseSource, type Source } from './source.ts'

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
  /** Where a key or value of `rehearsal.yaml` is. */
  placeOf: Source['placeOf']
}

export interface RehearsalReading {
  rehearsals: ReadonlyMap<string, Rehearsal>
  /** Those whose folder is there and cannot be read; each has a finding of its own. */
  broken: ReadonlySet<string>
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
  const files = new Map<string, Fields>()
  const names = foldersIn(path.join(root, 'rehearsals'))
  for (const name of names) {
    const fields = readFields(root, path.join(root, 'rehearsals', name, 'rehearsal.yaml'), findings)
    if (fields) files.set(name, fields)
  }
  const rehearsals = new Map<string, Rehearsal>()
  for (const [name, fields] of files) {
    const rehearsal = readFolder(root, name, fields, tables, names, findings)
    if (rehearsal) rehearsals.set(name, rehearsal)
  }
  return { rehearsals, broken: new Set(names.filter((name) => !rehearsals.has(name))), findings }
}

function readFolder(
  root: string,
  name: string,
  { file, placeOf }: Fields,
  tables: ReadonlyMap<string, WarehouseTable>,
  names: readonly string[],
  findings: Finding[],
): Rehearsal | undefined {
  const folder = path.join(root, 'rehearsals', name)
  const report = (at: Path, message: string, hint: string) =>
    findings.push({
      file: displayPath(path.join(folder, 'rehearsal.yaml')),
      ...placeOf(at),
      severity: 'error',
      rule: 'rehearsal',
      message,
      hint,
    })
  const unknown = file.tables.filter((table) => !tables.has(table))
  for (const [index, table] of file.tables.entries()) {
    // A table whose file has mistakes has findings of its own.
    if (tables.has(table) || existsSync(path.join(root, 'tables', `${table}.yaml`))) continue
    report(
      ['tables', index],
      `There is no table "${table}"`,
      orElse(closestTo(table, [...tables.keys()]), `Describe it in tables/${table}.yaml, or take it out.`),
    )
  }
  const source = file.healthy ?? name
  if (!names.includes(source)) {
    report(
      ['healthy'],
      `There is no rehearsal "${source}"`,
      orElse(closestTo(source, names), `One of ${names.join(', ')}.`),
    )
    return undefined
  }
  const healthy = path.join(root, 'rehearsals', source, 'healthy.sql')
  if (file.tables.length > 0 && !existsSync(healthy)) {
    report(
      file.healthy === undefined ? ['tables'] : ['healthy'],
      file.healthy === undefined
        ? 'The rehearsal has no healthy.sql'
        : `The rehearsal "${source}" has no healthy.sql`,
      'Write INSERT statements of a healthy data set.',
    )
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
    placeOf,
  }
}

const orElse = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean "${nearest}"?`

/** `rehearsal.yaml`, with the place of each of its fields. */
interface Fields extends Pick<Source, 'placeOf'> {
  file: RehearsalFile
}

function readFields(root: string, file: string, findings: Finding[]): Fields | undefined {
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
  const { data, error } = rehearsalSchema.safeParse(source.data)
  if (error) findings.push(...schemaFindings(name, rehearsalSchema, error, source))
  return data && { file: data, placeOf: source.placeOf }
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
