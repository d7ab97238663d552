import { conceptFinder, knownWords, type ConceptFinder } from './concepts.ts'
import { evidenceOf, isAnswer } from './evidence.ts'
import { isExcerpt, isMachineText, isProbe } from './excerpt.ts'
import { NO_KIND, wantedKinds } from './kind-words.ts'
import { languageOf, type Language } from './language.ts'
import { logUnits } from './log-units.ts'
import type { Texts } from './page-text.ts'
import { phrasesOf } from './phrases.ts'
import { CALLED_SO, QUOTED, quotesIn, type PlainOrder } from './quotes.ts'
import { rank, scoreOf, type Ranked, type Stages } from './rank.ts'
import { KINDS } from './settings.ts'
import { calledSo, type Called } from './whole.ts'
import { searchSignatures, type SignatureHit } from './signature-search.ts'
import { spellingOf, withWords, type Spelling } from './spelling.ts'
import type { Store } from './store.ts'
import type { Unit, UnitContext } from './unit.ts'
import { correctedText, typedUnits } from './units.ts'
import { plainWords, sameWording, wordingOf } from './wording.ts'

/** A page that is shown, and why. */
export interface Found {
  page: number
  /** Pagefind's id of it. */
  id: string
  score: number
  hit?: SignatureHit
  /** Which of the groups it is in, that come one after the other: only within a group the score decides. */
  place: 'called' | 'named' | 'enough' | 'further' | 'closest'
  /** Parts of the score, for whoever asks why: `npm run search -- QUERY --explain`. */
  coverage: number
  share: number
  wording: number
  stages?: Stages
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

const NOBODY: Called = { byTitle: new Set(), byKeyword: new Set(), byHeading: new Set() }
/** Pages that are looked through for a text in quotes. */
const MAX_QUOTING = 36

const MAX_CLOSEST = 3
/** The least share of a query that a page on this site itself must have. */
const LEAST_OF_GUIDE = 0.8
/** The least share of a query that a page has which follows an answer. */
const LEAST_OF_FURTHER = 0.35
/** An answer must have a part of what the first one scores: what comes after is about something else. */
const LEAST_OF_BEST = 0.12

/** The search itself: no page, no network; the index is handed in. */
export function createEngine(store: Store, texts: Texts, plainOrder?: PlainOrder): Engine {
  const language = languageOf(store.manifest.language)
  const concepts = conceptFinder(language, store.manifest.synonyms)
  let spelling: Promise<Spelling> | undefined
  const context: UnitContext = {
    store,
    language,
    concepts,
    spelling: () =>
      (spelling ??= store
        .words()
        .then((words) => withWords(spellingOf(words), knownWords(language, store.manifest.synonyms)))),
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
      const isCalledSo = (page: number) =>
        called.byTitle.has(page) || called.byKeyword.has(page) || called.byHeading.has(page)
      // The heading of one page alone: whoever types all of it wants that page, unless another is called so.
      const isHeaded = called.byHeading.size === 1 && called.byKeyword.size === 0 && called.byTitle.size === 0
      const [headed] = isHeaded ? called.byHeading : []
      let ranked = withCalled(rank(units, store.manifest, store.ids.length, wanted.kinds), called)

      const plainPages =
        plainOrder &&
        (async (asked: string) =>
          (await plainOrder(asked).catch((): string[] => [])).map((id) => store.ids.indexOf(id)))
      const quotes = await quotesIn(text, isLog, ranked, wording, plainPages)
      const { shares, factors, alone, nearly } = quotes
      const unranked = [...shares.keys()].filter((page) => !ranked.some((each) => each.page === page))
      ranked.push(...unranked.map((page) => ({ page, score: 0, coverage: 0 })))
      ranked = ranked
        .map((each) => {
          const stages = each.stages && {
            ...each.stages,
            wording: factors.get(each.page) ?? 1,
            called: isCalledSo(each.page) ? CALLED_SO : 1,
          }
          return stages ? { ...each, stages, score: scoreOf(stages) } : each
        })
        .sort((a, b) => b.score - a.score || a.page - b.page)
      const scores = new Map(ranked.map(({ page, score }) => [page, score]))
      const hits = await searchSignatures(text, units, isMachineText(text), store, scores)
      const { kept, unquoted } = await quoted(phrases, ranked, wording)
      const of = (each: Ranked): Found => ({
        ...each,
        id: store.ids[each.page] ?? '',
        share: evidenceOf(each, units).share,
        wording: shares.get(each.page) ?? 0,
        place: 'enough',
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
            isCalledSo(page) ||
            (nearly.has(page) && same >= QUOTED) ||
            (isAnswer(evidenceOf({ page }, units), same, isLog || isMachineText(text)) &&
              (same >= 0.5 || !isProbe(text)) &&
              (kindOf(page) !== 'guide' || isAbout(page))),
        )
      const best = found[0]?.score ?? 0
      const byPage = new Map(kept.map((each) => [each.page, each]))
      const named = hits.map((hit): Found => ({
        ...of(byPage.get(hit.page) ?? { page: hit.page, score: 0, coverage: 0 }),
        hit,
        place: 'named',
      }))
      const isNamed = new Set(hits.map(({ page }) => page))
      // The page that is called just so comes first, or that alone says all of it, whatever else the words are said by.
      // A name of machines in a line says less than the line.
      const isNameAlone = hits.length > 0 && hits.every(({ isName }) => isName)
      const isCalled = ({ page }: Found) =>
        called.byTitle.has(page) || page === alone || page === headed || (isNameAlone && nearly.has(page))
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
        ...[...named, ...others].filter(isCalled).map((each): Found => ({ ...each, place: 'called' })),
        ...[...named, ...others].filter((each) => !isCalled(each)),
        ...further.map((each): Found => ({ ...each, place: 'further' })),
      ]
      const nearest = answers.length > 0 || units.every(({ ways }) => ways.length === 0) ? [] : kept
      const plain = nearest.length > 0 && !isLog && plainOrder ? await plainOrder(text).catch(() => []) : []
      const closest = fused(nearest, plain, store.ids)
        .slice(0, MAX_CLOSEST)
        .map((each): Found => ({ ...of(each), place: 'closest' }))
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

/** The ranked pages, and after them those that are called so and have none of the telling words. */
function withCalled(ranked: readonly Ranked[], { byTitle, byKeyword, byHeading }: Called): Ranked[] {
  const known = new Set(ranked.map(({ page }) => page))
  const others = [...new Set([...byTitle, ...byKeyword, ...byHeading])].filter((page) => !known.has(page))
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
    for (const each of kept.slice(0, MAX_QUOTING))
      if (sameWording(rows, await wording(each.page)) === 1) having.push(each)
    if (having.length > 0) kept = having
    else unquoted.push(phrase)
  }
  return { kept, unquoted }
}
