import type { Base } from '../../facts/proofs/data-set.ts'
import type { Plan } from '../../facts/proofs/plan.ts'
import type { Blind } from '../../model/rehearsal.ts'
import { shareOf, type Draw, type Share } from '../draw.ts'
import { changesOf, isZoned, type Change, type Ground } from '../mutations/index.ts'
import { pairs } from '../mutations/pairs.ts'
import { Random } from '../random.ts'
import { concerns, exceptionFor, scopeOf } from '../scope.ts'
import type { Reader } from './reading.ts'

/** A change, and the blocks that are asked on it. */
export interface Chosen {
  change: Change
  readers: Reader[]
}

/** Changes that were not drawn for a block. */
export interface Rest {
  base: Base
  reader: Reader
  changes: readonly Change[]
}

export interface Choice {
  /** Those of one session together. */
  chosen: Chosen[]
  /** Some for each block, which it is asked on where an answer is wrong. */
  rest: Rest[]
}

/**
 * Which changes each block is asked on.
 *
 * @param seen the kinds that each block has been asked on, on the bases before; those of this base are added
 */
export function choose(
  ground: Ground,
  plan: Plan,
  readers: readonly Reader[],
  base: Base,
  draw: Draw,
  seen = new Map<Reader, Set<string>>(),
): Choice {
  // A database refuses another type under a view; what the views say of it is looked at with `--all`.
  const isAroundViews = draw.limit === Infinity
  const share = shareOf(base, draw)
  const single = inFewZones(
    changesOf(ground, 0),
    share.zones,
    new Random(draw.seed, `zones ${plan.rehearsal.name} ${base}`),
  ).map((change) => ({ ...change, isAroundViews }))
  const chosen = new Map<string, Chosen>()
  const rest: Rest[] = []
  for (const reader of readers) {
    const scope = scopeOf(reader.block, plan)
    // Two blocks of one text are asked on the same data sets, and so once.
    const ownRandom = (purpose = '') => new Random(draw.seed, `${reader.block.written} ${base}${purpose}`)
    const random = ownRandom()
    // A check of a repair looks at what was repaired, and not at the period before it.
    const isOver =
      reader.block.proof.role === 'verify' ? ['no-previous-period', 'first-period', 'restated-period'] : []
    const relevant = single.filter((change) => concerns(scope, change) && !isOver.includes(change.kind))
    const all = [...relevant, ...pairs({ ...ground, random }, relevant, draw.pairs)].filter(
      ({ kind }) => draw.kinds?.has(kind) ?? true,
    )
    const known = seen.get(reader) ?? new Set()
    const unknown = all.filter(({ kind }) => !known.has(kind))
    const certain = [
      ...declaredOf(reader.block.rules.doesNotNotice ?? [], all, share.ofEachException, random),
      ...(share.isOfEachKind ? emptied(all) : []),
      ...(share.isOfEachKind ? [] : harmlessOf(all, random)),
      ...(share.isOfEachKind ? [] : oneOfEach(unknown, ownRandom(' kinds'))),
    ]
    const own = drawn(all, certain, share, random)
    seen.set(reader, new Set([...known, ...all.map(({ kind }) => kind)]))
    const left = all.filter((change) => !own.includes(change))
    const more = ownRandom(' rest').draw(left, Math.max(0, MAX_OF_WRONG - own.length))
    rest.push({ base, reader, changes: more })
    for (const change of own) {
      const key = JSON.stringify([change.kind, change.sql, change.session, change.values])
      const entry = chosen.get(key) ?? { change, readers: [] }
      entry.readers.push(reader)
      chosen.set(key, entry)
    }
  }
  // A session is set up again; the changes of one session come together.
  const bySession = [...chosen.values()].sort((a, b) => {
    const [one, other] = [sessionOf(a.change), sessionOf(b.change)]
    return one < other ? -1 : one > other ? 1 : 0
  })
  return { chosen: bySession, rest }
}

/** For a block and base, where an answer is wrong: whoever has to mend it wants to know all that is. */
const MAX_OF_WRONG = 110

/** The same text for the same session; the empty one for that in which everything is loaded. */
export const sessionOf = ({ session }: Change): string =>
  session === undefined ? '' : `${session.zone ?? ''} ${String(session.threads ?? '')}`

/**
 * The changes in no zone, in the one that most changes are asked in, and of each kind in some further ones: that is so
 * many databases to be filled.
 */
function inFewZones(changes: readonly Change[], zones: number, random: Random): Change[] {
  if (zones === Infinity) return [...changes]
  const zoned = changes.filter(({ session }) => session?.zone !== undefined)
  const sizes = [...Map.groupBy(zoned, zoneOf)].map(([zone, { length }]) => ({ zone, length }))
  const common = sizes.sort((a, b) => b.length - a.length)[0]?.zone
  const kept = [...Map.groupBy(zoned, ({ kind }) => kind).values()].flatMap((each) => {
    const own = [...new Set(each.map(zoneOf))]
    const others = random.draw(
      own.filter((zone) => zone !== common),
      own.includes(common) ? zones - 1 : zones,
    )
    return [common, ...others]
  })
  return changes.filter((change) => zoneOf(change) === undefined || kept.includes(zoneOf(change)))
}

const zoneOf = ({ session }: Change): string | undefined => session?.zone

/** Of each exception some data sets: what a block is said not to notice has to be seen, or the page would no longer say it. */
function declaredOf(
  exceptions: readonly Blind[],
  changes: readonly Change[],
  count: number,
  random: Random,
): Change[] {
  return exceptions.flatMap((exception) =>
    random.draw(
      changes.filter((change) => exceptionFor([exception], change) !== undefined),
      count,
    ),
  )
}

/** Each table without rows, as a whole and in the period: the first thing that no block may take for health. */
const emptied = (changes: readonly Change[]): Change[] =>
  changes.filter(({ kind }) => kind === 'empty-table' || kind === 'empty-period')

/** Of each kind one: some are made from the planted fault alone. */
const oneOfEach = (changes: readonly Change[], random: Random): Change[] =>
  [...Map.groupBy(changes, ({ kind }) => kind).values()].flatMap((each) => random.draw(each, 1))

/** Of each harmless kind one: a block that stops saying `fault` on one of them knows the fault by an accident. */
const harmlessOf = (changes: readonly Change[], random: Random): Change[] =>
  [...Map.groupBy(changes, sortOf).values()].flatMap((each) =>
    random.draw(
      each.filter(({ meaning }) => meaning !== 'harmful'),
      1,
    ),
  )

/**
 * Of each kind and session one, then of each column, then any.
 *
 * @param certain are drawn beside those that the limit counts
 */
function drawn(
  changes: readonly Change[],
  certain: readonly Change[],
  { limit, isOfEachKind }: Share,
  random: Random,
): Change[] {
  const kept = new Set(certain)
  const kinds = isOfEachKind ? new Set(changes.map(sortOf)).size : 0
  const most = Math.max(limit, kinds) + kept.size
  if (changes.length <= most) return [...changes]
  for (const keyOf of [sortOf, placeOf, () => undefined]) {
    const left = changes.filter((change) => !kept.has(change))
    const first = new Map(left.toReversed().map((change) => [keyOf(change) ?? change, change])).values()
    for (const change of random.draw([...first].toReversed(), most - kept.size)) kept.add(change)
  }
  return changes.filter((change) => kept.has(change))
}

const sortOf = (change: Change): string => [change.kind, sessionOf(change), String(isZoned(change))].join(' ')
const placeOf = (change: Change): string => [change.kind, ...change.tables, change.column ?? ''].join(' ')
