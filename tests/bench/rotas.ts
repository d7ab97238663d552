import type { RotaInput } from '../../src/oncall/index.ts'

/** A rota from week 1 of 2026 whose engineers use the calendars in turn. */
export function benchRota(size: number, calendars: readonly string[]): RotaInput {
  const rotation = Array.from({ length: size }, (_, index) => `engineer-${String(index + 1)}`)
  return {
    id: 'bench',
    timeZone: 'America/New_York',
    start: '2025-12-29',
    handoffTime: '09:00',
    rotation,
    calendar: 'US',
    holidayTypes: ['public'],
    holidays: { add: [], remove: [] },
    overrides: [],
    engineers: Object.fromEntries(
      rotation.map((id, index) => [id, { name: id, calendar: calendars[index % calendars.length] }]),
    ),
    published: [],
  }
}
