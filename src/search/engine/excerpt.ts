/** Longer than this, or over more than one line, is pasted rather than typed. */
const TYPED_LENGTH = 120

/**
 * What is read of a pasted text, of its start and of its end: lines, and characters of a line. There the error is; the
 * signatures are sought in all of it.
 */
export const LINES_READ = 200
const MAX_LINE = 2000

/** Characters read of what is between two blanks: the patterns below must have little to try. */
const MAX_TOKEN = 160

/** Whether a text was pasted from a log: several lines, or longer than anyone types. */
export function isExcerpt(text: string): boolean {
  const trimmed = text.trim()
  return trimmed.length > TYPED_LENGTH || trimmed.includes('\n')
}

/** Whether a short text is what a program prints rather than what a person says. */
export function isMachineText(text: string): boolean {
  return (
    isExcerpt(text) ||
    /^\s*\[[A-Z]+:\d+\]|(?:Exception|Error|ERROR|FATAL|WARN|ERR!|error)\b\S*[:\s]|\w\.\w+\.\w+[:\s]|[:=]\s*\S+.*[:=]/.test(
      text,
    )
  )
}

/** Whether a text is markup or code that was meant for another program: words in it are not what somebody looks for. */
export function isProbe(text: string): boolean {
  return /(?:%[\da-f]{2}){2}|<\/?(?:script|img|svg|iframe|body|html|div|style|object|embed|input|form|a)\b[^<>]*>|['"]\s*(?:or|and)\s+\S+\s*=|;\s*--|\.\.\/|\$\{|^\s*(?:select|insert|update|delete|drop)\s.*\s(?:from|into|set|table|where)\s/i.test(
    text.slice(0, 2000),
  )
}

/** Where a program was when it failed: says much of its code, and little of the fault. */
export function isFrame(line: string): boolean {
  return /^\s*(?:at\s+\S+\(|File "[^"]*", line \d+|\.\.\. \d+ (?:more|common)|from \S+:\d+:in |goroutine \d+ |\S+\.go:\d+)/.test(
    line.slice(0, 400),
  )
}

/** A line of a log without times, counts, ids, hashes, addresses and paths; of `key=value` only the key. */
export function withoutVarying(line: string): string {
  return line
    .slice(0, MAX_LINE)
    .split(/\s+/)
    .map((token) => token.slice(0, MAX_TOKEN))
    .filter((token) => !varies(token))
    .map((token) => ASSIGNMENT.exec(token)?.[1] ?? token)
    .join(' ')
}

function varies(token: string): boolean {
  return (
    /^\W*\d/.test(token) || // times, counts, versions
    /(?:^|\W)[\da-f]{8,}(?:\W|$)/i.test(token) || // hashes, UUIDs
    /^\W*0x/i.test(token) || // addresses
    /\w+(?:\.\w[\w-]*)+:\d+/.test(token) || // hosts with a port
    /^\W*(?:https?:\/|[\w.~-]*\/[\w.-]+\/)/.test(token) || // links, paths
    /^\S+@\S+\.\S+$/.test(token)
  )
}

const ASSIGNMENT = /^\W*([A-Za-z][\w.-]*)=.*$/

/** The lines that most likely name the fault, the likeliest first: the innermost cause, the end of a Python traceback, then any that speak of an error. */
export function faultLines(text: string): string[] {
  const all = text.split(/\r?\n/)
  const read = all.length > 2 * LINES_READ ? [...all.slice(0, LINES_READ), ...all.slice(-LINES_READ)] : all
  const lines = read.filter((line) => line.trim() !== '' && !isFrame(line))
  const cause = lines.findLast((line) => /^\s*(?:Caused by|Suppressed)\b/.test(line))
  const traceback = all.findLastIndex((line) => line.startsWith('Traceback (most recent call last)'))
  const raised =
    traceback < 0
      ? undefined
      : all.slice(traceback + 1).find((line) => /^[A-Za-z_]\w*(?:\.\w+)*(?::|$)/.test(line))
  const speaking = lines.filter((line) => FAULT.test(line.slice(0, MAX_LINE)))
  const first = [cause, raised].filter((line) => line !== undefined)
  const found = [...new Set([...first, ...speaking])]
  return found.length > 0 ? found : lines.slice(0, 1)
}

const FAULT =
  /error|exception|fail|fatal|denied|refused|killed|cannot|could not|unable|violat|timed? ?out|exceed|reject|lost|mismatch|blocked|overdue|expired|invalid/i
