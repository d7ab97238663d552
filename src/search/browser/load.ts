import { INDEX_FOLDER, LOOKUP_FILE, RANKING } from '../engine/settings.ts'
import { links } from '../../site/site-links.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import type { Lookup } from '../engine/lookup.ts'
import type { Pagefind } from '../engine/pagefind.ts'

interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => Pagefind
}

let loading: Promise<Engine> | undefined

/** The engine over this site's index: loaded on first use, once for a page. A failure can be tried again. */
export function loadEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<Engine> {
  const folder = links.file(`${INDEX_FOLDER}/`)
  const [pagefind, lookup] = await Promise.all([
    // The indexer writes it: no bundler has seen it, hence the types by hand.
    import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<PagefindModule>,
    // Asked for anew each time, as Pagefind does with its own entry: it must fit the index.
    fetch(`${folder}${LOOKUP_FILE}`, { cache: 'no-cache' }).then((response) => {
      if (!response.ok) throw new Error(`${LOOKUP_FILE}: ${String(response.status)}`)
      return response.json() as Promise<Lookup>
    }),
  ])
  return createEngine(
    pagefind.createInstance({ basePath: folder, baseUrl: links.home, ranking: RANKING, excerptLength: 24 }),
    lookup,
  )
}
