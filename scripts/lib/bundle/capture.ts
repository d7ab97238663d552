import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { AstroIntegration, AstroPrerenderer } from 'astro'
import type { BundleFacts, KeptBundles } from './kept-bundles.ts'

/** What the entry of a bundle gives: Astro's own name for what renders pages. */
export interface BundleApp {
  setInternals: (internals: { pagesByKeys: ReadonlyMap<string, unknown> }) => void
  setOptions: (options: object) => void
  getSettings: () => { scripts: unknown[] }
  render: (request: Request, options: { routeData: unknown }) => Promise<Response>
}

/** Copies the bundle that Astro makes, as soon as it is made: Astro removes it when the pages are rendered. */
export class BundleCapture {
  readonly #bundles: KeptBundles
  readonly #site: string
  #server: string | undefined
  #pages: ReadonlyMap<string, unknown> | undefined
  #begun: { place: string; facts: BundleFacts } | undefined

  /** @param site the folder that Astro builds into, absolute */
  constructor(bundles: KeptBundles, site: string) {
    this.#bundles = bundles
    this.#site = site
  }

  /** Hears from Astro where the bundle goes and which style sheets each page needs. */
  readonly integration: AstroIntegration = {
    name: 'bundle-capture',
    hooks: {
      'astro:build:setup': ({ pages, vite }) => {
        this.#pages = pages
        this.#server = vite.environments?.['prerender']?.build?.outDir
        // A build that was killed has left its own there.
        if (this.#server !== undefined) rmSync(this.#server, { recursive: true, force: true })
      },
    },
  }

  /** Once the bundle is made and no page is rendered. A bundle that is not as this version of Astro makes it is not kept. */
  take(prerenderer: AstroPrerenderer): void {
    try {
      const app = appOf(prerenderer)
      if (!this.#server || !this.#pages || !app) return
      const [entry, ...others] = readdirSync(this.#server).filter((name) =>
        name.startsWith('prerender-entry'),
      )
      if (entry === undefined || others.length > 0) return
      const place = this.#bundles.begin()
      this.#begun = { place, facts: { entry, pages: [], scripts: app.getSettings().scripts } }
      cpSync(this.#server, path.join(place, 'server'), { recursive: true })
      const inside = path.resolve(this.#server)
      cpSync(this.#site, path.join(place, 'site'), {
        recursive: true,
        filter: (file) => path.resolve(file) !== inside,
      })
      this.#begun.facts.pages = [...this.#pages]
    } catch {
      this.drop()
    }
  }

  /** Keeps what was taken, once it is known that the site is good. */
  keep(key: string): void {
    const begun = this.#begun
    this.#begun = undefined
    if (!begun) return
    try {
      this.#bundles.keep(begun.place, key, begun.facts)
    } catch {
      rmSync(begun.place, { recursive: true, force: true })
    }
    this.#bundles.tidy()
  }

  drop(): void {
    const place = this.#begun?.place
    this.#begun = undefined
    if (place !== undefined && existsSync(place)) rmSync(place, { recursive: true, force: true })
  }
}

/** The prerenderer of Astro has it; its type does not say so. */
function appOf(prerenderer: AstroPrerenderer): BundleApp | undefined {
  const { app } = prerenderer as { app?: unknown }
  return isBundleApp(app) ? app : undefined
}

export function isBundleApp(app: unknown): app is BundleApp {
  if (typeof app !== 'object' || app === null) return false
  return ['setInternals', 'setOptions', 'getSettings', 'render'].every(
    (name) => typeof Reflect.get(app, name) === 'function',
  )
}
