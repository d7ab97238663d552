import type { Content } from '../../content/read/load.ts'
import { everydayWords } from './everyday-words.ts'
import type { IndexOptions } from './make-index.ts'

/** What a team says of its search in `site.yaml`. */
export function indexOptions({ site }: Pick<Content, 'site'>): IndexOptions {
  const { language = 'en', synonyms = [], terms, searchBoosts = {} } = site?.data ?? {}
  return {
    language,
    synonyms,
    everyday: everydayWords(language),
    kindWords: {
      issue: wordsOf(terms?.issue, 'issue'),
      runbook: wordsOf(terms?.runbook, 'runbook'),
      pipeline: wordsOf(terms?.pipeline, 'pipeline'),
      team: ['team', 'teams'],
    },
    kindBoosts: searchBoosts,
  }
}

function wordsOf(term: { one: string; many?: string | undefined } | undefined, own: string): string[] {
  const { one, many } = term ?? { one: own }
  return [own, `${own}s`, one, many ?? `${one}s`]
}
