import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { FOLDERS } from '../../site/build/folders.ts'
import { readTarget } from '../../site/build/request-target.ts'
import { sendFile } from '../../site/build/send-file.ts'
import { contentStore } from '../../content/read/store.ts'
import { INDEX_FOLDER } from '../engine/settings.ts'
import { EditedIndex } from './edited-index.ts'

/** While editing, search asks the index of the last build, and of what was edited since what is saved. */
export function lastIndex(base: string): Plugin {
  const place = [...base.split('/').filter((part) => part !== ''), INDEX_FOLDER]
  return {
    name: 'last-search-index',
    apply: 'serve',
    configureServer(server) {
      const folder = join(FOLDERS.site, INDEX_FOLDER)
      const edited = new EditedIndex(folder)
      const answer = async (request: IncomingMessage, response: ServerResponse, path: string) => {
        const file = await edited.file(path, contentStore().read())
        if (file === undefined) return await sendFile(request, response, folder, join(folder, path))
        const type = path.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream'
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(file)
        return true
      }
      server.middlewares.use((request, response, next) => {
        const segments = readTarget(request.url)?.segments ?? []
        if (!place.every((part, index) => segments[index] === part)) {
          next()
          return
        }
        answer(request, response, segments.slice(place.length).join('/'))
          .then((isSent) => {
            if (!isSent) response.writeHead(404).end()
          })
          .catch(next)
      })
    },
  }
}
