import { join } from 'node:path'
import type { Plugin } from 'vite'
import { FOLDERS } from '../../site/build/folders.ts'
import { readTarget } from '../../site/build/request-target.ts'
import { sendFile } from '../../site/build/send-file.ts'
import { INDEX_FOLDER } from '../engine/settings.ts'

/** While editing, search asks the index of the last build: only a build makes one. */
export function lastIndex(base: string): Plugin {
  const place = [...base.split('/').filter((part) => part !== ''), INDEX_FOLDER]
  return {
    name: 'last-search-index',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const segments = readTarget(request.url)?.segments ?? []
        if (!place.every((part, index) => segments[index] === part)) {
          next()
          return
        }
        const folder = join(FOLDERS.site, INDEX_FOLDER)
        sendFile(request, response, folder, join(folder, ...segments.slice(place.length)))
          .then((isSent) => {
            if (!isSent) response.writeHead(404).end()
          })
          .catch(next)
      })
    },
  }
}
