import type { Site } from '../../../model/site.ts'
import type { SettingProblem } from './setting-problem.ts'

/** Words that `site.yaml` gives two meanings, where each was to have one. */
export function* wordProblems({ synonyms = [], terms = {} }: Site): Generator<SettingProblem> {
  const rows = new Map<string, number>()
  for (const [row, words] of synonyms.entries())
    for (const [index, word] of words.entries()) {
      const key = word.trim().toLowerCase()
      const other = rows.get(key)
      if (other !== undefined && other !== row)
        yield {
          path: ['synonyms', row, index],
          message: `"${word}" is in another list of synonyms too: with "${synonyms[other]?.find((each) => each.toLowerCase() !== key) ?? ''}"`,
          hint: 'If all of these words mean the same, write them in one list; otherwise leave the word out of one.',
          severity: 'warning',
        }
      rows.set(key, row)
    }
  const kinds = new Map<string, string>()
  for (const [kind, term] of Object.entries(terms)) {
    if (term === undefined) continue
    const key = term.one.toLowerCase()
    const other = kinds.get(key)
    if (other !== undefined)
      yield {
        path: ['terms', kind, 'one'],
        message: `"${term.one}" is what ${article(other)} is called too`,
        hint: 'Give each kind of page a word of its own.',
      }
    kinds.set(key, kind)
    if (term.many?.toLowerCase() === key && key.endsWith('s'))
      yield {
        path: ['terms', kind, 'one'],
        message: `One and many of them are both "${term.one}"`,
        hint: 'Write one of them in `one`, as incident.',
        severity: 'warning',
      }
  }
}

const article = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
