import { keysOf } from '../engine/signature-keys.ts'
import { plainWords, withoutNumbers } from '../engine/wording.ts'
import type { SearchDocument } from './documents.ts'
import type { Query } from './evaluate.ts'

/** Numbers from 0 to 1, the same for the same seed. */
export type Random = () => number

export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 0x1_0000_0000
  }
}

/**
 * Queries that nobody thought up, made of pages of any team: one of each kind for each page that has what it takes. Where
 * other pages say just what is asked, they are right as well: those whose title has every word of a half-remembered one,
 * and those that print the same line with other numbers.
 */
export function foreignQueries(documents: readonly SearchDocument[], random: Random): Query[] {
  const titles = new Map<string, number>()
  const count = (title: string) => titles.get(title.toLowerCase()) ?? 0
  for (const { title } of documents) titles.set(title.toLowerCase(), count(title) + 1)
  const wordings = documents.map(({ title, summary, text }) => plainWords(`${title} ${summary} ${text}`))
  // What two pages say just so, however they write it, has two right answers.
  const isOwn = (text: string): boolean => {
    const words = plainWords(text)
    return wordings.filter((wording) => wording.includes(words)).length === 1
  }

  const isInTitle = (asked: string, other: number) => {
    const own = plainWords(documents[other]?.title ?? '')
    return plainWords(asked)
      .trim()
      .split(' ')
      .every((word) => own.includes(` ${word} `))
  }
  const loose = wordings.map(withoutNumbers)
  const isInLine = (asked: string, other: number) =>
    (loose[other] ?? '').includes(withoutNumbers(plainWords(asked)))

  return documents.flatMap((document): Query[] => {
    const page = addressOf(document)
    const ask = (
      kind: string,
      q: string | undefined,
      isAlsoIn: (asked: string, other: number) => boolean = () => false,
    ): Query[] => {
      if (q === undefined) return []
      const also = documents.flatMap((other, index) =>
        other !== document && isAlsoIn(q, index) ? [addressOf(other)] : [],
      )
      return [{ kind, q, page, ...(also.length > 0 && { also }) }]
    }
    // Two pages of one title are both right; neither can be asked for by it.
    const title = count(document.title) === 1 ? document.title : undefined
    const own = unique(sentencesOf(document)).filter(isOwn)
    const code = unique(codeLines(document)).filter(isOwn)
    const heading = document.headings.find((each) => each.split(' ').length > 2 && isOwn(each))
    const error = unique(errorLines(document)).find(isOwn)
    const alert = document.names.find((name) => keysOf(name).length === 1)
    return [
      ...ask('title', title),
      ...ask('misspelt title', title && misspelt(title, random)),
      ...ask('half of the title', title && half(title), isInTitle),
      ...ask('alert', alert),
      ...ask('line of an alert', alert && `[FIRING:1] ${alert} (prod-7 node-3 critical)`),
      ...ask('first sentence', own[0]),
      ...ask('sentence from the middle', own[Math.floor(own.length / 2)]),
      ...ask('line of code', pick(code, random)),
      ...ask('heading', heading),
      ...ask('error with other numbers', error && otherNumbers(error, random), isInLine),
    ]
  })
}

const addressOf = ({ url }: SearchDocument): string => url.replace(/^\/|\/$/g, '')

function sentencesOf({ text, title, summary }: SearchDocument): string[] {
  return text
    .replace(title, ' ')
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter(
      (sentence) =>
        /^\p{Lu}/u.test(sentence) &&
        sentence.split(' ').length >= 6 &&
        sentence.length < 200 &&
        sentence !== summary,
    )
}

function codeLines({ text }: SearchDocument): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line) =>
        /^(?:kubectl|oc|curl|psql|select|aws|az|gcloud|sudo|docker|helm|ceph|rate|sum|cat|grep)\b/i.test(
          line,
        ) &&
        line.split(/\s+/).length >= 4 &&
        line.length < 160,
    )
}

/** Lines that a program printed, with a count, a time or an id in them. */
function errorLines({ text }: SearchDocument): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line) =>
        /error|exception|fail|denied|refused|timed? ?out|fatal|panic/i.test(line) &&
        // Not a step of a list.
        !/^(?:[-*+]|\p{N}+[.)])\s/u.test(line) &&
        /\p{N}/u.test(line) &&
        /[:=[\]{}"]/.test(line) &&
        line.split(/\s+/).length >= 5 &&
        line.length < 300,
    )
}

/** Digits vary from one time that a fault is seen to the next; those within a word are its name. */
const otherNumbers = (line: string, random: Random): string =>
  line.replace(/(?<![\p{L}_])\p{N}+(?![\p{L}_])/gu, (digits) =>
    [...digits].map(() => String(Math.floor(random() * 10))).join(''),
  )

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

const pick = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)]

/** The longest word with two letters swapped, one missing or one doubled. */
function misspelt(title: string, random: Random): string | undefined {
  const [longest] = (title.match(/\p{Ll}{6,}/gu) ?? []).sort((a, b) => b.length - a.length)
  if (longest === undefined) return undefined
  const at = 1 + Math.floor(random() * (longest.length - 3))
  const [a = '', b = ''] = [longest[at], longest[at + 1]]
  const slips = [a === b ? a : b + a, b, a + a + b]
  return title.replace(longest, longest.slice(0, at) + (pick(slips, random) ?? '') + longest.slice(at + 2))
}

/** Every second word of a long title. */
function half(title: string): string | undefined {
  const words = title.split(/\s+/).filter((word) => word.length > 3)
  return words.length < 4 ? undefined : words.filter((_, index) => index % 2 === 0).join(' ')
}
