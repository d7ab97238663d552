import { withoutCovered } from './covered.ts'
import type { Person } from './schedule.ts'

/** An engineer of the content, with every name that another tool may have for them. */
export interface KnownEngineer {
  id: string
  name: string
  login?: string | undefined
  email?: string | undefined
}

/** The engineer whom a tool means; nobody where that is not certain. */
export function engineerOf(person: Person, engineers: readonly KnownEngineer[]): string | undefined {
  const [first, second] = engineersMeant(person, engineers)
  return second === undefined ? first?.id : undefined
}

/**
 * The engineers whom a tool may mean: by login or e-mail; else those whose whole name, id, login or e-mail is the name
 * that it gives; else, in the title of an event alone, those whose name is a part of it, as in `Primary: Engineer A`.
 * Whom a title says to be covered is not meant.
 */
export function engineersMeant(person: Person, engineers: readonly KnownEngineer[]): KnownEngineer[] {
  const having = (
    said: readonly (string | undefined)[],
    known: (engineer: KnownEngineer) => readonly (string | undefined)[],
  ) => {
    const texts = said.flatMap((text) => (text ? [plain(text)] : []))
    return engineers.filter((engineer) =>
      known(engineer).some((text) => text !== undefined && texts.includes(plain(text))),
    )
  }
  const sure = having([person.login, person.email], ({ login, email, id }) => [login, email, id])
  if (sure.length > 0) return sure
  const called = having([person.name], ({ login, email, id, name }) => [login, email, id, name]).filter(
    ({ email }) => !differ(email, person.email),
  )
  if (called.length > 0 || person.title === undefined) return called
  const holder = namedIn(withoutCovered(person.name), engineers)
  return holder.length > 0 ? holder : namedIn(withoutCovered(person.title), engineers)
}

/** Two texts that are there, and are not the same. */
export function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plain(one) !== plain(other)
}

/** Letters and numbers alone, in lower case: the same for `engineer-a` and `Engineer A`. */
export const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}@.]+/gu, ' ')
    .trim()

/** What parts the name in the title of an event from the rest. */
const BORDERS = /[,:;|/()[\]&+]|\s[-–—]\s/

/** Words beside a name that are no part of it: other words may be, as in `Jo Ann Smith`. */
const BESIDE = new Set(
  'primary secondary first second backup on call oncall is for by with this week shift duty the until from covers covering instead of and or rota schedule level l1 l2 1 2'.split(
    ' ',
  ),
)

/** Whether a text says nothing but what can be beside a name. */
export const isBesideAName = (text: string): boolean =>
  plain(text)
    .split(' ')
    .every((word) => word === '' || BESIDE.has(word))

/** Who is named in a text, each place by the longest name that fits: `Kim Lee` is not `Kim` as well. */
function namedIn(text: string, engineers: readonly KnownEngineer[]): KnownEngineer[] {
  const found = new Set<KnownEngineer>()
  for (const part of text.split(BORDERS)) {
    const words = plain(part).split(' ')
    const isBeside = (word: string | undefined) => word === undefined || BESIDE.has(word)
    for (let place = 0; place < words.length; place++) {
      const here = engineers
        .map((engineer) => ({ engineer, name: plain(engineer.name).split(' ') }))
        .filter(
          ({ name }) =>
            name.every((word, index) => words[place + index] === word) &&
            isBeside(words[place - 1]) &&
            isBeside(words[place + name.length]),
        )
      const longest = Math.max(0, ...here.map(({ name }) => name.length))
      for (const { engineer, name } of here) if (name.length === longest) found.add(engineer)
      place += Math.max(0, longest - 1)
    }
  }
  return [...found]
}
