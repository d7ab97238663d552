import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** An entry's body as Astro holds it. */
interface Rendered {
  html: string
  metadata?: Record<string, unknown>
}

/**
 * The HTML of Markdown entries, kept in files beside Astro's store. In the store it would be part of one string that each
 * build reads, bundles, compiles and parses again: 48 MB for 1,000 issues, and a third of the time of their build.
 */

/** Writes the HTML to a file and leaves its name and its hash in its place. A digest names one HTML for ever. */
export function keepHtml<R extends Rendered>(folder: string, digest: string, rendered: R): R {
  const file = path.join(folder, `${digest}.html`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, rendered.html)
  return { ...rendered, html: '', metadata: { ...rendered.metadata, file, hash: hashOf(rendered.html) } }
}

/** Whether the HTML is still as it was put there: a cache may have been cut short, or be a mixture of two. */
export function isKept(rendered: Rendered | undefined): boolean {
  const file = fileOf(rendered)
  if (file === undefined) return true
  try {
    return hashOf(readFileSync(file)) === rendered?.metadata?.['hash']
  } catch {
    return false
  }
}

export function forgetHtml(rendered: Rendered | undefined): void {
  const file = fileOf(rendered)
  if (file !== undefined) rmSync(file, { force: true })
}

/** What was rendered, with its HTML again. */
export function withHtml<R extends Rendered>(rendered: R): R {
  const file = fileOf(rendered)
  return file === undefined ? rendered : { ...rendered, html: readFileSync(file, 'utf8') }
}

function fileOf(rendered: Rendered | undefined): string | undefined {
  const file = rendered?.metadata?.['file']
  return typeof file === 'string' ? file : undefined
}

function hashOf(html: string | Buffer): string {
  return createHash('sha256').update(html).digest('hex')
}
