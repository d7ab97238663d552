import distance from 'damerau-levenshtein'
import type { ContentDocument } from '../../read/load.ts'
import type { Mistake, Rule } from './rule.ts'

export const componentSpelling: Rule = {
  id: 'component-spelling',
  severity: 'warning',
  reason: 'A component that is spelled in two ways becomes two filters, each with a part of the issues.',
  fix: 'Use the spelling of the other entries.',
  *check({ drafts }) {
    yield* spellingsIn('components', drafts.issues)
    yield* spellingsIn('consumers', drafts.pipelines)
  },
}

interface Listing {
  components?: readonly string[] | undefined
  consumers?: readonly string[] | undefined
}

function* spellingsIn(
  field: keyof Listing,
  documents: readonly (ContentDocument & { data: Listing })[],
): Generator<Mistake> {
  const uses = new Map<string, number>()
  for (const { data } of documents)
    for (const name of data[field] ?? []) uses.set(name, (uses.get(name) ?? 0) + 1)
  for (const document of documents) {
    for (const [index, name] of (document.data[field] ?? []).entries()) {
      const likely = nearest(name, uses) ?? sameWords(name, uses)
      if (likely === undefined) continue
      yield {
        document,
        at: { path: [field, index] },
        message: `"${name}" is ${uses.get(name) === 1 ? 'used here only' : 'also written in another way'}`,
        hint: `Did you mean "${likely}", as elsewhere?`,
      }
    }
  }
}

/** For a name that one entry alone uses: the one in use that it was probably meant to be. */
function nearest(component: string, uses: ReadonlyMap<string, number>): string | undefined {
  if (uses.get(component) !== 1) return undefined
  const isSlip = (name: string) =>
    distance(name, component).steps <= (component.length > 5 ? 2 : 1) ||
    `${name}s` === component ||
    `${component}s` === name
  return [...uses].find(([name, times]) => times > 1 && isSlip(name))?.[0]
}

/** The same name with other signs between its words, in another letter case or in the plural: the one that is used first counts. */
function sameWords(component: string, uses: ReadonlyMap<string, number>): string | undefined {
  const names = [...uses]
    .map(([name, times], order) => ({ name, times, order }))
    .filter(({ name }) => plainName(name) === plainName(component))
    .sort((a, b) => b.times - a.times || a.order - b.order)
  const [first] = names
  return first && first.name !== component ? first.name : undefined
}

function plainName(component: string): string {
  return component
    .toLowerCase()
    .replace(/[\s_./-]+/g, '')
    .replace(/(?<=\w{4})s$/, '')
}
