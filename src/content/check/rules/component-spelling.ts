import distance from 'damerau-levenshtein'
import type { Rule } from './rule.ts'

export const componentSpelling: Rule = {
  id: 'component-spelling',
  severity: 'warning',
  reason: 'A component that is spelled in two ways becomes two filters, each with a part of the issues.',
  fix: 'Use the spelling of the other entries.',
  *check({ drafts }) {
    const uses = new Map<string, number>()
    for (const { data } of drafts.issues) {
      for (const component of data.components ?? []) uses.set(component, (uses.get(component) ?? 0) + 1)
    }
    for (const document of drafts.issues) {
      for (const [index, component] of (document.data.components ?? []).entries()) {
        const likely = nearest(component, uses)
        if (likely === undefined) continue
        yield {
          document,
          at: { path: ['components', index] },
          message: `"${component}" is used here only`,
          hint: `Did you mean "${likely}", as elsewhere?`,
        }
      }
    }
  },
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
