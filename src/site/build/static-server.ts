import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { headersOf, SECURITY_HEADERS } from '../headers.ts'
import { isForThisMachine } from './local-only.ts'
import { readTarget, writePath, type Target } from './request-target.ts'
import { sendFile } from './send-file.ts'

export interface StaticServer {
  /** Where the site's home page is. */
  url: string
  close: () => Promise<void>
}

interface Options {
  /** Folder of a built site. */
  folder: string
  /** The path that it was built for, e.g. `/` or `/runbooks/`. */
  base?: string | undefined
  /** Taken if free; 0 for any. */
  port: number
}

/**
 * Serves a built site to this machine as a host of static files does: index pages, `404.html`, a redirect where the last `/` is
 * missing, and the headers that the host's file promises. No request ends it, and none reads a file outside of the folder.
 */
export async function serve({ folder, base = '/', port }: Options): Promise<StaticServer> {
  const root = `/${base}/`.replace(/\/+/g, '/')
  const server = createServer({ connectionsCheckingInterval: 2_000 }, (request, response) => {
    request.resume()
    answer(request, response, folder, root).catch((error: unknown) => {
      // Whatever goes wrong with one request is the end of that request alone.
      console.error(`A request could not be answered: ${error instanceof Error ? error.message : 'unknown'}`)
      if (response.headersSent) response.destroy()
      else plain(response, 500, 'The server could not answer.')
    })
  })
  protect(server)
  const taken = await listen(server, port)
  return {
    url: `http://localhost:${String(taken)}${root}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/**
 * What a request is refused with, by Node's code. A browser opens connections that it may need: where one is given up as it is
 * used at last, the browser asks again after 408, and shows any other status as the answer.
 */
const REFUSALS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Nobody on this machine needs longer, and nobody needs a tunnel. */
function protect(server: Server): void {
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = REFUSALS[error.code ?? ''] ?? '400 Bad Request'
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    else socket.destroy()
  })
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy())
    socket.end(
      'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    )
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  root: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    plain(response, 405, 'Only GET and HEAD are answered.')
    return
  }
  if (!isForThisMachine(request)) {
    plain(response, 403, 'This server answers this machine alone: open it as localhost, with its port.')
    return
  }
  if (request.url?.startsWith('/') !== true) {
    plain(response, 400, 'The request names no path.')
    return
  }
  const target = readTarget(request.url)
  const inSite = target && withoutRoot(target, root)
  if (inSite === undefined) {
    // A site under a base path does not answer for its host's other paths; help whoever opens the host itself.
    if (target && isHost(target, root)) redirect(response, root)
    else await notFound(request, response, folder)
    return
  }
  const { segments } = inSite
  const file = join(folder, ...segments)
  const found = await stat(file).catch(() => undefined)
  const isPage = segments.at(-1) === ''
  if (found?.isDirectory() === true && !isPage) {
    redirect(response, `${root.slice(0, -1)}${writePath(segments)}/${inSite.query}`)
    return
  }
  const headers = headersOf(`/${segments.join('/')}`)
  const name = found?.isDirectory() === true ? join(file, 'index.html') : file
  if (isPage && found?.isDirectory() !== true) await notFound(request, response, folder)
  else if (!(await sendFile(request, response, folder, name, { headers })))
    await notFound(request, response, folder)
}

async function notFound(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  const options = { status: 404, headers: SECURITY_HEADERS } as const
  if (!(await sendFile(request, response, folder, join(folder, '404.html'), options)))
    plain(response, 404, 'There is no such page.')
}

/** The target below the site's root; `undefined` for one that is not below it. */
function withoutRoot({ segments, query }: Target, root: string): Target | undefined {
  const base = root.split('/').slice(1, -1)
  const isBelow = base.every((part, index) => segments[index] === part) && segments.length > base.length
  return isBelow ? { segments: segments.slice(base.length), query } : undefined
}

function isHost({ segments }: Target, root: string): boolean {
  const path = writePath(segments)
  return path === '/' || `${path}/` === root
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { ...SECURITY_HEADERS, Location: to, 'Content-Length': 0 }).end()
}

function plain(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, {
      ...SECURITY_HEADERS,
      'Content-Type': 'text/plain; charset=utf-8',
      Connection: 'close',
    })
    .end(response.req.method === 'HEAD' ? undefined : `${text}\n`)
}

/** Listens on localhost; where the port is taken, on any free one. Resolves to the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) server.listen(0, 'localhost')
      else reject(error)
    })
    server.on('listening', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
    server.listen(port, 'localhost')
  })
}
