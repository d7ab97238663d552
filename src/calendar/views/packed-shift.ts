/**
 * One shift in the page's data: its hours, the place of its person, and unless it is a regular turn its kind (a place in
 * `SHIFT_KINDS`), whose place it is (-1 for nobody's) and why. Lengths repeat where instants do not: they take a third of
 * the bytes after compression.
 */
export type PackedShift = [hours: number, person: number, kind?: number, planned?: number, reason?: string]

export const SHIFT_KINDS = ['rotation', 'cover', 'override'] as const

/** R12: for so many hours that person is second; person -1 is nobody. */
export type PackedSecond = [hours: number, person: number]
