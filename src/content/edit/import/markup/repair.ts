import type { PageLog } from '../common/log.ts'

interface Problem {
  rule: string
  start: number
}

const MAX_ROUNDS = 40
const TAG = /^<\/?([A-Za-z][\w-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*>/

/**
 * Takes out what no page may hold and a conversion could not foresee: tags that are never closed, closed twice, or in a
 * wrong place. Their text stays.
 */
export function repairHtml(
  body: string,
  problemsOf: (text: string) => readonly Problem[],
  log: PageLog,
): string {
  let text = body
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const problems = problemsOf(text).filter(({ rule }) => rule === 'html' || rule === 'unclosed-html')
    if (problems.length === 0) return text
    const tags = problems.flatMap(({ start: offset }) => {
      const tag = TAG.exec(text.slice(offset))
      // What nobody could convert is for people to write: the check finds it.
      return tag && !/^<\/?[A-Z][a-z]+[A-Z]/.test(tag[0])
        ? [{ start: offset, end: offset + tag[0].length }]
        : []
    })
    if (tags.length === 0) return text
    for (const { start, end } of tags.toSorted((a, b) => b.start - a.start)) {
      text = text.slice(0, start) + text.slice(end)
      log.dropped('element in a wrong place')
    }
  }
  return text
}
