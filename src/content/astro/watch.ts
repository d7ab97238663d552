import type { Plugin } from 'vite'
import { contentStore } from '../read/store.ts'

/**
 * While editing, the one reading of the content follows its files. Astro hears of its own collections; `site.yaml`, published
 * weeks, overrides, leave and images are no collections of pages, so the browser is told here to load the page again.
 */
export function contentWatch(): Plugin {
  return {
    name: 'content-watch',
    apply: 'serve',
    configureServer(server) {
      const store = contentStore()
      server.watcher.add(store.root)
      store.follow()
      for (const event of ['add', 'change', 'unlink', 'addDir', 'unlinkDir'] as const) {
        server.watcher.on(event, (file) => {
          if (!store.holds(file)) return
          const before = store.read()
          store.invalidate(file)
          if (store.read() !== before) server.ws.send({ type: 'full-reload', path: '*' })
        })
      }
    },
  }
}
