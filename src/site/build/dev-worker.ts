import type { Plugin } from 'vite'
import { readTarget } from './request-target.ts'
import { WITHDRAWN_WHILE_EDITING } from './write-worker.ts'

/** While editing, no page comes from what a device has kept: the worker that `npm start` left at this address takes itself back. */
export function noWorkerWhileEditing(base: string): Plugin {
  const place = `${base.replace(/\/$/, '')}/sw.js`
  return {
    name: 'no-worker',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (`/${readTarget(request.url)?.segments.join('/') ?? ''}` !== place) return next()
        response
          .writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' })
          .end(WITHDRAWN_WHILE_EDITING)
      })
    },
  }
}
