import type { Person } from './schedule.ts'

/** An engineer of the content, with every name that another tool may have for them. */
export interface KnownEngineer {
  id: string
  name: string
  login?: string | undefined
  email?: string | undefined
}

/**
 * The engineer whom a tool means: by login, e-mail, id or name; else the one whose name comes first in the text, as in
 * `Engineer D on call, covering Engineer C`.
 */
export function engineerOf(person: Person, engineers: readonly KnownEngineer[]): string | undefined {
  const said = [person.login, person.email, person.name].flatMap((text) => (text ? [plain(text)] : []))
  const exact = engineers.find((engineer) =>
    [engineer.login, engineer.email, engineer.id, engineer.name].some(
      (known) => known !== undefined && said.includes(plain(known)),
    ),
  )
  if (exact) return exact.id
  const text = ` ${plain(person.name)} `
  const [first] = engineers
    .map((engineer) => ({
      id: engineer.id,
      place: text.indexOf(` ${plain(engineer.name)} `),
      length: engineer.name.length,
    }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place || b.length - a.length)
  return first?.id
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim()
