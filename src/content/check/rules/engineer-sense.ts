import { plannedRotas } from '../../facts/rota-input.ts'
import type { Engineer } from '../../model/engineer.ts'
import type { Content } from '../../read/load.ts'
import type { Mistake, Rule } from './rule.ts'

/** Nobody joins a rotation so many years ahead, or is known to leave it then. */
const MAX_YEARS_FROM = 2
const MAX_YEARS_UNTIL = 20

export const engineerSense: Rule = {
  id: 'engineer-sense',
  severity: 'warning',
  reason: 'A day with a mistyped year keeps somebody out of the rotation, or in it, for years.',
  fix: 'Correct the year.',
  *check({ content, today }) {
    const year = Number(today.slice(0, 4))
    for (const document of content.engineers.values())
      for (const { path, ...mistake } of [
        ...problemsOf(document.data, year),
        ...neverInRota(content, document.id, document.data),
      ])
        yield { document, at: { path }, ...mistake }
  },
}

type Problem = Omit<Mistake, 'document' | 'at'> & { path: (string | number)[] }

function* problemsOf(
  { name, login, from, until, unavailable = [] }: Engineer,
  year: number,
): Generator<Problem> {
  if (/^[a-z0-9]+(?:[-_][a-z0-9]+)+$/.test(name))
    yield {
      path: ['name'],
      message: `"${name}" is written as the name of a file`,
      hint: 'Write the name as people say it, as "Engineer A".',
    }
  if (login?.startsWith('@'))
    yield {
      path: ['login'],
      message: `The login "${login}" begins with @, as chats write names`,
      hint: `Write "${login.slice(1)}".`,
    }
  if (from !== undefined && Number(from.slice(0, 4)) > year + MAX_YEARS_FROM)
    yield { path: ['from'], message: `The first day in the rotation, ${from}, is years ahead` }
  if (until !== undefined && Number(until.slice(0, 4)) > year + MAX_YEARS_UNTIL)
    yield {
      path: ['until'],
      message: `The last day in the rotation, ${until}, is decades ahead`,
      hint: 'Correct the year, or delete the line: nobody needs an `until` to stay.',
    }
  for (const [index, range] of unavailable.entries()) {
    const isBefore = from !== undefined && range.to < from
    if (!isBefore && (until === undefined || range.from <= until)) continue
    yield {
      path: ['unavailable', index, 'from'],
      message: `The absence ${range.from} to ${range.to} is ${isBefore ? `before their first day in the rotation, ${from}` : `after their last day in the rotation, ${until ?? ''}`}`,
      hint: 'Correct the dates, or delete the absence: they are not in the rotation then.',
    }
  }
}

/** Who has left before a rota begins has no turn in it. */
function* neverInRota(content: Content, id: string, { from, until }: Engineer): Generator<Problem> {
  // Who leaves before they come is a finding of its own.
  if (until === undefined || (from !== undefined && until < from)) return
  const starts = plannedRotas(content).flatMap((rota) => {
    const { rotation = [], start = '' } = content.rotas.get(rota)?.data ?? {}
    return rotation.includes(id) ? [start] : []
  })
  const [first] = starts.sort()
  if (first !== undefined && until < first)
    yield {
      path: ['until'],
      message: `The last day in the rotation, ${until}, is before the rota starts, on ${first}`,
      hint: 'Correct the year, or take them out of `rotation`.',
    }
}
