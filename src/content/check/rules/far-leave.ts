import type { ContentDocument } from '../../read/load.ts'
import type { Path } from '../../read/yaml/position.ts'
import type { Rule } from './rule.ts'

/** The longest leave that laws know is that of parents. */
const MAX_DAYS = 3 * 366
const MAX_YEARS = 2

export const farLeave: Rule = {
  id: 'far-leave',
  severity: 'error',
  reason: 'An absence that nobody can plan yet, or of many years, is a slip of the finger in a year.',
  fix: 'Correct the dates; who has left has an `until`.',
  *check({ content, today }) {
    const starts = [...content.rotas.values()].flatMap(({ data }) => data.start ?? [])
    const first = starts.sort()[0] ?? ''
    for (const { from, to, document, path } of absencesOf(content)) {
      const problem =
        to < first
          ? `ends before any rota starts, on ${first}`
          : Number(from.slice(0, 4)) > Number(today.slice(0, 4)) + MAX_YEARS
            ? `is more than ${String(MAX_YEARS)} years ahead`
            : daysBetween(from, to) > MAX_DAYS
              ? `lasts ${String(daysBetween(from, to))} days`
              : undefined
      if (problem !== undefined)
        yield { document, at: { path }, message: `The absence ${from} to ${to} ${problem}` }
      else if (isOfNextYear(from, to))
        yield {
          document,
          at: { path },
          message: `The absence ${from} to ${to} lasts exactly a year and a day`,
          hint: 'Correct the year, if a shorter one was meant.',
          severity: 'warning',
        }
    }
  },
}

interface Absence {
  from: string
  to: string
  document: ContentDocument
  path: Path
}

function absencesOf({ engineers, leave }: Parameters<Rule['check']>[0]['content']): Absence[] {
  return [
    ...[...engineers.values()].flatMap((document) =>
      (document.data.unavailable ?? []).map(({ from, to }, index): Absence => ({
        from,
        to,
        document,
        path: ['unavailable', index, 'from'],
      })),
    ),
    ...[...leave.values()].map((document): Absence => ({
      from: document.data.from,
      to: document.data.to,
      document,
      path: ['from'],
    })),
  ]
}

/** Until the same day of another year: the year of one of the two was mistyped. */
function isOfNextYear(from: string, to: string): boolean {
  return from.slice(4) === to.slice(4) && Number(to.slice(0, 4)) === Number(from.slice(0, 4)) + 1
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
