/** What an import did with a page, for its report. Nothing is converted, dropped or left without a line in it. */
export type How =
  /** Written in Markdown that the site reads; the text is the same. */
  | 'converted'
  /** Not taken over, as it has no meaning on this site. */
  | 'dropped'
  /** Still as it was, with a finding at its line: somebody has to write it. */
  | 'left'
  /** A link or an image whose target does not exist at the source. */
  | 'dead'

export interface Entry {
  how: How
  what: string
  /** The page it is about, by its path at the source. */
  page: string
  detail?: string
  /** Its line at the source, where it is there as it was written. */
  line?: number
}

export class Log {
  readonly entries: Entry[] = []

  add(how: How, what: string, page: string, detail?: string, line?: number): void {
    this.entries.push({
      how,
      what,
      page,
      ...(detail !== undefined && { detail }),
      ...(line !== undefined && { line }),
    })
  }
}

/** The log of one page. */
export interface PageLog {
  converted: (what: string, detail?: string) => void
  dropped: (what: string, detail?: string) => void
  /** @param written as it is at the source, to find its line */
  left: (what: string, detail?: string, written?: string) => void
  dead: (what: string, detail?: string) => void
}

/**
 * @param source the page's text as it is at the source
 */
export function pageLog(log: Log, page: string, source = ''): PageLog {
  const from = new Map<string, number>()
  const whatOn = new Map<number, string>()
  /** The next place of what was written, each time that it is asked for. */
  const lineOf = (what: string, written = ''): number | undefined => {
    const sign = written.trim().split('\n')[0] ?? ''
    const key = `${what}\n${sign}`
    const at = sign === '' ? -1 : source.indexOf(sign, from.get(key) ?? 0)
    if (at < 0) return undefined
    from.set(key, at + sign.length)
    return source.slice(0, at).split('\n').length
  }
  return {
    converted: (what, detail) => {
      log.add('converted', what, page, detail)
    },
    dropped: (what, detail) => {
      log.add('dropped', what, page, detail)
    },
    left: (what, detail, written) => {
      const line = lineOf(what, written ?? detail)
      // An include that leads nowhere is a tag that nobody knows as well.
      if (line !== undefined && (whatOn.get(line) ?? what) !== what) return
      if (line !== undefined) whatOn.set(line, what)
      log.add('left', what, page, detail, line)
    },
    dead: (what, detail) => {
      log.add('dead', what, page, detail)
    },
  }
}
