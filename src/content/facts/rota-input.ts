import type { RotaInput } from '../../oncall/index.ts'
import type { Content } from '../read/load.ts'

/**
 * What the engine needs of the content for one rota.
 *
 * @throws Error where there is no such rota: callers ask for those that exist
 */
export function toRotaInput(content: Content, rota: string): RotaInput {
  const entry = content.rotas.get(rota)
  if (!entry) throw new Error(`No rota "${rota}"`)
  const { data } = entry
  return {
    id: rota,
    timeZone: data.timeZone,
    start: data.start,
    handoffTime: data.handoffTime,
    rotation: data.rotation,
    calendar: data.calendar,
    holidayTypes: data.holidayTypes ?? ['public'],
    holidays: {
      add: data.holidays?.add ?? [],
      remove: (data.holidays?.remove ?? []).map((date) => ({ date })),
    },
    overrides: data.overrides ?? [],
    engineers: Object.fromEntries([...content.engineers].map(([id, engineer]) => [id, engineer.data])),
    published: content.published.get(rota)?.data ?? [],
  }
}
