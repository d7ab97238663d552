/** The data that everything else is on top of. `fixed` is the planted fault after its repair. */
export const BASES = ['healthy', 'fault', 'fixed'] as const
export type Base = (typeof BASES)[number]
