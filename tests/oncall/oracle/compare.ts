import { type GenerateOptions, generate } from './generate.ts'
import type { OracleInput } from './types.ts'
import { prepare } from './oracle.ts'

/** What is compared with the oracle: a calendar for each year, made once for a rota. */
export type Candidate = (input: OracleInput) => (year: number) => unknown

export interface Difference {
  year: number
  /** Where the two differ first, like `weeks[3].engineer`. */
  path: string
  oracle: unknown
  candidate: unknown
}

export interface Mismatch extends Difference {
  seed: number
  input: OracleInput
}

export interface CompareOptions extends GenerateOptions {
  seeds: Iterable<number>
  /** How many years from the rota's first, at most. */
  years?: number
  /** Make the smallest mismatch smaller still (the default). */
  shrink?: boolean
}

/** The rotas on which a candidate differs from the oracle, smallest first. */
export function compare(candidate: Candidate, options: CompareOptions): Mismatch[] {
  const { seeds, years = 2, shrink = true, ...generating } = options
  const found: Mismatch[] = []
  for (const seed of seeds) {
    const input = generate(seed, generating)
    const difference = differenceOn(candidate, input, years)
    if (difference === undefined) continue
    found.push({ seed, input, ...difference })
  }
  found.sort((a, b) => JSON.stringify(a.input).length - JSON.stringify(b.input).length)
  const [smallest] = found
  if (shrink && smallest !== undefined) found[0] = shrunk(candidate, smallest, years)
  return found
}

/** A mismatch for people: the rota as JSON and where the first difference is. */
export function describeMismatch({ seed, input, year, path, oracle, candidate }: Mismatch): string {
  const show = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value))
  return [
    `seed ${String(seed)}, ${String(year)}, at ${path}`,
    `  oracle:    ${show(oracle)}`,
    `  candidate: ${show(candidate)}`,
    JSON.stringify(input),
  ].join('\n')
}

/** The first difference in the first years of one rota. An error on both sides is agreement. */
export function differenceOn(
  candidate: Candidate,
  input: OracleInput,
  years: number,
): Difference | undefined {
  const reference = prepare(structuredClone(input))
  let calendar: ((year: number) => unknown) | undefined
  for (let year = reference.firstYear; year < reference.firstYear + years; year++) {
    const expected = outcome(() => reference.year(year))
    const actual = outcome(() => {
      calendar ??= candidate(structuredClone(input))
      return calendar(year)
    })
    if (expected.error !== undefined && actual.error !== undefined) return undefined
    if (expected.error !== undefined || actual.error !== undefined)
      return {
        year,
        path: '(error)',
        oracle: expected.error ?? 'a calendar',
        candidate: actual.error ?? 'a calendar',
      }
    const difference = firstDifference(expected.value, actual.value)
    if (difference !== undefined) return { year, ...difference }
  }
  return undefined
}

function outcome<T>(compute: () => T): { value?: T; error?: string } {
  try {
    return { value: compute() }
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

/** Depth first, in the order of the left side's keys: weeks come before what follows from them. */
export function firstDifference(
  oracle: unknown,
  candidate: unknown,
  path = '',
): Omit<Difference, 'year'> | undefined {
  if (Object.is(oracle, candidate)) return undefined
  if (isTree(oracle) && isTree(candidate) && Array.isArray(oracle) === Array.isArray(candidate)) {
    for (const key of new Set([...Object.keys(oracle), ...Object.keys(candidate)])) {
      const step = Array.isArray(oracle) ? `[${key}]` : path === '' ? key : `.${key}`
      const difference = firstDifference(entry(oracle, key), entry(candidate, key), path + step)
      if (difference !== undefined) return difference
    }
    return undefined
  }
  return { path, oracle, candidate }
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null
const entry = (tree: object, key: string): unknown => new Map<string, unknown>(Object.entries(tree)).get(key)

/** Leaves out parts of the rota as long as the two still differ. */
function shrunk(candidate: Candidate, mismatch: Mismatch, years: number): Mismatch {
  let best = mismatch
  for (;;) {
    const smaller = smallerInputs(best.input)
      .map((input) => ({ input, difference: differenceOn(candidate, input, years) }))
      .find(({ difference }) => difference !== undefined && difference.path !== '(error)')
    if (smaller?.difference === undefined) return best
    best = { seed: mismatch.seed, input: smaller.input, ...smaller.difference }
  }
}

function smallerInputs(input: OracleInput): OracleInput[] {
  const results: OracleInput[] = []
  const attempt = (change: (copy: OracleInput) => void) => {
    const copy = structuredClone(input)
    change(copy)
    results.push(copy)
  }
  if (input.published.length > 0) {
    attempt((copy) => void (copy.published = []))
    attempt((copy) => void copy.published.splice(Math.floor(copy.published.length / 2)))
    attempt((copy) => void copy.published.pop())
  }
  for (const index of input.overrides.keys()) attempt((copy) => void copy.overrides.splice(index, 1))
  for (const index of input.holidays.add.keys()) attempt((copy) => void copy.holidays.add.splice(index, 1))
  for (const index of input.holidays.remove.keys())
    attempt((copy) => void copy.holidays.remove.splice(index, 1))
  const named = new Set([
    ...input.overrides.map(({ engineer }) => engineer),
    ...input.published.flatMap((week) => [
      week.engineer,
      week.plain,
      ...[...week.daysOff, ...week.absences].map(({ cover }) => cover),
    ]),
  ])
  for (const [id, engineer] of Object.entries(input.engineers)) {
    const change = (edit: (one: typeof engineer) => void) => {
      attempt((copy) => {
        const one = copy.engineers[id]
        if (one !== undefined) edit(one)
      })
    }
    if (!named.has(id) && input.rotation.length > 1)
      attempt((copy) => {
        copy.engineers = Object.fromEntries(Object.entries(copy.engineers).filter(([other]) => other !== id))
        copy.rotation = copy.rotation.filter((other) => other !== id)
      })
    if (engineer.calendar !== undefined) change((one) => delete one.calendar)
    if (engineer.from !== undefined) change((one) => delete one.from)
    if (engineer.until !== undefined) change((one) => delete one.until)
    if (engineer.unavailable !== undefined) change((one) => delete one.unavailable)
    for (const index of engineer.unavailable?.keys() ?? [])
      change((one) => void one.unavailable?.splice(index, 1))
  }
  if (input.calendar !== 'GB-ENG') attempt((copy) => void (copy.calendar = 'GB-ENG'))
  if (input.timeZone !== 'UTC') attempt((copy) => void (copy.timeZone = 'UTC'))
  if (input.handoffTime !== '09:00') attempt((copy) => void (copy.handoffTime = '09:00'))
  return results.filter((one) => one.rotation.length > 0)
}
