import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Address } from '../../../src/site/address.ts'
import { handOver, type PageTakers } from '../../../src/site/build/page-stream.ts'
import { rootOf } from '../../../src/site/links.ts'
import { isBundleApp, type BundleApp } from './capture.ts'
import type { Bundle } from './kept-bundles.ts'

/** An address that Astro makes, and the route that makes it. */
interface StaticPath {
  pathname: string
  route: { type: string; component: string }
}

/** The bundle did not do what one of this version of Astro does. What is made of a page, or written, has failed in another way. */
export class BundleFailure extends Error {
  override readonly name = 'BundleFailure'
}

/**
 * Renders the pages of the present content with a bundle that is kept, as Astro does with the one that it has just made: the same
 * addresses in the same order. Whatever Astro has something to say of is not done here but by Astro itself.
 *
 * @param folder of the site, absolute: what is not a page is written there
 * @throws BundleFailure where anything is not as expected: Astro is then asked to make all of it anew
 */
export async function renderBundle(
  bundle: Bundle,
  folder: string,
  address: Address,
  takers: PageTakers,
): Promise<void> {
  cpSync(bundle.site, folder, { recursive: true })
  const { app, paths } = await expected(() => begin(bundle))
  const known = new Set<string>()
  for (const { pathname, route } of paths) {
    const file = fileOf(pathname, route.type)
    if (known.has(file) || existsSync(path.join(folder, file)))
      throw new BundleFailure(`${file} is there twice`)
    known.add(file)
    // Pages on their way to the index and to Markdown leave when this process has nothing else to do.
    await setImmediate()
    const request = new Request(new URL(rootOf(address.base) + urlPath(pathname, route.type), address.site))
    const response = await expected(() => app.render(request, { routeData: route }))
    if (response.status >= 300 && response.status < 400) throw new BundleFailure(`${file} leads on`)
    if (await handOver(request, response, address.base, takers)) continue
    if (!response.body) continue
    const place = path.join(folder, file)
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, Buffer.from(await response.arrayBuffer()))
  }
}

async function expected<T>(does: () => Promise<T>): Promise<T> {
  try {
    return await does()
  } catch (error) {
    throw new BundleFailure('The bundle that was kept renders no pages.', { cause: error })
  }
}

async function begin(bundle: Bundle): Promise<{ app: BundleApp; paths: StaticPath[] }> {
  const { server, entry, pages, scripts } = bundle
  const { app } = (await import(pathToFileURL(path.join(server, entry)).href)) as { app?: unknown }
  if (!isBundleApp(app)) throw new Error('Astro renders pages in another way')
  app.setInternals({ pagesByKeys: new Map(pages) })
  app.setOptions({ settings: { scripts }, logger: { options: { destination: { write: refuse } } } })
  const { StaticPaths } = await import('astro/runtime/prerender/static-paths.js')
  return { app, paths: await new StaticPaths(app as never).getAll() }
}

/** Astro says it to whoever builds, in its own form, when it renders the same page itself. */
function refuse({ level, message }: { level: string; message: string }): void {
  if (level === 'warn' || level === 'error') throw new Error(message)
}

/** The path of an address below the site's root. */
function urlPath(pathname: string, type: string): string {
  const inside = pathname.replace(/^\/+|\/+$/g, '')
  if (type === 'page') return inside === '' ? '' : `${inside}/`
  if (type === 'endpoint' && /\.[^/.]+$/.test(inside)) return inside
  throw new BundleFailure(`${pathname} is a ${type}`)
}

function fileOf(pathname: string, type: string): string {
  const inside = urlPath(pathname, type)
  if (type === 'endpoint') return inside
  return inside === '404/' ? '404.html' : `${inside}index.html`
}
