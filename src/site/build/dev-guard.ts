import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import type { Plugin } from 'vite'
import { isPictureName } from '../../content/gate/index.ts'
import { contentStore } from '../../content/read/store.ts'
import { DEVELOPMENT_POLICY } from '../content-security-policy.ts'
import { headersOf, SECURITY_HEADERS } from '../headers.ts'
import { ENGINE } from './folders.ts'
import { isForThisMachine } from './local-only.ts'
import { offeredFiles } from './offered-files.ts'
import { sendFile } from './send-file.ts'

/**
 * Vite plugin: the server of `npm run dev` is held to what the local server of a built site is. It answers this machine alone, to
 * requests that name a path and nothing that only seems to be one, with a policy that no script of the content gets past.
 *
 * @param base the path that the site is served under
 */
export function devGuard(base: string): Plugin {
  const root = `/${base}/`.replace(/\/+/g, '/')
  return {
    name: 'dev-guard',
    apply: 'serve',
    configureServer(server) {
      const http = server.httpServer
      if (!http) return
      // In place of Vite's own listener: it ends the process at a target that it cannot read, before any middleware is asked.
      const listeners = http.listeners('request') as RequestListener[]
      http.removeAllListeners('request')
      http.on('request', (request, response) => {
        const refusal = refusalOf(request)
        for (const [name, value] of Object.entries(DEVELOPMENT_HEADERS)) response.setHeader(name, value)
        if (refusal !== undefined) {
          response.writeHead(refusal, { 'Content-Length': 0, Connection: 'close' }).end()
          return
        }
        sendOffered(request, response, root)
          .then((isSent) => {
            if (!isSent) for (const listener of listeners) listener(request, response)
          })
          .catch((error: unknown) => {
            server.config.logger.error(`A request could not be answered: ${String(error)}`)
            response.destroy()
          })
      })
      // The socket that shows changes: Vite asks who opens it only where it is told an origin.
      const sockets = http.listeners('upgrade') as UpgradeListener[]
      http.removeAllListeners('upgrade')
      http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        // Who has gone before the answer has no use for it.
        socket.on('error', () => socket.destroy())
        if (refusalOf(request) === undefined) for (const listener of sockets) listener(request, socket, head)
        else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      })
    },
  }
}

type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

const DEVELOPMENT_HEADERS = {
  ...SECURITY_HEADERS,
  'Content-Security-Policy': `${DEVELOPMENT_POLICY}; frame-ancestors 'none'`,
}

/** The status of the answer to a request that goes no further. */
function refusalOf(request: IncomingMessage): number | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return 405
  if (!isForThisMachine(request)) return 403
  const { url = '' } = request
  if (!/^\/(?!\/)[!-~]*$/.test(url)) return 400
  const name = decoded(url.replace(/[?#].*$/s, ''))
  // Vite starts an editor for whoever asks, a page that one has only followed a link from too.
  if (name?.includes('/__open-in-editor') === true && request.headers['sec-fetch-site'] !== 'same-origin')
    return 403
  if (name === undefined || /[\\\u0000-\u001f\u007f]|(?:^|\/)\.\.(?:\/|$)/.test(name)) return 400
  return isInContent(name) && !isPictureName(name) ? 403 : undefined
}

/** Whether an address is that of a file of the content itself, which Vite would send as it is, HTML and scripts too. */
function isInContent(name: string): boolean {
  const { root } = contentStore()
  const candidates = [name.replace(/^\/@fs\/*/, '/'), path.join(ENGINE, name)]
  return candidates.some((file) => (path.resolve(file) + path.sep).startsWith(root + path.sep))
}

/** Files that a built site would have copies of. */
async function sendOffered(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
): Promise<boolean> {
  const name = decoded((request.url ?? '').replace(/[?#].*$/s, ''))
  if (name?.startsWith(root) !== true) return false
  const inside = name.slice(root.length)
  const content = contentStore().read()
  const file = /\.[a-z0-9]+$/i.test(inside) ? offeredFiles(content).get(inside) : undefined
  if (file === undefined) return false
  return sendFile(request, response, content.root, file, { headers: headersOf(`/${inside}`) })
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
