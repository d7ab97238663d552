import { kept } from '../content/read/kept.ts'
import { matchIssues, type Finder } from './find.ts'
import type { ContentSource, Served } from './source.ts'

/** In milliseconds: clients often ask for several things after each other. */
const AFTER = 100

/**
 * Reads, checks, plans and indexes while nobody asks, so that the next question waits for none of it: at the start, and after
 * the content has changed. Questions that come meanwhile are answered between two steps.
 */
export class WarmUp {
  readonly #source: ContentSource
  readonly #steps: ((served: Served) => unknown)[]
  #warm: Served | undefined
  #timer: NodeJS.Timeout | undefined
  #isStopped = false
  #whenReady: (() => void) | undefined

  /** @param whenReady called once, when all of it is ready for the first time */
  constructor(source: ContentSource, finder: Finder, whenReady?: () => void) {
    this.#source = source
    this.#whenReady = whenReady
    // Who is on call is asked most often, and takes the least time.
    this.#steps = [
      (served) => served.calendars,
      (served) => matchIssues(served, served.pages[0]?.title ?? ''),
      (served) => finder.prepare(served),
      // What a search reads only when it is asked is read by asking.
      ...[0, 0.5, 1].map((part) => (served: Served) => {
        const page = served.pages[Math.floor((served.pages.length - 1) * part)]
        return finder.search(served, page?.title ?? '', 1)
      }),
    ]
  }

  /** Adds a step: what somebody will ask, asked before. */
  rehearse(step: (served: Served) => unknown): void {
    this.#steps.push(async (served) => {
      try {
        await step(served)
      } catch {
        // Whoever asks is told.
      }
    })
  }

  /** Begins at once: a session has started, and the first question comes when somebody has typed it. */
  now(): void {
    this.#after(0)
  }

  /** Begins when it has been quiet for a moment. */
  soon(): void {
    this.#after(AFTER)
  }

  #after(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#run(), delay)
    this.#timer.unref()
  }

  /** Nobody asks any more: the process ends without what nobody waits for. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#isStopped = true
  }

  async #run(): Promise<void> {
    try {
      // The list of tools, which clients ask for first, does not wait for the check of a thousand pages.
      const reading = this.#source.prepare()
      while (reading.next().done !== true) {
        await betweenQuestions()
        if (this.#isStopped) return
      }
      const served = this.#source.served()
      if (served === this.#warm) return
      this.#warm = served
      for (const step of this.#steps) {
        await betweenQuestions()
        if (this.#isStopped) return
        await step(served)
      }
      // For the next server: this one may be ended without a word.
      this.#source.keep(served)
      kept()?.save()
      this.#whenReady?.()
      this.#whenReady = undefined
    } catch {
      // Every answer says so.
    }
  }
}

/** Lets what has come in meanwhile go first. */
function betweenQuestions(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
