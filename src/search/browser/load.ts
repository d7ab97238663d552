import { links } from '../../site/site-links.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import { INDEX_FILE } from '../engine/index-format.ts'
import { parseFragment } from '../engine/page-text.ts'
import { INDEX_FOLDER } from '../engine/settings.ts'
import { openStore } from '../engine/store.ts'

let loading: Promise<Engine> | undefined

/** The engine over this site's index: loaded on first use, once for a page. A failure can be tried again. */
export function loadEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

const folder = links.file(`${INDEX_FOLDER}/`)

async function load(): Promise<Engine> {
  const store = await openStore({
    // The index is requested again each time; the other files are named after what is in them.
    read: async (file) =>
      (await get(file, file === INDEX_FILE ? 'no-cache' : 'default')).json() as Promise<unknown>,
  })
  return createEngine(
    store,
    async (id) => {
      const { body } = await get(`fragment/${id}.pf_fragment`, 'default')
      if (!body) throw new Error(`${id}: empty`)
      return parseFragment(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).text())
    },
    pagefindOrder,
  )
}

async function get(file: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(folder + file, { cache })
  if (!response.ok) throw new Error(`${file}: ${String(response.status)}`)
  return response
}

interface Pagefind {
  search: (text: string) => Promise<{ results: { id: string }[] }>
}
let pagefind: Promise<Pagefind> | undefined

/**
 * What Pagefind's own ranking finds. It is loaded only for what nothing else finds, and without its worker, whose script
 * the policy of the site does not let through.
 */
async function pagefindOrder(text: string): Promise<string[]> {
  // The indexer writes it: no bundler has seen it, hence the types by hand.
  pagefind ??= (
    import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<{
      createInstance: (options: object) => Pagefind
    }>
  ).then(({ createInstance }) => createInstance({ basePath: folder, baseUrl: links.home, noWorker: true }))
  pagefind.catch(() => (pagefind = undefined))
  const { results } = await (await pagefind).search(text)
  return results.map(({ id }) => id)
}
