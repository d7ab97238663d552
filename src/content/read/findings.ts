/** A place in a file, counted from 1; columns in UTF-16 code units, as editors count them. */
export interface Place {
  line: number
  column: number
}

/** A mistake in the content, as data: reporters print it, nothing else does. */
export interface Finding {
  /** Relative to the working directory, with `/`. */
  file: string
  /** From 1; absent where the mistake has no place in the file. */
  line?: number | undefined
  column?: number | undefined
  severity: 'error' | 'warning'
  /** Permanent and searchable, e.g. `unknown-reference`. */
  rule: string
  /** What is wrong, in a sentence without its full stop. */
  message: string
  /** What to do. */
  hint: string
}

export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  )
}

/** By code unit: the same order on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
