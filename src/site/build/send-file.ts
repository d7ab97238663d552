import { open, realpath } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliCompress, createGzip, constants } from 'node:zlib'
import { contentType, isCompressible } from './content-types.ts'

interface Options {
  status?: 200 | 404
  headers?: Readonly<Record<string, string>>
}

/**
 * Answers with a file of a folder: with its type, an `ETag`, compressed where that is accepted, or the part that was asked for.
 *
 * @param folder no file outside of it is sent, wherever a link in it leads
 * @param file absolute
 * @returns `false` where there is no such file; nothing was sent then
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  file: string,
  { status = 200, headers = {} }: Options = {},
): Promise<boolean> {
  const real = await realpath(file).catch(() => undefined)
  const top = await realpath(folder).catch(() => undefined)
  if (real === undefined || top === undefined || !real.startsWith(top + sep)) return false
  const handle = await open(real, 'r').catch(() => undefined)
  if (handle === undefined) return false
  try {
    const found = await handle.stat()
    if (!found.isFile()) return false
    const { size, mtimeMs } = found
    const type = contentType(real)
    const encoding = isCompressible(type) ? acceptedEncoding(request) : undefined
    const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}${encoding === undefined ? '' : `-${encoding}`}"`
    const common = {
      ...headers,
      'Content-Type': type,
      'Cache-Control': 'no-cache',
      ...(isCompressible(type) && { Vary: 'Accept-Encoding' }),
      ...(status === 200 && { ETag: tag }),
    }
    if (status === 200 && isKnown(request.headers['if-none-match'], tag)) {
      response.writeHead(304, common).end()
      return true
    }
    const part = status === 200 ? readRange(request, size, tag) : undefined
    if (part === 'unsatisfiable') {
      response.writeHead(416, { ...common, 'Content-Range': `bytes */${String(size)}` }).end()
      return true
    }
    const sent = part ?? { start: 0, end: size - 1 }
    const compressed = part === undefined && size > 0 ? encoding : undefined
    response.writeHead(part ? 206 : status, {
      ...common,
      ...(compressed === undefined
        ? { 'Content-Length': sent.end - sent.start + 1, 'Accept-Ranges': 'bytes' }
        : { 'Content-Encoding': compressed }),
      ...(part && { 'Content-Range': `bytes ${String(part.start)}-${String(part.end)}/${String(size)}` }),
    })
    if (request.method === 'HEAD' || size === 0) {
      response.end()
      return true
    }
    const source = handle.createReadStream({ start: sent.start, end: sent.end, autoClose: false })
    // A reader who leaves before the end is no failure.
    await (
      compressed === undefined
        ? pipeline(source, response)
        : pipeline(source, compressor(compressed), response)
    ).catch(() => undefined)
    return true
  } finally {
    await handle.close()
  }
}

type Encoding = 'br' | 'gzip'

function compressor(encoding: Encoding) {
  // The local server compresses again each time: the quickest level that is worth it.
  return encoding === 'gzip'
    ? createGzip()
    : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}

/** The encoding that a reader accepts; none where a part of the file is asked for. */
function acceptedEncoding({ headers }: IncomingMessage): Encoding | undefined {
  if (headers.range !== undefined) return undefined
  const accepted = new Map(
    String(headers['accept-encoding'] ?? '')
      .toLowerCase()
      .split(',')
      .map((item): [string, number] => {
        const [name = '', ...parameters] = item.split(';').map((part) => part.trim())
        const weight = parameters.find((each) => each.startsWith('q='))?.slice(2)
        return [name, weight === undefined ? 1 : Number(weight)]
      }),
  )
  const isAccepted = (name: string) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0
  return (['br', 'gzip'] as const).find(isAccepted)
}

function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)
}

/** The one part of a file that was asked for; several at once are answered with the whole file, as the standard allows. */
function readRange(
  { headers, method }: IncomingMessage,
  size: number,
  tag: string,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const { range, 'if-range': condition } = headers
  if (method !== 'GET' || range === undefined || (condition !== undefined && condition !== tag))
    return undefined
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.trim()) ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return undefined
  return start > end || start >= size ? 'unsatisfiable' : { start, end }
}
