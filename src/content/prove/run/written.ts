import type { Case } from '../../facts/proofs/cases.ts'
import { BASES, type Base } from '../../facts/proofs/data-set.ts'
import type { Engine } from '../engines/index.ts'
import type { Plan } from '../../facts/proofs/plan.ts'
import type { DataSet } from '../results.ts'
import { named, type Answer, type Rows } from '../verdict.ts'
import { load } from './load.ts'
import { askAll, askOn, judgeExpected, runsOn, type Answers, type Reader } from './reading.ts'

/** The answers on the data sets that people wrote, by engine: what the generated ones are compared with. */
export type Baseline = Map<Engine, Map<Base, Answers>>

/** The bases that a rehearsal has. */
export function basesOf({ rehearsal, fixes }: Plan): Base[] {
  const repaired = (rehearsal.file.repair ?? []).some((name) => fixes.some((fix) => fix.name === name))
  return BASES.filter((base) =>
    base === 'fault' ? rehearsal.fault.trim() !== '' : base !== 'fixed' || repaired,
  )
}

/** What a block must say on a base, unless its rehearsal says otherwise. */
function expectedOn(base: Base, { block: { rules, proof } }: Reader): string {
  if (proof.role === 'list') return rules[base] ?? 'ok'
  // A check of the repair may look at what the repair leaves behind, and say so where nothing was repaired.
  const usual =
    base === 'fault' ? (proof.role === 'verify' ? 'fault or cannot tell or error' : 'fault') : 'ok'
  return rules[base] ?? usual
}

/** Runs the reading blocks on healthy data, on the planted fault, after its repair, and on every case. */
export async function runWritten(
  engines: readonly Engine[],
  plan: Plan,
  readers: readonly Reader[],
): Promise<Baseline> {
  const baseline: Baseline = new Map(engines.map((engine) => [engine, new Map<Base, Answers>()]))
  for (const base of basesOf(plan)) {
    const set: DataSet = { kind: base, what: NAMES[base], sql: [] }
    await Promise.all(
      engines.map(async (engine) => {
        await load(engine, plan, base)
        const answers = await askAll(engine, readers, plan)
        baseline.get(engine)?.set(base, answers)
        judgeSet(engine, plan, readers, set, answers, (reader) => expectedOn(base, reader), base)
      }),
    )
    compareEngines(engines, readers, set, (engine) => baseline.get(engine)?.get(base))
    for (const { result } of readers) result.count(base)
    await runCases(engines, plan, readers, base)
  }
  return baseline
}

const NAMES: Readonly<Record<Base, string>> = {
  healthy: 'the healthy data',
  fault: 'the planted fault',
  fixed: 'the planted fault after its repair',
}

async function runCases(
  engines: readonly Engine[],
  plan: Plan,
  readers: readonly Reader[],
  base: Base,
): Promise<void> {
  for (const each of plan.cases.filter(({ on }) => on === base)) {
    const set: DataSet = { kind: 'case', what: `the case "${each.name}" (${each.why})`, sql: [each.sql] }
    const change = { kind: 'case', tables: [], what: each.why, sql: [each.sql], meaning: 'harmful' as const }
    const asked = readers.filter(({ block }) => each.answers.has(block.proof.name))
    const byEngine = new Map<Engine, Answers | undefined>()
    await Promise.all(
      engines.map(async (engine) => {
        const answers = await askOn(engine, change, asked, plan)
        byEngine.set(engine, answers)
        if (answers) {
          judgeSet(
            engine,
            plan,
            asked,
            set,
            answers,
            ({ block }) => each.answers.get(block.proof.name) ?? 'any',
            each.name,
          )
          noteUnnoticed(each, asked, answers)
          return
        }
        for (const { result } of asked)
          result.wrong.push({
            engine: engine.name,
            set,
            got: 'the SQL of the case stops with an error',
            wanted: 'a data set',
          })
      }),
    )
    compareEngines(engines, asked, set, (engine) => byEngine.get(engine))
    for (const { result } of asked) result.count('case')
  }
}

/** What a written case shows that a block does not notice: the page says it as it says what the rehearsal excepts. */
function noteUnnoticed(
  { answers: expected, notNoticed }: Case,
  readers: readonly Reader[],
  answers: Answers,
) {
  if (notNoticed === '') return
  for (const { block, result } of readers) {
    const answer = answers.get(block)
    if (expected.get(block.proof.name) === 'ok' && answer && named(answer) === 'ok')
      result.notNoticed.set(notNoticed, (result.notNoticed.get(notNoticed) ?? 0) + 1)
  }
}

function judgeSet(
  engine: Engine,
  { rehearsal }: Plan,
  readers: readonly Reader[],
  set: DataSet,
  answers: Answers,
  expected: (reader: Reader) => string,
  name: string,
): void {
  for (const reader of readers.filter((each) => runsOn(each, engine))) {
    const answer = answers.get(reader.block)
    if (!answer) continue
    reader.result.engines.add(engine.name)
    judgeExpected(reader, engine, set, answer, expected(reader))
    const rows = rehearsal.expect.get(`${name}.${reader.block.proof.name}`)
    if (rows === undefined || !('rows' in answer) || answer.rows === undefined) continue
    const got = toCsv(answer.rows)
    if (normalized(got) !== normalized(rows))
      reader.result.wrong.push({ engine: engine.name, set, got: got.trimEnd(), wanted: rows.trimEnd() })
  }
}

/** The two engines must give the same answer on written data, or the rehearsal says why not. */
function compareEngines(
  engines: readonly Engine[],
  readers: readonly Reader[],
  set: DataSet,
  answersOf: (engine: Engine) => Answers | undefined,
): void {
  for (const { block, result } of readers) {
    const said = engines.flatMap((engine) => {
      const answer: Answer | undefined = answersOf(engine)?.get(block)
      return answer ? [{ engine, word: named(answer) }] : []
    })
    if (block.rules.engines !== undefined || new Set(said.map(({ word }) => word)).size < 2) continue
    const got = said.map(({ engine, word }) => `${engine.label}: ${word}`).join(', ')
    result.wrong.push({ engine: 'both', set, got, wanted: 'the same answer on both engines' })
  }
}

/** NULL is an empty cell, an empty text is `""`. */
export function toCsv({ columns, rows }: Rows): string {
  const cell = (value: string | null) => {
    if (value === null) return ''
    return value === '' || /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
  }
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('')
}

/** Engines write 1.50 and 1.5 for one number. */
function normalized(csv: string): string {
  return csv
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? String(Number(cell)) : cell))
        .join(','),
    )
    .join('\n')
}
