/**
 * How much is drawn. By day, always the same rotas, so that a failure is everybody's failure; at night
 * (`TEST_SCALE=nightly`, see `npm run test:nightly`) many more and others, whose seed is in the names of the tests.
 */
const isNightly = process.env['TEST_SCALE'] === 'nightly'

export const SEED = Number(process.env['TEST_SEED'] ?? (isNightly ? Date.now() % 1_000_000_000 : 20_260_105))

export function scale(byDay: number, byNight: number): number {
  return isNightly ? byNight : byDay
}
