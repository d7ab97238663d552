import { join, normalize } from 'node:path'
import type { Plugin } from 'vite'
import { INDEX_FOLDER } from '../engine/settings.ts'
import { FOLDERS } from '../../site/build/folders.ts'
import { send } from '../../site/build/static-server.ts'

/** While editing, search asks the index of the last build: only a build makes one. */
export function lastIndex(base: string): Plugin {
  const folder = `/${base}/${INDEX_FOLDER}/`.replace(/\/+/g, '/')
  return {
    name: 'last-search-index',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        if (pathname.startsWith(folder)) {
          void send(
            response,
            join(FOLDERS.site, INDEX_FOLDER, normalize(`/${pathname.slice(folder.length)}`)),
            200,
          )
        } else {
          next()
        }
      })
    },
  }
}
