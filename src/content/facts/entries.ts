import type { Content, Entries, Entry } from '../read/load.ts'
import { contentStore } from '../read/store.ts'
import { AREAS, type Pipeline, type Runbook } from '../model/collections.ts'

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
  const pipelines = collection(content.pipelines, 'pipelines')
  const runbooks = collection(content.runbooks, 'runbooks')
  const issues = collection(content.issues, 'issues')
  const bySeverity = [...issues.all].sort(
    (a, b) => a.data.severity.localeCompare(b.data.severity) || a.data.title.localeCompare(b.data.title),
  )
  return {
    teams: collection(content.teams, 'teams'),
    engineers: collection(content.engineers, 'engineers'),
    rotas: collection(content.rotas, 'rotas'),
    pipelines,
    runbooks,
    issues,
    /** Worst first. */
    bySeverity,
    issuesOfRunbook: group(bySeverity, (issue) => [issue.data.runbook]),
    issuesOfPipeline: group(bySeverity, (issue) => issue.data.pipelines ?? []),
    pipelinesOfRunbook: group(pipelines.all, (pipeline) => [pipeline.data.runbook]),
    downstream: group(pipelines.all, (pipeline) => pipeline.data.upstream ?? []),
    /** The pipelines by area, in each the sources first: the order in which a reader thinks of them. */
    inAreas: inAreas(pipelines.all),
    /** A pipeline's own agreement, else its runbook's. */
    slaOf: ({ data }: Entry<Pipeline>): Sla => data.sla ?? runbooks.get(data.runbook).data.sla,
    /** The rota that answers for some pipelines: the first that one of them names, else the site's own. */
    rotaOf: (answering: readonly Entry<Pipeline>[]): string =>
      answering.find(({ data }) => data.rota !== undefined)?.data.rota ??
      content.site?.data.defaultRota ??
      '',
  }
}

export type Sla = Runbook['sla']

function collection<Data>(entries: Entries<Data>, name: string) {
  return {
    all: [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    /** The entry that a reference names. The check runs before every build, so a dangling one is a fault of ours. */
    get(id: string): Entry<Data> {
      const entry = entries.get(id)
      if (!entry) throw new Error(`content/${name} has no entry "${id}"`)
      return entry
    },
  }
}

function inAreas(pipelines: readonly Entry<Pipeline>[]): Entry<Pipeline>[] {
  const upstream = ({ data }: Entry<Pipeline>) => data.upstream?.length ?? 0
  return [...pipelines].sort(
    (a, b) =>
      AREAS.indexOf(a.data.area) - AREAS.indexOf(b.data.area) ||
      upstream(a) - upstream(b) ||
      b.id.localeCompare(a.id),
  )
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
