import { answersTo } from '../../client/answers/answers.ts'
import { links } from '../../site/site-links.ts'

type Facts = Parameters<typeof answersTo>[1]

let loading: Promise<Facts> | undefined

/** Lines that answer a search by themselves, shown above its results; none where nothing is asked, or nothing has loaded. */
export async function directAnswers(text: string): Promise<HTMLElement[]> {
  loading ??= fetch(links.file('search/facts.json')).then((response) => response.json() as Promise<Facts>)
  try {
    return answersTo(text, await loading)
  } catch {
    loading = undefined
    return []
  }
}
