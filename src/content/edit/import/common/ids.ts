import { createHash } from 'node:crypto'
import path from 'node:path'
import { plainLatin } from '../../../../text/latin.ts'
import { pathProblem } from '../../../model/fields.ts'
import { isIndex, stem } from '../source/page-addresses.ts'

/** What a folder or file may be called, in any letter case; its lower case is the id. */
const NAME = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/i
/** What Notion puts behind each name. */
const NOTION = /\s[0-9a-f]{32}$/i

/** A name as part of an id, in its own letter case where that can stay. */
export function toName(written: string): string {
  const name = decode(written).replace(NOTION, '')
  if (NAME.test(name)) return portable(name)
  const plain = plainLatin(name)
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/[-_]*-[-_]*|__+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
  if (NAME.test(plain)) return portable(plain)
  return `page-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}

/** What every system can have as a name: not the name of a device, and not too long. */
function portable(name: string): string {
  const short = name.slice(0, MAX_NAME).replace(/[-_]+$/, '')
  return pathProblem(short) === undefined ? short : `${short}-page`
}

const MAX_NAME = 90

/**
 * Where a page goes in its collection, without an ending.
 *
 * @param inside path of the page, from the folder that all pages have in common
 */
export function toTarget(inside: string): string {
  const folder = path.posix.dirname(inside) === '.' ? [] : path.posix.dirname(inside).split('/')
  const name = isIndex(inside) ? 'index' : toName(stem(inside))
  return [...folder.map(toName), name].join('/')
}

/** The folder that all pages have in common, index pages above it aside: it is no part of their ids. */
export function commonFolder(pages: readonly string[]): string {
  const real = pages.filter((page) => !isIndex(page))
  const folders = (real.length > 0 ? real : pages).map(folderParts)
  let common = folders.reduce((one, other) => shared(one, other), folders[0] ?? [])
  for (const page of pages.filter(isIndex)) {
    const parts = folderParts(page)
    const isAbove = parts.length <= common.length && shared(parts, common).length === parts.length
    // An index page elsewhere is a page like the others: its folder is its name.
    if (!isAbove) common = shared(common, parts.slice(0, -1).length === 0 ? [] : parts)
  }
  return common.join('/')
}

function folderParts(page: string): string[] {
  const folder = path.posix.dirname(page)
  return folder === '.' ? [] : folder.split('/')
}

function shared(one: readonly string[], other: readonly string[]): string[] {
  const different = one.findIndex((part, index) => part !== other[index])
  return different < 0 ? [...one] : one.slice(0, different)
}

/** The first free one of `late`, `late-2`, `late-3` …; ids are compared in lower case. */
export function freeTarget(target: string, taken: ReadonlySet<string>): string {
  if (!taken.has(target.toLowerCase())) return target
  for (let number = 2; ; number += 1) {
    const next = `${target}-${String(number)}`
    if (!taken.has(next.toLowerCase())) return next
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
