import type { Content, Entries, Entry } from '../read/load.ts'
import { contentStore } from '../read/store.ts'
import { COLLECTIONS, type Collection, type Data, type Pipeline, type Runbook } from '../model/collections.ts'
import { testedOf } from './proofs/tested.ts'
import { ownersOf, type Owners } from './owners.ts'
import type { PageEntry } from './pages.ts'
import { engineersAsShown } from './contacts.ts'
import { settingsOf } from './settings.ts'

/** The content as pages need it: each collection in order of id, found by id, and with its back-references. */
export type Facts = ReturnType<typeof compute>

const known = new WeakMap<Content, Facts>()

/** What follows from a content; computed once for each state of it. */
export function factsOf(content: Content): Facts {
  const facts = known.get(content) ?? compute(content)
  known.set(content, facts)
  return facts
}

/** The content of the site that is being built or edited. */
export function getContent(): Facts {
  return factsOf(contentStore().read())
}

function compute(content: Content) {
  const settings = settingsOf(content)
  const lists = {
    ...listAll(content),
    engineers: list(engineersAsShown(content), 'engineers'),
  }
  const { issues, pipelines, rotas, runbooks } = lists
  const { severityRank, areaRank } = settings
  const bySeverity = [...issues.all].sort(
    (a, b) =>
      severityRank(a.data.severity) - severityRank(b.data.severity) ||
      a.data.title.localeCompare(b.data.title, settings.language),
  )
  /** Sources before the pipelines that read them: who owns the source is asked first, whatever the pipelines are called. */
  const sourcesFirst = [...pipelines.all].sort(
    (a, b) => (a.data.upstream?.length ?? 0) - (b.data.upstream?.length ?? 0),
  )
  const pipelinesOfRunbook = group(sourcesFirst, ({ data }) => optional(data.runbook))
  const pipelinesOfTeam = group(pipelines.all, ({ data }) => [
    data.primaryOwner,
    ...optional(data.secondaryOwner === data.primaryOwner ? undefined : data.secondaryOwner),
  ])
  /** The pipelines that a page names, else those of its runbook; of a runbook or a team, those that name it. */
  const pipelinesOf = (page: PageEntry): readonly Entry<Pipeline>[] => {
    if (page.collection === 'pipelines') return [pipelines.get(page.id)]
    if (page.collection === 'runbooks') return pipelinesOfRunbook(page.id)
    if (page.collection === 'teams') return pipelinesOfTeam(page.id)
    const { pipelines: named = [], runbook } = page.data
    if (named.length > 0) return named.map(pipelines.get)
    return runbook === undefined ? [] : pipelinesOfRunbook(runbook)
  }
  const own = content.site?.data.defaultRota ?? (rotas.all.length === 1 ? rotas.all[0]?.id : undefined)
  return {
    content,
    settings,
    ...lists,
    /** Worst first; what has no severity comes last. */
    bySeverity,
    issuesOfRunbook: group(bySeverity, ({ data }) => optional(data.runbook)),
    issuesOfPipeline: group(bySeverity, (issue) => issue.data.pipelines ?? []),
    pipelinesOfRunbook,
    pipelinesOf,
    downstream: group(pipelines.all, (pipeline) => pipeline.data.upstream ?? []),
    /** The pipelines by area, in each the sources first: the order in which a reader thinks of them. */
    inAreas: [...pipelines.all].sort(
      (a, b) =>
        areaRank(a.data.area) - areaRank(b.data.area) ||
        (a.data.upstream?.length ?? 0) - (b.data.upstream?.length ?? 0) ||
        b.id.localeCompare(a.id),
    ),
    /** Who owns a page: the one answer for pages, search, `/api/pages.json`, reviews and CODEOWNERS. */
    ownersOf: (page: PageEntry): Owners =>
      page.collection === 'teams'
        ? { primary: [], secondary: [] }
        : ownersOf(page, pipelinesOf(page), content.teams),
    /** How the blocks of a page were tried. */
    testedOf: (page: { collection: string; id: string }) => testedOf(content, page),
    /** A pipeline's own agreement, else its runbook's. */
    slaOf: ({ data }: Entry<Pipeline>): Sla | undefined =>
      data.sla ?? (data.runbook === undefined ? undefined : runbooks.get(data.runbook).data.sla),
    /** When somebody is on call for a pipeline: its own answer, else its runbook's. */
    coverageOf: ({ data }: Entry<Pipeline>): Coverage | undefined =>
      data.coverage ??
      (data.runbook === undefined ? undefined : runbooks.get(data.runbook).data.onCall?.coverage),
    /** The rota that answers for some pipelines: the first that one of them names, else the site's own, if it has one. */
    rotaOf: (answering: readonly Entry<Pipeline>[]): string | undefined =>
      answering.find(({ data }) => data.rota !== undefined)?.data.rota ?? own,
  }
}

export type Sla = NonNullable<Runbook['sla']>

export type Coverage = NonNullable<Pipeline['coverage']>

/** The entries of a collection, as pages go through them. */
export type EntryList<Data> = ReturnType<typeof list<Data>>

/** Every collection of the table, by its name. */
function listAll(content: Content): { [C in Collection]: EntryList<Data<C>> } {
  const lists = COLLECTIONS.map((name) => [name, list<unknown>(content[name], name)])
  // Each is made of the entries of its own collection.
  return Object.fromEntries(lists) as { [C in Collection]: EntryList<Data<C>> }
}

function list<Data>(entries: Entries<Data>, name: string) {
  const pages = [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    /** Every entry, without the pages of folders. */
    all: pages.filter(({ isIndex }) => !isIndex),
    /** Every entry, the pages of folders too. */
    pages,
    find: (id: string): Entry<Data> | undefined => entries.get(id),
    /** The entry that a reference names. The check runs before every build, so a dangling one is a fault of ours. */
    get(id: string): Entry<Data> {
      const entry = entries.get(id)
      if (!entry) throw new Error(`content/${name} has no entry "${id}"`)
      return entry
    },
  }
}

function optional(id: string | undefined): string[] {
  return id === undefined ? [] : [id]
}

/** Entries under each key that they name; a key that nothing names has none. */
function group<T>(
  entries: readonly T[],
  keys: (entry: T) => readonly string[],
): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    for (const key of keys(entry)) {
      const found = groups.get(key)
      if (found) found.push(entry)
      else groups.set(key, [entry])
    }
  }
  return (key) => groups.get(key) ?? []
}
