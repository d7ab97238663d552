import type { Base } from '../../facts/proofs/data-set.ts'
import type { Engine } from '../engines/index.ts'
import type { Draw } from '../draw.ts'
import { changesOf, isZoned, type Change, type Ground } from '../mutations/index.ts'
import { pairs } from '../mutations/pairs.ts'
import type { Plan } from '../../facts/proofs/plan.ts'
import { Random } from '../random.ts'
import type { DataSet } from '../results.ts'
import { concerns, scopeOf } from '../scope.ts'
import { parametersOf, slipsOf } from '../../facts/proofs/variables.ts'
import { asked } from './block-sql.ts'
import { load, rowsOf } from './load.ts'
import { answerOf, askOn, judgeChange, runsOn, type Answers, type Reader } from './reading.ts'
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
    const chosen = choose(ground, plan, asked, base, draw)
    await runChanges(engines, plan, base, chosen, baseline)
    await runSlips(engines, plan, asked, base, draw)
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

interface Chosen {
  change: Change
  readers: Reader[]
}

/** Which changes each block is asked on: of each kind and column at least one, then as many as the limit allows. */
function choose(ground: Ground, plan: Plan, readers: readonly Reader[], base: Base, draw: Draw): Chosen[] {
  // A database refuses another type under a view; what the views say of it is looked at with `--all`.
  const isAroundViews = draw.limit === Infinity
  const single = changesOf(ground, 0).map((change) => ({ ...change, isAroundViews }))
  const chosen = new Map<string, Chosen>()
  for (const reader of readers) {
    const scope = scopeOf(reader.block, plan)
    const random = new Random(draw.seed, `${reader.block.id} ${base}`)
    // A check of a repair looks at what was repaired, and not at the period before it.
    const isOver =
      reader.block.proof.role === 'verify' ? ['no-previous-period', 'first-period', 'restated-period'] : []
    const relevant = single.filter((change) => concerns(scope, change) && !isOver.includes(change.kind))
    const all = [...relevant, ...pairs({ ...ground, random }, relevant, draw.pairs)].filter(
      ({ kind }) => draw.kinds?.has(kind) ?? true,
    )
    for (const change of drawn(all, draw.limit, random)) {
      const key = JSON.stringify([change.kind, change.sql, change.session, change.values])
      const entry = chosen.get(key) ?? { change, readers: [] }
      entry.readers.push(reader)
      chosen.set(key, entry)
    }
  }
  // A session is set up again; the changes of one session come together.
  return [...chosen.values()].sort((a, b) => {
    const [one, other] = [sessionOf(a.change), sessionOf(b.change)]
    return one < other ? -1 : one > other ? 1 : 0
  })
}

/** The same text for the same session; the empty one for that in which everything is loaded. */
const sessionOf = ({ session }: Change): string =>
  session === undefined ? '' : `${session.zone ?? ''} ${String(session.threads ?? '')}`

function drawn(changes: readonly Change[], limit: number, random: Random): Change[] {
  if (changes.length <= limit) return [...changes]
  const kept = new Set<Change>()
  // Of each kind and session one, then of each column: there may be more columns than the limit has places.
  for (const keyOf of [sortOf, placeOf, () => undefined]) {
    const left = changes.filter((change) => !kept.has(change))
    const first = new Map(left.toReversed().map((change) => [keyOf(change) ?? change, change])).values()
    for (const change of random.draw([...first].toReversed(), limit - kept.size)) kept.add(change)
  }
  return changes.filter((change) => kept.has(change))
}

const sortOf = (change: Change): string => [change.kind, sessionOf(change), String(isZoned(change))].join(' ')
const placeOf = (change: Change): string => [change.kind, ...change.tables, change.column ?? ''].join(' ')

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
      for (const reader of readers.filter((each) => runsOn(each, engine))) {
        for (const name of parametersOf(reader.block.written)) {
          for (const slip of slipsOf(name, values[name] ?? '').filter(
            ({ kind }) => draw.kinds?.has(kind) ?? true,
          )) {
            const sql = asked(reader.block.written, plan.rehearsal, { [name]: slip.value })
            await engine.statement('BEGIN')
            const answer = await answerOf(engine, reader.block, sql)
            await engine.statement('ROLLBACK')
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
