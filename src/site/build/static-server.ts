import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
}

/** Text; Pagefind's index and pictures are compressed as they are. */
const COMPRESSED = /\.(html|css|js|json|ics|svg|xml|txt)$/

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

/** Serves a built site as a host of static files does: index pages, `404.html`, a redirect where the last `/` is missing. */
export async function serve({ folder, base = '/', port }: Options): Promise<StaticServer> {
  const root = `/${base}/`.replace(/\/+/g, '/')
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    void answer(response, folder, root, decode(pathname), search)
  })
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

async function answer(
  response: ServerResponse,
  folder: string,
  root: string,
  path: string,
  search: string,
): Promise<void> {
  if (!path.startsWith(root)) {
    // A site under a base path does not answer for its host's other paths; help whoever opens the host itself.
    if (path === '/' || `${path}/` === root) return redirect(response, root)
    return send(response, join(folder, '404.html'), 404)
  }
  // `normalize` resolves every `..`, so that nothing outside the folder can be named.
  const file = join(folder, normalize(`/${path.slice(root.length)}`))
  const found = await stat(file).catch(() => undefined)
  if (found?.isDirectory()) {
    if (!path.endsWith('/')) return redirect(response, `${path}/${search}`)
    return send(response, join(file, 'index.html'), 200, folder)
  }
  return found ? send(response, file, 200) : send(response, join(folder, '404.html'), 404)
}

/** Answers with a file; with the site's own error page, or none, where there is no such file. */
export async function send(
  response: ServerResponse,
  file: string,
  status: number,
  folder?: string,
): Promise<void> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) {
    if (folder !== undefined) return send(response, join(folder, '404.html'), 404)
    response.writeHead(404).end()
    return
  }
  const isCompressed = COMPRESSED.test(file) && /\bgzip\b/.test(response.req.headers['accept-encoding'] ?? '')
  response.writeHead(status, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    ...(isCompressed
      ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }
      : { 'Content-Length': found.size }),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  })
  const source = createReadStream(file)
  // A reader who leaves before the end is no failure.
  await (isCompressed ? pipeline(source, createGzip(), response) : pipeline(source, response)).catch(
    () => undefined,
  )
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to }).end()
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
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
