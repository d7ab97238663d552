import { changesOf, isZoned, type Change } from '../mutations/index.ts'
import { pairs } from '../mutations/pairs.ts'
import { Random } from '../random.ts'
import type { DataSet } from '../results.ts'
import { concerns, exceptionFor, scopeOf } from '../scope.ts'
import { partsOf } from './fix.ts'
import {
  expectOutcome,
  loadFault,
  report,
  runQuietly,
  set,
  tryFix,
  type Outcome,
  type Start,
  type Trial,
} from './fix-trial.ts'
import { undoAndCompare } from './fix-undo.ts'
import type { Draw } from '../draw.ts'
import { groundOf } from './generated.ts'
import { changing } from './reading.ts'
import { differences, stateInUtc, type State } from './state.ts'

/** Refused on these, where the fix reads the table: what it would write comes from nothing. */
const SOURCELESS: readonly string[] = ['empty-table', 'empty-period']
/** Always tried: without the rows of other periods, a fix that counts everything anew loses what was published of them. */
const ARCHIVED = 'no-previous-period'

/**
 * Data sets for a fix: of each kind that is always tried, of each kind of day, of all other changes, and of all pairs; and
 * sessions in other zones, with and without zoned times. Each is loaded again, which takes longer than taking a change back.
 */
const LIMIT = { always: 3, days: 1, singles: 4, pairs: 1, zones: 1 }
const ALL = { always: Infinity, days: Infinity, singles: Infinity, pairs: 30, zones: Infinity }

/** The planted fault and something else beside it, after the fixes that come before this one. */
export async function onGenerated(trial: Trial, draw: Draw, expected: string): Promise<void> {
  const limit = draw.limit === Infinity ? ALL : LIMIT
  const { engine, plan, fix } = trial
  // What the fixes before this one have written is among the data that change.
  await loadFault(trial)
  const ground = await groundOf(engine, plan, 'fault', draw)
  const scopes = partsOf(fix).map((part) => scopeOf(part, plan))
  const isRelevant = (change: Change) =>
    scopes.some((scope) => concerns(scope, change)) && (draw.kinds?.has(change.kind) ?? true)
  const all = changesOf(ground, 0).map((change) => ({ ...change, isAroundViews: true }))
  const relevant = all.filter((change) => change.session === undefined && isRelevant(change))
  const random = new Random(draw.seed, `${plan.rehearsal.name} ${fix.name}`)
  const ofEachKind = (changes: readonly Change[], count: number) =>
    [...Map.groupBy(changes, ({ kind }) => kind).values()].flatMap((each) => random.draw(each, count))
  const always = relevant.filter(({ kind }) => [...SOURCELESS, ARCHIVED].includes(kind))
  // The same incident on other days.
  const days = relevant.filter(({ values }) => values !== undefined)
  const others = relevant.filter((change) => !always.includes(change) && !days.includes(change))
  // What a fix is said not to refuse has to be seen, or the page would no longer say it.
  const declared = (fix.rules.doesNotNotice ?? []).flatMap((exception) =>
    random.draw(
      always.filter((change) => exceptionFor([exception], change) !== undefined),
      limit.always,
    ),
  )
  const one = new Set([
    ...ofEachKind(always, limit.always),
    ...declared,
    ...ofEachKind(days, limit.days),
    ...random.draw(others, limit.singles),
  ])
  const two = pairs({ ...ground, random }, all, limit.pairs * 4)
    .filter(isRelevant)
    .slice(0, limit.pairs)
  for (const change of [...one, ...two]) await onChange(trial, change, expected)
  const elsewhere = all.filter(({ session }) => session?.zone !== undefined).filter(isRelevant)
  const alike = Map.groupBy(elsewhere, isZoned)
  await inSessions(
    trial,
    [...alike.values()].flatMap((each) => random.draw(each, limit.zones)),
    expected,
  )
}

const dataOf = ({ kind, what, sql }: Change): DataSet => set(kind, `the planted fault, and ${what}`, sql)

async function onChange(trial: Trial, change: Change, expected: string): Promise<void> {
  const data = dataOf(change)
  const outcome = await tryOn(trial, change, { set: data })
  if (!outcome) return
  // The same incident on other days is repaired like the planted one.
  if (change.values) expectOutcome(trial, data, outcome, expected)
  for (const each of change.parts ?? [change])
    if (SOURCELESS.includes(each.kind)) expectRefusal(trial, each, data, outcome)
  await thenUndo(trial, change, data, outcome)
}

/**
 * Sessions in other zones. There the fix does to the same rows what it does in UTC; where times have a zone it may also
 * refuse.
 */
async function inSessions(trial: Trial, changes: readonly Change[], expected: string): Promise<void> {
  const right = new Map<Change, State>()
  // All of one session together: each other one has to be loaded anew.
  for (const change of changes) {
    if (await tryOn(trial, change, { set: dataOf(change), isUncounted: true }))
      right.set(change, await stateInUtc(trial.engine))
  }
  for (const [change, wanted] of right) await inSession(trial, change, wanted, expected)
}

async function inSession(trial: Trial, change: Change, wanted: State, expected: string): Promise<void> {
  const { engine, plan, fix } = trial
  const data = dataOf(change)
  const outcome = await tryOn(trial, change, {
    set: data,
    ...(change.session && { session: change.session }),
  })
  if (!outcome || (isZoned(change) && outcome.outcome === 'refused')) return
  if (change.values) expectOutcome(trial, data, outcome, expected)
  const names = plan.rehearsal.tables.map(({ name }) => name)
  const [difference] = differences(wanted, await stateInUtc(engine), names)
  if (difference !== undefined)
    report(trial, fix.changes[0], data, difference, 'the same rows as in a session in UTC')
  await thenUndo(trial, change, data, outcome)
}

/** Runs the fix on the changed data, in the session that is asked for. */
async function tryOn(
  trial: Trial,
  change: Change,
  start: Omit<Start, 'base' | 'prepare'>,
): Promise<Outcome | undefined> {
  const { values } = change
  const prepare = () => applied(trial, changing(trial.plan, change))
  return tryFix(trial, { ...start, base: 'fault', isAfterEarlier: true, prepare }, values ? { values } : {})
}

async function thenUndo(trial: Trial, { values }: Change, data: DataSet, outcome: Outcome): Promise<void> {
  if (outcome.outcome === 'done' && trial.fix.undo)
    await undoAndCompare(trial, { ...data, what: `${data.what}, then undo` }, outcome.before, values)
}

async function applied({ engine }: Trial, statements: readonly string[]): Promise<boolean> {
  for (const sql of statements) if ((await runQuietly(engine, sql)) !== undefined) return false
  return true
}

function expectRefusal(trial: Trial, change: Change, data: DataSet, outcome: Outcome): void {
  if (outcome.outcome !== 'done') return
  const { fix, resultOf } = trial
  const exception = exceptionFor(fix.rules.doesNotNotice ?? [], change)
  const part = fix.preview ?? fix.changes[0]
  if (!exception || !part) report(trial, part, data, 'done', 'refused or nothing')
  else {
    const { notNoticed } = resultOf(part)
    notNoticed.set(exception.what, (notNoticed.get(exception.what) ?? 0) + 1)
  }
}
