import type { Base } from '../../facts/proofs/data-set.ts'
import type { Engine } from '../engines/index.ts'
import type { Draw } from '../draw.ts'
import type { Change, Ground } from '../mutations/index.ts'
import type { Plan } from '../../facts/proofs/plan.ts'
import { Random } from '../random.ts'
import type { DataSet } from '../results.ts'
import { parametersOf, slipsOf } from '../../facts/proofs/variables.ts'
import { asked } from './block-sql.ts'
import { choose, sessionOf, type Chosen, type Rest } from './choose.ts'
import { load, rowsOf } from './load.ts'
import { answerOf, askOn, judgeChange, questionOf, runsOn, type Answers, type Reader } from './reading.ts'
import type { Answer } from '../verdict.ts'
import { basesOf, type Baseline } from './written.ts'

/** Runs the reading blocks on data sets that nobody planted. */
export async function runGenerated(
  engines: readonly Engine[],
  plan: Plan,
  readers: readonly Reader[],
  baseline: Baseline,
  draw: Draw,
): Promise<void> {
  let healthy: Ground['healthy']
  const seen = new Map<Reader, Set<string>>()
  const left: Rest[] = []
  for (const base of basesOf(plan)) {
    const asked = readers.filter(({ block: { proof } }) => {
      if (proof.role === 'list') return false
      return base === 'fixed' ? proof.role === 'verify' : proof.role !== 'verify'
    })
    if (asked.length === 0) continue
    await Promise.all(engines.map((engine) => load(engine, plan, base)))
    const [first] = engines
    if (!first) return
    const ground = await groundOf(first, plan, base, draw)
    if (base === 'healthy') healthy = ground.rows
    if (base === 'fault') ground.healthy = healthy
    const { chosen, rest } = choose(ground, plan, asked, base, draw, seen)
    left.push(...rest)
    const isAtHome = ({ change }: Chosen) => sessionOf(change) === ''
    await runChanges(engines, plan, base, chosen.filter(isAtHome), baseline)
    await runSlips(engines, plan, asked, base, draw)
    // At last: each other session fills the database anew.
    await runChanges(
      engines,
      plan,
      base,
      chosen.filter((each) => !isAtHome(each)),
      baseline,
    )
  }
  const wrong = new Set(readers.filter(({ result }) => result.wrong.length > 0))
  for (const { base, reader, changes } of left.filter((each) => wrong.has(each.reader))) {
    await Promise.all(engines.map((engine) => load(engine, plan, base)))
    const more = changes.map((change) => ({ change, readers: [reader] }))
    await runChanges(engines, plan, base, more, baseline)
  }
}

/** The rows of what is loaded, for the changes to be made from. */
export async function groundOf(engine: Engine, plan: Plan, base: Base, { seed }: Draw): Promise<Ground> {
  const { tables, file, name } = plan.rehearsal
  return {
    tables,
    rows: await rowsOf(engine, plan),
    period: file.period,
    previous: file.previous,
    random: new Random(seed, `${name} ${base}`),
    values: file.variables,
    now: file.now,
  }
}

async function runChanges(
  engines: readonly Engine[],
  plan: Plan,
  base: Base,
  chosen: readonly Chosen[],
  baseline: Baseline,
): Promise<void> {
  // Neither engine waits for the other: each takes its own time for a data set.
  const ran = await Promise.all(
    engines.map((engine) => runOn(engine, plan, base, chosen, baseline.get(engine)?.get(base))),
  )
  for (const [index, { change, readers }] of chosen.entries())
    if (ran.some((each) => each[index])) for (const { result } of readers) result.count(change.kind)
}

/** @returns for each change, whether the engine took it */
async function runOn(
  engine: Engine,
  plan: Plan,
  base: Base,
  chosen: readonly Chosen[],
  baseline: Answers | undefined,
): Promise<boolean[]> {
  const ran: boolean[] = []
  let isIn = ''
  for (const { change, readers } of chosen) {
    // Only DuckDB has threads to choose.
    if (change.session?.threads !== undefined && engine.name !== 'duckdb') {
      ran.push(false)
      continue
    }
    if (sessionOf(change) !== isIn) {
      await load(engine, plan, base, change.session)
      isIn = sessionOf(change)
    }
    const set: DataSet = {
      kind: change.kind,
      what: `${base}, and ${change.what}`,
      sql: change.sql,
      ...(change.session || change.values ? {} : { base }),
    }
    const answers = await askOn(engine, change, readers, plan)
    for (const reader of readers) {
      const answer = answers?.get(reader.block)
      if (answer) judgeChange(reader, engine, set, change, answer, baseline?.get(reader.block))
    }
    ran.push(answers !== undefined)
  }
  return ran
}

/** Parameters that a tired person gets wrong: the data are right, the question is not. */
async function runSlips(
  engines: readonly Engine[],
  plan: Plan,
  readers: readonly Reader[],
  base: Base,
  draw: Draw,
): Promise<void> {
  const values = plan.rehearsal.file.variables ?? {}
  await Promise.all(
    engines.map(async (engine) => {
      await load(engine, plan, base)
      const said = new Map<string, Answer>()
      for (const reader of readers.filter((each) => runsOn(each, engine))) {
        for (const name of parametersOf(reader.block.written)) {
          for (const slip of slipsOf(name, values[name] ?? '').filter(
            ({ kind }) => draw.kinds?.has(kind) ?? true,
          )) {
            const sql = asked(reader.block.written, plan.rehearsal, { [name]: slip.value })
            const question = questionOf(reader.block, sql)
            let answer = said.get(question)
            if (!answer) {
              if (!runsOn(reader, engine)) continue
              await engine.statement('BEGIN')
              answer = await answerOf(engine, reader.block, sql)
              await engine.statement('ROLLBACK')
              said.set(question, answer)
              if (answer.kind === 'no end') reader.result.stoppedBy(engine.name)
            }
            const set: DataSet = { kind: slip.kind, what: `${base}, and ${slip.what}`, sql: [] }
            const change: Change = {
              kind: slip.kind,
              tables: [],
              column: name,
              what: slip.what,
              sql: [],
              meaning: 'harmful',
            }
            judgeChange(reader, engine, set, change, answer, undefined)
            if (engine === engines[0]) reader.result.count(slip.kind)
          }
        }
      }
    }),
  )
}
