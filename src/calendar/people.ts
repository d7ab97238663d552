import type { Calendar } from './calendars.ts'
import type { RotaInput } from '../oncall/index.ts'

/** An engineer as the calendar shows them: a color and, for whoever cannot tell colors apart, a short mark. */
export interface Person {
  id: string
  name: string
  /** Unique within the rota: `A`, or `A1` where two would share it. */
  mark: string
  /** Place in the palette, 0–7. */
  color: number
}

const PALETTE = 8

/** Everyone who appears in a rota's calendar, in its order. */
export function peopleOf({ engineers: ids, calendar: { rota } }: Calendar): Map<string, Person> {
  const marks = uniqueMarks(ids.map((id) => nameOf(rota, id)))
  return new Map(
    ids.map((id, place) => [
      id,
      { id, name: nameOf(rota, id), mark: marks[place] ?? '', color: place % PALETTE },
    ]),
  )
}

function nameOf(rota: RotaInput, id: string): string {
  return rota.engineers[id]?.name ?? id
}

/** The first letter of the last word ("Engineer A" → A), of two words where that is not enough, else numbered. */
export function uniqueMarks(names: readonly string[]): string[] {
  const initial = (word: string | undefined) => (word ? (Array.from(word)[0] ?? '').toUpperCase() : '')
  const last = names.map((name) => initial(name.split(/\s+/).at(-1)))
  const both = names.map((name) => {
    const words = name.split(/\s+/)
    return words.length > 1
      ? initial(words[0]) + initial(words.at(-1))
      : Array.from(name).slice(0, 2).join('')
  })
  const unique = (marks: readonly string[]) => new Set(marks).size === marks.length
  if (unique(last)) return last
  if (unique(both)) return both
  return last.map((mark, place) => `${mark}${String(place + 1)}`)
}
