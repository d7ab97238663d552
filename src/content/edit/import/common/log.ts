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
}

export class Log {
  readonly entries: Entry[] = []

  add(how: How, what: string, page: string, detail?: string): void {
    this.entries.push({ how, what, page, ...(detail !== undefined && { detail }) })
  }
}

/** The log of one page. */
export interface PageLog {
  converted: (what: string, detail?: string) => void
  dropped: (what: string, detail?: string) => void
  left: (what: string, detail?: string) => void
  dead: (what: string, detail?: string) => void
}

export function pageLog(log: Log, page: string): PageLog {
  return {
    converted: (what, detail) => {
      log.add('converted', what, page, detail)
    },
    dropped: (what, detail) => {
      log.add('dropped', what, page, detail)
    },
    left: (what, detail) => {
      log.add('left', what, page, detail)
    },
    dead: (what, detail) => {
      log.add('dead', what, page, detail)
    },
  }
}
