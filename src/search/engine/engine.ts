import { conceptFinder, type ConceptFinder } from './concepts.ts'
import { evidenceOf, isAnswer } from './evidence.ts'
import { isExcerpt, isMachineText, isProbe } from './excerpt.ts'
import { NO_KIND, wantedKinds } from './kind-words.ts'
import { languageOf, type Language } from './language.ts'
import { logUnits } from './log-units.ts'
import type { Texts } from './page-text.ts'
import { phrasesOf } from './phrases.ts'
import { rank, type Ranked } from './rank.ts'
import { KINDS } from './settings.ts'
import { calledSo, type Called } from './whole.ts'
import { searchSignatures, type SignatureHit } from './signature-search.ts'
import { spellingOf, type Spelling } from './spelling.ts'
import type { Store } from './store.ts'
import { typedUnits, type Unit, type UnitContext } from './units.ts'
import { plainWords, rowsOf, sameWording, wordingOf } from './wording.ts'

/** A page that is shown, and why. */
export interface Found {
  page: number
  /** Pagefind's id of it. */
  id: string
  score: number
  hit?: SignatureHit
  /** Parts of the score, for whoever asks why: `npm run search -- QUERY --explain`. */
  coverage: number
  share: number
  wording: number
}

export interface Answer {
  query: string
  /** Best first; none where no page has enough of what was asked. */
  found: Found[]
  /** Where nothing was found: up to three pages that have some of it. */
  closest: Found[]
  units: Unit[]
  isLog: boolean
  /** Quoted texts that no page has. */
  unquoted: string[]
  corrected: { from: string; to: string }[]
  /** What the first page has of the query, and what it lacks, as typed. */
  matched: string[]
  missing: string[]
}

export interface Engine {
  /** Finds pages for a typed or pasted text, best first. */
  search: (text: string) => Promise<Answer>
  store: Store
  texts: Texts
  language: Language
  concepts: ConceptFinder
}

/** Characters of a paste that are read. */
export const MAX_TEXT = 200_000

/** How long typing must pause before a search, in milliseconds: enough for a burst of keys, and not seen by who types. */
export const PAUSE = 30

/** Pages whose wording is compared, where the query has rows of words to compare. */
const COMPARED = 12
/** How much more a page counts that has all of the query just so. */
const WORDING_BOOST = 4
const MIN_ROWS = 2
/** How much more a page counts that has a query as its title or keyword, or says it just so. */
const CALLED_SO = 3
/** Pages of Pagefind's own order that are compared with a sentence. */
const COMPARED_PLAIN = 10
/** From so many rows on, a page that has nearly all of them is quoted. */
const ROWS_OF_QUOTE = 3
const QUOTED = 0.95
/** How much more a page counts that says all of a query in one piece: a list of links says most of it, too. */
const WHOLE_QUOTE = 8
/** From so many rows on, a text that one page alone has in one piece is that page's. */
const ROWS_OF_OWN = 6
const NOBODY: Called = { byTitle: new Set(), byKeyword: new Set() }
/** What the first place in Pagefind's order adds. */
const OF_PLAIN = 0.5
/** So many rows of words nobody types but who quotes a sentence. */
const ROWS_OF_SENTENCE = 4

const MAX_CLOSEST = 3
/** The least share of a query that a page on this site itself must have. */
const LEAST_OF_GUIDE = 0.8
/** The least share of a query that a page has which follows an answer. */
const LEAST_OF_FURTHER = 0.35
/** An answer must have a part of what the first one scores: what comes after is about something else. */
const LEAST_OF_BEST = 0.12

/** The ids of pages as Pagefind's own ranking has them, for what no page has enough of. */
export type PlainOrder = (text: string) => Promise<string[]>

/** The search itself: no page, no network; the index is handed in. */
export function createEngine(store: Store, texts: Texts, plainOrder?: PlainOrder): Engine {
  const language = languageOf(store.manifest.language)
  const concepts = conceptFinder(language, store.manifest.synonyms)
  let spelling: Promise<Spelling> | undefined
  const context: UnitContext = {
    store,
    language,
    concepts,
    spelling: () => (spelling ??= store.words().then(spellingOf)),
  }
  const wordings = new Map<number, Promise<string>>()
  const wording = (page: number): Promise<string> => {
    const reading = wordings.get(page) ?? texts(store.ids[page] ?? '').then(wordingOf)
    wordings.set(page, reading)
    reading.catch(() => wordings.delete(page))
    return reading
  }

  const kindWords = new Map(Object.entries(store.manifest.kindWords ?? {}))

  return {
    store,
    texts,
    language,
    concepts,
    async search(query) {
      const text = query.slice(0, MAX_TEXT)
      const isLog = isExcerpt(text)
      const { phrases, rest } = isLog ? { phrases: [], rest: text } : phrasesOf(text)
      const wanted = isLog ? NO_KIND : wantedKinds(text, kindWords, language)
      // A word for a kind of page is not looked for in pages: it says which of them are meant.
      const units = isLog
        ? await logUnits(text, context)
        : (await typedUnits([rest, ...phrases].join(' '), context)).map((unit) =>
            wanted.words.has(unit.shown) ? { ...unit, counts: false } : unit,
          )
      const called = await calledSo(isLog ? [] : [text, correctedText(text, units)], store)
      const ofKind = wanted.kinds.size === 0 ? NOBODY : await calledSo([wanted.rest], store)
      for (const page of ofKind.byTitle)
        if (wanted.kinds.has(Number(store.manifest.kinds[page] ?? 0))) called.byTitle.add(page)
      let ranked = withCalled(rank(units, store.manifest, store.ids.length, wanted.kinds), called)

      const rows = rowsOf(text)
      const shares = new Map<number, number>()
      const compared = rows.length >= MIN_ROWS || phrases.length > 0 ? ranked.slice(0, COMPARED) : []
      const isSentence = rows.length >= ROWS_OF_SENTENCE && !isLog && plainOrder !== undefined
      // A whole sentence: the pages with all of its words, the small ones too, are Pagefind's to name.
      const inPlainOrder = isSentence
        ? (await plainOrder(text).catch((): string[] => [])).map((id) => store.ids.indexOf(id))
        : []
      for (const page of inPlainOrder.slice(0, COMPARED_PLAIN))
        if (page >= 0 && !compared.some((each) => each.page === page)) {
          const known = ranked.find((each) => each.page === page) ?? { page, score: 0, coverage: 0 }
          if (known.score === 0) ranked.push(known)
          compared.push(known)
        }
      const whole = new Set<number>()
      const better = new Map(
        await Promise.all(
          compared.map(async ({ page }): Promise<[number, number]> => {
            const same = rows.length >= MIN_ROWS ? sameWording(rows, await wording(page)) : 0
            shares.set(page, same)
            const isQuote = rows.length >= ROWS_OF_QUOTE && same >= QUOTED
            const place = inPlainOrder.indexOf(page)
            // Of pages that say it alike, Pagefind's first is first.
            const isWhole = isQuote && (await wording(page)).includes(plainWords(text))
            if (isWhole && rows.length >= ROWS_OF_OWN) whole.add(page)
            const quote = isQuote
              ? (isWhole ? WHOLE_QUOTE : CALLED_SO) * (place < 0 ? 1 : 1 + OF_PLAIN / (1 + place))
              : 1
            return [page, (1 + WORDING_BOOST * beyondChance(same) ** 2) * quote]
          }),
        ),
      )
      ranked = ranked
        .map((each) => ({
          ...each,
          score:
            each.score *
            (better.get(each.page) ?? 1) *
            (called.byTitle.has(each.page) || called.byKeyword.has(each.page) ? CALLED_SO : 1),
        }))
        .sort((a, b) => b.score - a.score || a.page - b.page)
      const scores = new Map(ranked.map(({ page, score }) => [page, score]))
      const hits = await searchSignatures(text, units, isMachineText(text), store, scores)
      const { kept, unquoted } = await quoted(phrases, ranked, wording)
      const of = (each: Ranked): Found => ({
        ...each,
        id: store.ids[each.page] ?? '',
        share: evidenceOf(each, units).share,
        wording: shares.get(each.page) ?? 0,
      })
      const kindOf = (page: number) => KINDS[Number(store.manifest.kinds[page] ?? 0)]
      // How this site is written is an answer to who asks for just that, and says something of everything.
      const isAbout = (page: number) => {
        const { share, strong } = evidenceOf({ page }, units)
        return strong >= 2 && share >= LEAST_OF_GUIDE
      }
      const isFurther = ({ page, share }: Found) => share >= LEAST_OF_FURTHER && kindOf(page) !== 'guide'
      const found = [...kept]
        .map(of)
        .filter(
          ({ page, wording: same }) =>
            called.byTitle.has(page) ||
            called.byKeyword.has(page) ||
            (isSentence && same >= QUOTED) ||
            (isAnswer(evidenceOf({ page }, units), same, isLog || isMachineText(text)) &&
              (same >= 0.5 || !isProbe(text)) &&
              (kindOf(page) !== 'guide' || isAbout(page))),
        )
      const best = found[0]?.score ?? 0
      const byPage = new Map(kept.map((each) => [each.page, each]))
      const named = hits.map((hit): Found => ({
        ...of(byPage.get(hit.page) ?? { page: hit.page, score: 0, coverage: 0 }),
        hit,
      }))
      const isNamed = new Set(hits.map(({ page }) => page))
      // The page that is called just so comes first, or that alone says all of it, whatever else the words are said by.
      const isCalled = ({ page }: Found) => called.byTitle.has(page) || (whole.size === 1 && whole.has(page))
      const others = found.filter(
        (each) => !isNamed.has(each.page) && (each.score >= LEAST_OF_BEST * best || isCalled(each)),
      )
      const answered = new Set([...isNamed, ...others.map(({ page }) => page)])
      // Where there is an answer, pages that have a part of the query may follow it.
      const further =
        answered.size === 0
          ? []
          : kept
              .filter(({ page }) => !answered.has(page))
              .map(of)
              .filter(isFurther)
      const answers = [
        ...[...named, ...others].filter(isCalled),
        ...[...named, ...others].filter((each) => !isCalled(each)),
        ...further,
      ]
      const nearest = answers.length > 0 || units.every(({ ways }) => ways.length === 0) ? [] : kept
      const plain = nearest.length > 0 && !isLog && plainOrder ? await plainOrder(text).catch(() => []) : []
      const closest = fused(nearest, plain, store.ids).slice(0, MAX_CLOSEST).map(of)
      const top = answers[0] ?? closest[0]
      const missing = top ? evidenceOf(top, units).missing : units
      return {
        query: text,
        found: answers,
        closest,
        units,
        isLog,
        unquoted,
        corrected: units.flatMap(({ shown, corrected }) =>
          corrected === undefined ? [] : [{ from: shown, to: corrected }],
        ),
        matched: units.filter((unit) => unit.counts && !missing.includes(unit)).map(({ shown }) => shown),
        missing: missing.map(({ shown }) => shown),
      }
    },
  }
}

/** A query with its corrections. */
function correctedText(text: string, units: readonly Unit[]): string {
  return units.reduce(
    (corrected, unit) =>
      unit.corrected === undefined ? corrected : corrected.replace(unit.shown, () => unit.corrected ?? ''),
    text,
  )
}

/** The ranked pages, and after them those that are called so and have none of the telling words. */
function withCalled(ranked: readonly Ranked[], { byTitle, byKeyword }: Called): Ranked[] {
  const known = new Set(ranked.map(({ page }) => page))
  const others = [...new Set([...byTitle, ...byKeyword])].filter((page) => !known.has(page))
  return [...ranked, ...others.map((page) => ({ page, score: 0, coverage: 0 }))]
}

/** Both orders as one: a page counts by its places in them. */
function fused(ranked: readonly Ranked[], plain: readonly string[], ids: readonly string[]): Ranked[] {
  const worth = new Map(ranked.map(({ page }, index) => [page, 1 / (1 + index)]))
  for (const [index, id] of plain.entries()) {
    const page = ids.indexOf(id)
    if (page >= 0) worth.set(page, (worth.get(page) ?? 0) + 0.5 / (1 + index))
  }
  const known = new Map(ranked.map((each) => [each.page, each]))
  return [...worth]
    .sort(([a, first], [b, second]) => second - first || a - b)
    .map(([page]) => known.get(page) ?? { page, score: 0, coverage: 0 })
}

/** A few small words in a row are on any page. */
const beyondChance = (share: number): number => Math.max(0, (share - 0.25) / 0.75)

/** Pages that have every quoted text just so; where none has one, it is not asked for. */
async function quoted(
  phrases: readonly string[],
  ranked: readonly Ranked[],
  wording: (page: number) => Promise<string>,
) {
  let kept: readonly Ranked[] = ranked
  const unquoted: string[] = []
  for (const phrase of phrases) {
    const rows = [plainWords(phrase)]
    const having: Ranked[] = []
    for (const each of kept.slice(0, 3 * COMPARED))
      if (sameWording(rows, await wording(each.page)) === 1) having.push(each)
    if (having.length > 0) kept = having
    else unquoted.push(phrase)
  }
  return { kept, unquoted }
}
