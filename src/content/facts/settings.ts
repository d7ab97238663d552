import {
  ISSUE_SECTIONS,
  SEVERITIES,
  collections,
  type Collection,
  type Section,
  type Severity,
} from '../model/collections.ts'
import type { Content } from '../read/load.ts'

/** What a team calls one kind of page, as it begins a sentence and within one. */
export interface Term {
  one: string
  many: string
  One: string
  Many: string
}

/** What `site.yaml` sets, with what holds where it says nothing. */
export interface Settings {
  /** As BCP 47 names it: of the pages, and of the order of titles. */
  language: string
  /** Worst first. */
  severities: readonly Severity[]
  severity: (id: string | undefined) => Severity | undefined
  /** What readers see of it. */
  severityName: (id: string) => string
  /** The class that colors it, `sev1` for the worst to `sev4`, however many there are. */
  severityClass: (id: string) => string
  /** 0 for the worst; what has no severity comes last. */
  severityRank: (id: string | undefined) => number
  areas: readonly { id: string; name: string }[]
  areaName: (id: string) => string
  /** 0 for the first area; what has none comes last. */
  areaRank: (id: string | undefined) => number
  /** The sections of a kind of page, in order; none where its headings are free. */
  sections: (collection: string) => readonly Section[]
  /** What one page of a kind is called: of `runbook`, "Anleitung". A kind without a word of the team's is called by its own name. */
  called: (kind: string) => string
  term: (collection: Collection) => Term
}

const known = new WeakMap<Content, Settings>()

/** What a team has set in its `site.yaml`. */
export function settingsOf(content: Content): Settings {
  const settings = known.get(content) ?? compute(content)
  known.set(content, settings)
  return settings
}

function compute({ site }: Content): Settings {
  const data = site?.data
  const severities = data?.severities ?? SEVERITIES
  const areas = (data?.areas ?? []).map(({ id, name = id }) => ({ id, name }))
  const rank = (ids: readonly { id: string }[], id: string | undefined) => {
    const index = ids.findIndex((each) => each.id === id)
    return index < 0 ? ids.length : index
  }
  const sections = new Map<string, readonly Section[]>([
    ['issues', data?.sections?.issue ?? ISSUE_SECTIONS],
    ['runbooks', data?.sections?.runbook ?? []],
    ['pipelines', data?.sections?.pipeline ?? []],
  ])
  const terms = new Map(Object.entries(data?.terms ?? {}))
  return {
    language: data?.language ?? 'en',
    severities,
    severity: (id) => severities.find((each) => each.id === id),
    severityName: (id) => severities.find((each) => each.id === id)?.name ?? id,
    severityClass(id) {
      const steps = Math.max(severities.length - 1, 3)
      return `sev${String(Math.min(3, Math.round((rank(severities, id) * 3) / steps)) + 1)}`
    },
    severityRank: (id) => rank(severities, id),
    areas,
    areaName: (id) => areas.find((each) => each.id === id)?.name ?? id,
    areaRank: (id) => rank(areas, id),
    sections: (collection) => sections.get(collection) ?? [],
    called: (kind) => terms.get(kind)?.one ?? kind,
    term(collection) {
      const { singular } = collections[collection]
      const term = terms.get(singular)
      const one = term?.one ?? singular
      const many = term ? (term.many ?? `${one}s`) : collection
      return { one, many, One: capital(one), Many: capital(many) }
    },
  }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
