import { extname } from 'node:path'
import { OFFERED_TYPES } from '../../content/gate/index.ts'

/** Types of what a built site holds, by ending. */
const TYPES: Readonly<Record<string, string>> = {
  ...OFFERED_TYPES,
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
}

/** The type of a file by its ending; for what is not known, one that browsers only save. */
export function contentType(file: string): string {
  const ending = extname(file).toLowerCase()
  return (Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined) ?? 'application/octet-stream'
}

/** The endings of each type, without their dots, for servers that have to be told: `text/css; charset=utf-8` to `css`. */
export function endingsByType(): ReadonlyMap<string, readonly string[]> {
  const endings = new Map<string, string[]>()
  for (const [ending, type] of Object.entries(TYPES))
    endings.set(type, [...(endings.get(type) ?? []), ending.slice(1)])
  return endings
}

/** Whether a file of this type gets smaller: text does; pictures and Pagefind's index are compressed as they are. */
export function isCompressible(type: string): boolean {
  return /^text\/|^application\/(?:json|xml|manifest\+json)|^image\/svg\+xml/.test(type)
}
