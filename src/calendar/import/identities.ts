import { differ, plain } from './people.ts'
import type { Person } from './schedule.ts'

/**
 * Who of a file is the same human being: those of one login or one e-mail, and those of one name where neither says
 * otherwise.
 *
 * @returns the same object for every mention of somebody, with all that the mentions say
 */
export function identitiesOf(people: readonly Person[]): (person: Person) => Person {
  const all: Person[] = []
  const ofMention = new Map<string, Person>()
  const mention = ({ name, login, email }: Person) => JSON.stringify([plain(name), login, email])
  const said = ({ login, email }: Person) => [login, email].filter(Boolean).length
  // Those of whom the most is known come first, so that a bare name finds the one whom it can mean.
  for (const person of people.toSorted((a, b) => said(b) - said(a))) {
    if (ofMention.has(mention(person))) continue
    const namesakes = all.filter((one) => plain(one.name) === plain(person.name) && !areTwo(one, person))
    const found =
      all.find((one) => isSame(one, person)) ?? (namesakes.length === 1 ? namesakes[0] : undefined)
    const identity = found ?? { ...person }
    if (!found) all.push(identity)
    if (person.login) identity.login ??= person.login
    if (person.email) identity.email ??= person.email
    ofMention.set(mention(person), identity)
  }
  return (person) => {
    const identity = ofMention.get(mention(person))
    if (!identity) throw new Error(`${person.name} is not among the people`)
    return identity
  }
}

/** Two people whose logins or e-mails differ are two, whatever they are called. */
export const areTwo = (one: Person, other: Person): boolean =>
  !isSame(one, other) && (differ(one.login, other.login) || differ(one.email, other.email))

const isSame = (one: Person, other: Person): boolean =>
  (Boolean(one.login) && one.login === other.login) ||
  (Boolean(one.email) && plain(one.email ?? '') === plain(other.email ?? ''))
