import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A page of a built site. */
export interface BuiltPage {
  /** Address below the site's root, e.g. `issues/kafka-late-data/`. */
  path: string
  html: string
}

/** Those of a list of sites that were built: with another team's content, this checkout's is the only one. */
export function built<Site extends { folder: string }>(sites: readonly Site[]): Site[] {
  return sites.filter(({ folder }) => folder !== '')
}

export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .sort()
}

export function pagesOf(folder: string): BuiltPage[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .map((file) => ({
      path: file.replace(/index\.html$/, ''),
      html: readFileSync(join(folder, file), 'utf8'),
    }))
}

/** Pages to read: without those that only forward to another address, as alerts and former ids do. */
export function readPagesOf(folder: string): BuiltPage[] {
  return pagesOf(folder).filter(({ html }) => !html.includes('http-equiv="refresh"'))
}

/** Paths without those of all but the first two rules of the check: their pages differ in a few words alone. */
export function withoutLikePages(paths: readonly string[]): string[] {
  const rules = paths.filter((path) => path.startsWith('contributing/rules/'))
  const left = new Set(rules.slice(2))
  return paths.filter((path) => !left.has(path))
}

/** Values of an attribute anywhere in a page, with entities decoded. */
export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"'),
  )
}

/** Bytes after gzip, as a host sends them. */
export function gzipped(content: string | Buffer): number {
  return gzipSync(content, { level: 9 }).length
}
