import type { Rule } from './rule.ts'

/** Names of offsets that look like places: their clocks never change, and where people mean them they do. */
const FIXED: Readonly<Record<string, string>> = {
  EST: 'America/New_York',
  MST: 'America/Denver',
  HST: 'Pacific/Honolulu',
}

export const fixedTimeZone: Rule = {
  id: 'fixed-time-zone',
  severity: 'error',
  reason:
    'EST and similar zones have no daylight saving time: for half of the year, every handoff would be an hour off.',
  fix: 'Name a place, such as America/New_York.',
  *check({ content }) {
    for (const rota of content.rotas.values()) {
      const zone = 'timeZone' in rota.data ? rota.data.timeZone : undefined
      const place = zone === undefined ? undefined : FIXED[zone]
      if (zone === undefined || (place === undefined && !/^(?:Etc\/)?GMT[+-]/.test(zone))) continue
      yield {
        document: rota,
        at: { path: ['timeZone'] },
        message: `${zone} is no place: its clocks never change`,
        hint: place === undefined ? 'Name a place, such as Europe/Berlin.' : `Did you mean "${place}"?`,
      }
    }
  },
}
