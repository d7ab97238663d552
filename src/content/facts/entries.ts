import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content'

/** The content as pages need it: each collection in order of id, found by id, and with its back-references. */
async function load() {
  const [teams, engineers, rotas, pipelines, runbooks, issues] = await Promise.all([
    collection('teams'),
    collection('engineers'),
    collection('rotas'),
    collection('pipelines'),
    collection('runbooks'),
    collection('issues'),
  ])
  const bySeverity = [...issues.all].sort(
    (a, b) => a.data.severity.localeCompare(b.data.severity) || a.data.title.localeCompare(b.data.title),
  )
  return {
    teams,
    engineers,
    rotas,
    pipelines,
    runbooks,
    issues,
    /** Worst first. */
    bySeverity,
    issuesOfRunbook: group(bySeverity, (issue) => [issue.data.runbook]),
    issuesOfPipeline: group(bySeverity, (issue) => issue.data.pipelines ?? []),
    pipelinesOfRunbook: group(pipelines.all, (pipeline) => [pipeline.data.runbook]),
    downstream: group(pipelines.all, (pipeline) => pipeline.data.upstream ?? []),
  }
}

export type Content = Awaited<ReturnType<typeof load>>

let loaded: Promise<Content> | undefined

/** Loaded once for a build; while editing, each page reads what has just been saved. */
export function getContent(): Promise<Content> {
  if (import.meta.env.DEV) return load()
  loaded ??= load()
  return loaded
}

async function collection<C extends CollectionKey>(name: C) {
  const all: CollectionEntry<C>[] = (await getCollection(name)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const byId = new Map(all.map((entry) => [entry.id, entry]))
  return {
    all,
    /** The entry that a reference names. The check runs before every build, so a dangling one is a fault of ours. */
    get(id: string): CollectionEntry<C> {
      const entry = byId.get(id)
      if (!entry) throw new Error(`content/${name} has no entry "${id}"`)
      return entry
    },
  }
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
