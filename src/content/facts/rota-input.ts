import type { RotaInput } from '../../oncall/index.ts'
import type { Content, ContentDocument } from '../read/load.ts'
import { isPlanned } from '../model/collections.ts'
import type { Path } from '../read/yaml/position.ts'

/** The rotas that are planned here, in order of ids; others are kept elsewhere. */
export function plannedRotas({ rotas }: Content): string[] {
  return [...rotas.values()].filter(({ data }) => isPlanned(data)).map(({ id }) => id)
}

/**
 * What the engine needs of the content for one rota.
 *
 * @throws Error where there is no such rota here: callers ask for those that exist
 */
export function toRotaInput(content: Content, rota: string): RotaInput {
  const data = content.rotas.get(rota)?.data
  if (!data || !isPlanned(data)) throw new Error(`No rota "${rota}" is planned here`)
  const leave = [...content.leave.values()]
  return {
    id: rota,
    timeZone: data.timeZone,
    start: data.start,
    handoffTime: data.handoffTime,
    rotation: data.rotation,
    calendar: data.calendar,
    holidayTypes: data.holidayTypes ?? ['public'],
    second: data.second,
    monthEnd: data.monthEnd,
    holidays: {
      add: data.holidays?.add ?? [],
      remove: data.holidays?.remove ?? [],
      weights: data.holidays?.weights,
      substitutes: data.holidays?.substitutes,
    },
    overrides: overridesOf(content, rota).map(({ override }) => override),
    engineers: Object.fromEntries(
      [...content.engineers].map(([id, { data: engineer }]) => {
        const away = leave.filter((entry) => entry.data.engineer === id)
        const ranges = away.map((entry) => ({ from: entry.data.from, to: entry.data.to }))
        const unavailable = [...(engineer.unavailable ?? []), ...ranges]
        return [id, { ...engineer, ...(unavailable.length > 0 && { unavailable }) }]
      }),
    ),
    published: content.published.get(rota)?.data ?? [],
  }
}

/** An override as the engine takes it, and where it is written. */
export interface PlacedOverride {
  override: RotaInput['overrides'][number]
  document: ContentDocument
  /** Of its group of fields in the file. */
  path: Path
}

/** The overrides of a rota: those in its own file, then those in files of their own, then what leave says of published days. */
export function overridesOf(content: Content, rota: string): PlacedOverride[] {
  const entry = content.rotas.get(rota)
  if (!entry) return []
  const own = (entry.data.overrides ?? []).map((override, index) => ({
    override,
    document: entry,
    path: ['overrides', index],
  }))
  const inFiles = [...content.overrides.values()]
    .filter(({ data }) => data.rota === rota)
    .flatMap((document): PlacedOverride[] => {
      const { from, to, engineer, reason, shifts } = document.data
      if (shifts)
        return shifts.map((shift, index) => ({
          override: { ...shift, ...(reason !== undefined && { reason }) },
          document,
          path: ['shifts', index],
        }))
      if (from === undefined || to === undefined || engineer === undefined) return []
      return [
        { override: { from, to, engineer, ...(reason !== undefined && { reason }) }, document, path: [] },
      ]
    })
  const members = new Set(entry.data.rotation)
  const inLeave = [...content.leave.values()]
    .filter(({ data }) => members.has(data.engineer))
    .flatMap((document) =>
      (document.data.shifts ?? []).map((override, index) => ({
        override,
        document,
        path: ['shifts', index],
      })),
    )
  return [...own, ...inFiles, ...inLeave]
}
