import type { Override, RotaInput } from '../../oncall/index.ts'

/** Who takes which days, or hours (R9): both ends are dates, or both are times of the rota's clock. */
export interface Stretch {
  from: string
  to: string
  engineer: string
}

/** One change of a rota that a person proposes: one file, one pull request. */
export type Change =
  | { kind: 'swap'; stretches: readonly [Stretch, Stretch] }
  | { kind: 'cover'; stretch: Stretch }
  /** `stretches`: who takes the days of theirs that are announced already. */
  | { kind: 'leave'; engineer: string; from: string; to: string; stretches: readonly Stretch[] }

export function stretchesOf(change: Change): readonly Stretch[] {
  return change.kind === 'cover' ? [change.stretch] : change.stretches
}

/** The rota as it is once the change is merged. */
export function withChange(rota: RotaInput, change: Change, names: (id: string) => string): RotaInput {
  const reason = reasonOf(change, names)
  const overrides = stretchesOf(change).map((stretch): Override => ({
    ...stretch,
    ...(reason !== undefined && { reason }),
  }))
  const changed = { ...rota, overrides: [...rota.overrides, ...overrides] }
  if (change.kind !== 'leave') return changed
  const { engineer, from, to } = change
  const person = rota.engineers[engineer]
  if (!person) return changed
  const unavailable = [...(person.unavailable ?? []), { from, to }]
  return { ...changed, engineers: { ...rota.engineers, [engineer]: { ...person, unavailable } } }
}

/** What the calendar says beside the shift; leave gives no reason. */
export function reasonOf(change: Change, names: (id: string) => string): string | undefined {
  if (change.kind === 'leave') return undefined
  if (change.kind === 'cover') return 'Cover'
  const [first, second] = change.stretches
  return `Swap of ${names(second.engineer)} and ${names(first.engineer)}`
}
