import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A page of Markdown as HTML, as Astro's `render()` takes it. */
export interface Rendered {
  html: string
  metadata?: { imagePaths?: string[]; [fact: string]: unknown } | undefined
}

/**
 * The HTML of Markdown pages, each in a file of its own. In Astro's store it would be part of one string that each build reads,
 * bundles, compiles and parses again: 48 MB for 1,000 issues, and a third of the time of their build.
 */
export class HtmlCache {
  readonly #folder: string
  readonly #used = new Set<string>()

  /** @param folder absolute; made when something is kept */
  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * What is kept under a digest, which names one HTML for ever; `undefined` where nothing is, or not what was put there: a cache
   * may have been cut short, or be a mixture of two.
   */
  get(digest: string): Rendered | undefined {
    try {
      const text = readFileSync(this.#file(digest), 'utf8')
      const end = text.indexOf('\n')
      const body = text.slice(end + 1)
      if (text.slice(0, end) !== hashOf(digest, body)) return undefined
      this.#used.add(digest)
      return JSON.parse(body) as Rendered
    } catch {
      return undefined
    }
  }

  set(digest: string, rendered: Rendered): void {
    const body = JSON.stringify(rendered)
    mkdirSync(this.#folder, { recursive: true })
    writeFileSync(this.#file(digest), `${hashOf(digest, body)}\n${body}`)
    this.#used.add(digest)
  }

  /** Removes what nobody has asked for. */
  forgetOthers(): void {
    try {
      for (const name of readdirSync(this.#folder))
        if (!this.#used.has(path.basename(name, ENDING)))
          rmSync(path.join(this.#folder, name), { recursive: true })
    } catch {
      // It is not there, or nobody may remove anything: the next build tries again.
    }
  }

  #file(digest: string): string {
    return path.join(this.#folder, `${digest}${ENDING}`)
  }
}

const ENDING = '.json'

function hashOf(digest: string, body: string): string {
  return createHash('sha256').update(`${digest}\n${body}`).digest('hex')
}
