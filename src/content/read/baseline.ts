import path from 'node:path'
import { baselineSchema, type Baseline } from '../model/baseline.ts'
import { displayPath } from './files.ts'
import { readPlainFile } from './plain-file.ts'
import type { Finding, Place } from './findings.ts'
import { schemaFindings } from './schema-findings.ts'
import { parseSource } from './source.ts'
import type { Path } from './yaml/position.ts'

export interface BaselineReading {
  /** Relative to the working directory, with `/`. */
  file: string
  /** What it accepts; nothing where it has a mistake: a file that cannot be read accepts nothing. */
  data: Baseline
  placeOf: (path: Path) => Place
  findings: Finding[]
}

/** Reads `baseline.yaml` below a content folder; `undefined` where there is none, or no plain file. */
export function readBaseline(root: string): BaselineReading | undefined {
  const location = path.join(root, 'baseline.yaml')
  const bytes = readPlainFile(root, location)
  if (!bytes) return undefined
  const file = displayPath(location)
  const source = parseSource(bytes, 'yaml')
  const findings = source.problems.map(({ offset, ...problem }): Finding => ({
    file,
    severity: 'error',
    ...problem,
    ...source.placeAt(offset),
  }))
  const reading = { file, placeOf: (at: Path) => source.placeOf(at), findings }
  if (source.data === undefined || source.data === null || findings.length > 0)
    return { ...reading, data: {} }
  const { success, data, error } = baselineSchema.safeParse(source.data)
  if (error) findings.push(...schemaFindings(file, baselineSchema, error, source))
  return { ...reading, data: success ? data : {} }
}

/** The texts that `baseline.yaml` accepts although they look like secrets. */
export function acceptedSecrets(root: string): NonNullable<Baseline['secrets']> {
  return readBaseline(root)?.data.secrets ?? []
}
