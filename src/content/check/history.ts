import { historyProblems } from '../../oncall/index.ts'
import { count } from '../../text/wording.ts'
import { displayPath } from '../read/files.ts'
import type { Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { toFinding } from './rotas.ts'

const RULE = { severity: 'error', rule: 'published-history' } as const

/**
 * What a change does to weeks that were announced: those that have begun stay as they were (R11), and a rota that is still
 * there keeps its file of them.
 *
 * @param before the content in the revision that is compared with
 * @param today `YYYY-MM-DD`: weeks that start on it or before have begun
 */
export function historyFindings(before: Content, after: Content, today: string): Finding[] {
  return [...before.published].flatMap(([rota, { data: weeks }]) => {
    const isLeft = after.documents.some(({ collection, id }) => collection === 'rotas' && id === rota)
    // Who gives up a rota gives up its weeks.
    if (!isLeft || weeks.length === 0) return []
    const written = after.documents.find(({ collection, id }) => collection === 'published' && id === rota)
    const now = after.published.get(rota)?.data
    if (written && !now) return []
    if (!now || now.length === 0)
      return [
        {
          ...RULE,
          file: written?.file ?? `${displayPath(after.root)}/published/${rota}.yaml`,
          message: `The file ${written ? 'is emptied' : 'is deleted'}, and with it ${count(weeks.length, 'announced week')}, ${span(weeks)}`,
          hint: `Put it back: git restore --source=REVISION published/${rota}.yaml. Weeks to come are changed with \`npm run oncall -- publish ${rota} --amend\`.`,
        },
      ]
    const problems = historyProblems(weeks, now, today)
    const gone = problems.filter(({ published }) => published === undefined)
    const changed = problems.filter(({ published }) => published !== undefined)
    const left = new Set(now.map(({ start }) => start))
    const withdrawn = weeks.filter(({ start }) => start > today && !left.has(start))
    return [
      ...(withdrawn.length > 0 ? [withdrawnWeeks(written?.file ?? '', withdrawn)] : []),
      ...(gone.length > 0 ? [goneWeeks(written?.file ?? '', gone)] : []),
      ...changed.map((problem) => toFinding(after, rota, problem)),
    ]
  })
}

/** Weeks to come that people know already, and that the change takes out of the file. */
function withdrawnWeeks(file: string, weeks: readonly { start: string }[]): Finding {
  return {
    ...RULE,
    severity: 'warning',
    file,
    message: `${count(weeks.length, 'announced week')} to come, ${span(weeks)}, ${weeks.length === 1 ? 'is' : 'are'} no longer published`,
    hint: 'Put them back, or announce them anew: npm run oncall -- publish --from DATE keeps the weeks and plans them again.',
  }
}

/** Weeks that are taken out together are one mistake. */
function goneWeeks(file: string, gone: readonly { date?: string | undefined }[]): Finding {
  const weeks = gone.map(({ date = '' }) => ({ start: date }))
  return {
    ...RULE,
    file,
    message:
      gone.length === 1
        ? `The week of ${weeks[0]?.start ?? ''} has begun, and is no longer published`
        : `${count(gone.length, 'week')} that have begun, ${span(weeks)}, are no longer published`,
    hint: 'Put them back as they were, and write down what really happened as an override.',
  }
}

function span(weeks: readonly { start: string }[]): string {
  const [first = '', last = first] = [weeks[0]?.start, weeks.at(-1)?.start]
  return first === last ? `of ${first}` : `from that of ${first} to that of ${last}`
}
