import type { Answer, Found } from '../../src/search/engine/engine.ts'
import { saidOn, type Stages } from '../../src/search/engine/rank.ts'
import type { Unit, Way } from '../../src/search/engine/unit.ts'

/** Rows of words that mean the same, as `site.yaml` has them. */
type Synonyms = readonly (readonly string[])[]

/** Words of a row that are shown: enough to find it in `site.yaml`. */
const MAX_SHOWN = 3

const PLACES = ['in its text', 'in its summary, signatures or headings', 'in its title, keywords or names']

/** Why a page is in its group; the groups come one after the other, and only within a group the score decides. */
const GROUPS: Readonly<Record<Found['place'], string>> = {
  called: 'it is called just so, or is the one page that says all of it; such pages come first',
  named: 'it names a text that is in yours; such pages come before those that only have the words',
  enough: 'it has enough of the query to be an answer; among such pages the score decides',
  further: 'it has a part of the query, and follows the answers',
  closest: 'it has too little of the query to be an answer, and is among the closest pages',
}

/** Why a page is where it is: its group, what its score is the product of, and which words are where on it. */
export function reasonsOf(found: Found, units: readonly Unit[]): string {
  const { share, score, stages, place } = found
  return [
    `Why it is here: ${GROUPS[place]}.`,
    `Score ${score.toFixed(2)}${stages ? ` = ${productOf(stages)}` : ': it has no word of the query'}; evidence ${percent(share)}.`,
    ...wordsByPlace(found, units),
  ]
    .map((line) => `   ${line}`)
    .join('\n')
}

/** What a score is the product of; what changes nothing is left out. */
function productOf({ words, coverage, title, kind, boost, wording = 1, called = 1 }: Stages): string {
  const factors = Object.entries({
    'for the share of the query that it has': coverage,
    'for what is in its title, keywords and names': title,
    'for its kind of page': kind,
    'for its own boost': boost,
    'for saying it just so': wording,
    'for being called so': called,
  }).filter(([, factor]) => factor !== 1)
  return [`words ${words.toFixed(2)}`, ...factors.map(([why, factor]) => `${factor.toFixed(2)} ${why}`)].join(
    ' × ',
  )
}

/** The words of the query by the best place that they have on a page, with what each adds to the score; then those that it lacks. */
function wordsByPlace({ page }: Found, units: readonly Unit[]): string[] {
  const said = units.map((unit) => ({ unit, ...best(unit, page) }))
  const places = PLACES.map((name, place) => {
    const here = said.filter((each) => each.amount > 0 && each.place === place)
    return here.length === 0
      ? []
      : [
          `${name}: ${here.map(({ unit, amount }) => `"${shownOf(unit)}" +${(unit.weight * amount).toFixed(2)}`).join(', ')}`,
        ]
  })
  const missing = said.filter(({ unit, amount }) => unit.counts && amount === 0)
  return [
    ...places.toReversed().flat(),
    ...(missing.length === 0
      ? []
      : [`not on it: ${missing.map(({ unit }) => `"${shownOf(unit)}"`).join(', ')}`]),
  ].map((line) => line.charAt(0).toUpperCase() + line.slice(1))
}

/** How well a page says a unit, by the best of the terms that say it, and in the best of their places. */
function best({ ways }: Unit, page: number): { amount: number; place: number } {
  const all = ways.map((way) => saidOn(way, page)).filter(({ amount }) => amount > 0)
  return {
    amount: Math.max(0, ...all.map(({ amount }) => amount)),
    place: Math.max(0, ...all.map(({ place }) => place)),
  }
}

/** What each word of the query counts, what it was taken for, and by which terms it was looked for. */
export function queryOf({ units }: Answer, synonyms: Synonyms): string {
  const lines = units.map((unit) => {
    const taken = unit.corrected === undefined ? '' : `, taken for "${unit.corrected}"`
    const terms = unit.ways.map((way) => termOf(way, synonyms))
    const weight = `${unit.weight.toFixed(2)}${unit.counts ? '' : ' more where it is'}`
    return `  "${shownOf(unit)}"${taken}: ${kindOf(unit)}, counts ${weight}; ${terms.length === 0 ? 'on no page' : terms.join('; ')}`
  })
  return [
    lines.length === 0 ? 'The query has no word to search for.' : 'What the query says:',
    ...lines,
  ].join('\n')
}

const kindOf = ({ kind, isCombined = false }: Unit): string =>
  isCombined ? 'synonyms in other words' : kind === 'meaning' ? 'phrase' : kind

function termOf({ term, share, postings: { count } }: Way, synonyms: Synonyms): string {
  const pages = `on ${String(count)} ${count === 1 ? 'page' : 'pages'}`
  const row = /^#\d+$/.test(term) ? synonyms[Number(term.slice(1))] : undefined
  const name = row
    ? `the synonyms of site.yaml that begin with ${row
        .slice(0, MAX_SHOWN)
        .map((word) => `"${word}"`)
        .join(', ')}`
    : term.startsWith('#')
      ? `words for "${term.slice(1)}"`
      : `"${term}"`
  return `${name} ${pages}${share === 1 ? '' : `, at ${percent(share)}`}`
}

/** A long query in one line. */
const shownOf = ({ shown }: Unit): string => {
  const line = shown.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}

const percent = (share: number): string => `${String(Math.round(share * 100))} %`
