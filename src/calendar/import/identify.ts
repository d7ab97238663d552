import { idProblem, toId } from '../../content/read/files.ts'
import { areTwo, identitiesOf } from './identities.ts'
import { engineersMeant, isBesideAName, plain, type KnownEngineer } from './people.ts'
import { ScheduleError, type Person, type Schedule, type Turn } from './schedule.ts'

/** A schedule in which every person has the id of an engineer. */
export interface Identified {
  schedule: Schedule
  /** The name of each id: the engineers of the content, and those that are new. */
  names: ReadonlyMap<string, string>
  added: readonly { id: string; person: Person }[]
}

/**
 * Gives everybody in a file an id: that of the engineer of the content whom it means, else a new one. Two people of one
 * name stay two where their logins or e-mails differ.
 *
 * @throws ScheduleError where the content has several engineers of a name, or no id can be made of a name
 */
export function identify(given: Schedule, known: readonly KnownEngineer[]): Identified {
  const schedule = withClearTitles(given, known)
  const people = [
    ...(schedule.weekly?.people ?? []),
    ...[...schedule.overrides, ...schedule.turns].map(({ person }) => person),
  ]
  const identityOf = identitiesOf(people)
  const identities = [...new Set(people.map(identityOf))]
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const added: { id: string; person: Person }[] = []
  const notes: string[] = []
  const ids = new Map<Person, string>()
  for (const identity of identities) {
    const engineer = theEngineer(identity, known)
    const rivals = identities.filter(
      (other) =>
        areTwo(identity, other) && engineersMeant(other, known).some(({ id }) => id === engineer?.id),
    )
    if (engineer && (rivals.length === 0 || isCertain(identity, engineer))) {
      ids.set(identity, engineer.id)
      continue
    }
    if (engineer) {
      notes.push(
        `The file has several people who are called ${identity.name}, and engineers/${engineer.id}.yaml does not say which of them it is about: ${identity.email ?? identity.login ?? identity.name} was written as a new engineer.`,
      )
    }
    const id = freeId(identity, names)
    names.set(id, identity.name)
    added.push({ id, person: identity })
    ids.set(identity, id)
  }
  const withId = (person: Person): Person => ({ ...person, id: ids.get(identityOf(person)) ?? '' })
  const idOfSecond = (name: string) => {
    const found = identities.find((identity) => plain(identity.name) === plain(name))
    return (found && ids.get(found)) ?? engineersMeant({ name }, known)[0]?.id ?? name
  }
  const turnWithId = (turn: Turn): Turn => ({
    ...turn,
    person: withId(turn.person),
    ...(turn.second !== undefined && { second: idOfSecond(turn.second) }),
  })
  const { weekly } = schedule
  return {
    schedule: {
      ...schedule,
      ...(weekly && { weekly: { ...weekly, people: weekly.people.map(withId) } }),
      turns: schedule.turns.map(turnWithId),
      overrides: schedule.overrides.map(turnWithId),
      notes: [...schedule.notes, ...notes],
    },
    names,
    added,
  }
}

/** Events whose titles name an engineer are theirs; one that names several does not say who is on call. */
function withClearTitles(schedule: Schedule, known: readonly KnownEngineer[]): Schedule {
  const unclear = new Set<string>()
  const turns = schedule.turns.flatMap((turn): Turn[] => {
    const { title } = turn.person
    if (title === undefined) return [turn]
    if (isBesideAName(title) && !isBesideAName(turn.person.name)) {
      unclear.add(
        `"${turn.person.name}" does not say who is on call, but whom they cover: the event was left out.`,
      )
      return []
    }
    const [meant, ...others] = engineersMeant(turn.person, known)
    if (meant === undefined) return [turn]
    if (others.length === 0) return [{ ...turn, person: { name: meant.name, login: meant.id } }]
    unclear.add(
      `"${title}" names ${[meant, ...others].map(({ name }) => name).join(' and ')}: it is not certain who is on call, and the event was left out.`,
    )
    return []
  })
  return { ...schedule, turns, notes: [...schedule.notes, ...unclear] }
}

function theEngineer(person: Person, known: readonly KnownEngineer[]): KnownEngineer | undefined {
  const [engineer, ...others] = engineersMeant(person, known)
  if (engineer && others.length > 0) {
    const ids = [engineer, ...others].map(({ id }) => id)
    throw new ScheduleError(
      `"${person.name}" can be any of ${ids.join(', ')}.`,
      'Write the id or the e-mail of the engineer into the file.',
    )
  }
  return engineer
}

const isCertain = ({ login, email }: Person, engineer: KnownEngineer): boolean =>
  [login, email].some(
    (text) =>
      text !== undefined &&
      [engineer.login, engineer.email, engineer.id].some(
        (own) => own !== undefined && plain(own) === plain(text),
      ),
  )

/** An id of the name, else of the e-mail or login where the name has no letter from a to z, as 山田. */
function freeId({ name, email, login }: Person, taken: ReadonlyMap<string, unknown>): string {
  const [base] = [name, email?.replace(/@.*$/, ''), login?.replace(/@.*$/, '')].flatMap(
    (text) => (text !== undefined && newIdOf('engineers', text)) || [],
  )
  if (base === undefined) {
    throw new ScheduleError(
      `No id can be made of the name "${name}".`,
      `Write engineers/ID.yaml with \`name: ${name}\`, where ID is an id of your choice, and import again.`,
    )
  }
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${String(number)}`
  return id
}

/** The id that a name gives an entry; `undefined` where nothing of it is left, or an id cannot be so. */
export function newIdOf(folder: 'engineers' | 'rotas', name: string): string | undefined {
  const id = toId(name)
  const isEmpty = id === 'entry' && plain(name) !== 'entry'
  return isEmpty || idProblem(folder, id) !== undefined ? undefined : id
}
