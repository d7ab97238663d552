import type { ErrorPayload, FullReloadPayload, Plugin } from 'vite'
import { reportText } from '../check/reporters/text.ts'
import type { Finding } from '../read/findings.ts'
import { contentStore } from '../read/store.ts'

/**
 * While editing, the one reading of the content follows its files. Astro hears of its own collections; `site.yaml`, published
 * weeks, overrides, leave and images are no collections of pages, so it is here that the browser hears of every change.
 */
export function contentWatch(): Plugin {
  return {
    name: 'content-watch',
    apply: 'serve',
    configureServer(server) {
      const store = contentStore()
      server.watcher.add(store.root)
      store.follow()
      let shown = store.read()
      let served = shown
      let news: ErrorPayload | FullReloadPayload | undefined
      const show = () => {
        const before = shown
        shown = store.read()
        if (shown === before) return
        const known = new Set(before.findings.map((finding) => JSON.stringify(finding)))
        const mistakes = shown.findings.filter(
          (finding) => finding.severity === 'error' && !known.has(JSON.stringify(finding)),
        )
        // Over the last good page, which is still what there is to see; the next good edit loads it again.
        news = mistakes.length > 0 ? overlay(mistakes) : { type: 'full-reload', path: '*' }
        server.ws.send(news)
      }
      server.middlewares.use((request, _response, next) => {
        if (request.headers.accept?.includes('text/html')) served = shown
        next()
      })
      // What was sent while a page was still loading has reached nobody.
      server.ws.on('connection', () => {
        if (news && served !== shown) server.ws.send(news)
      })
      for (const event of ['add', 'change', 'unlink', 'addDir', 'unlinkDir'] as const) {
        server.watcher.on(event, (file) => {
          if (!store.holds(file)) return
          store.invalidate(file)
          show()
        })
      }
      // What the watcher has missed, the reading sees when it looks at its files again.
      const timer = setInterval(show, LOOK_EVERY)
      server.httpServer?.once('close', () => {
        clearInterval(timer)
      })
    },
  }
}

/** In milliseconds. */
const LOOK_EVERY = 1000

function overlay(findings: readonly Finding[]): ErrorPayload {
  return { type: 'error', err: { message: reportText(findings), stack: '' } }
}
