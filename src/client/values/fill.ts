/** What a reader fills in before a command is run, as the page declares it. */
export interface Variable {
  name: string
  summary: string
  example?: string | undefined
  value?: string | undefined
  pattern?: string | undefined
  quote?: 'sh' | 'sql' | undefined
}

/** A use of a variable in a block. */
export interface Place {
  name: string
  start: number
  end: number
  /** What is around it: nothing, the quotes that it is within, or the arithmetic of a shell. */
  within: '' | "'" | '"' | '(('
}

/** A value is a word or a line; longer ones come from a slip of the clipboard. */
const MAX_VALUE = 200
const SIMPLE = /^[\w@%+=:,./-]+$/

/** Why a value is refused, in words; nothing where it may be filled in. */
export function problemOf({ name, pattern, example }: Variable, value: string): string | undefined {
  if (/[\x00-\x1f\x7f]/.test(value)) return `${name} must be one line without control characters.`
  if (value.length > MAX_VALUE) return `${name} must have at most ${String(MAX_VALUE)} characters.`
  if (pattern === undefined || matches(pattern, value)) return undefined
  const such = example === undefined ? '' : `, for example ${example}`
  return `${name} must match ${pattern}${such}.`
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value)
  } catch {
    return false
  }
}

/**
 * Where a block uses declared variables: `<NAME>` anywhere, and in a shell `$NAME`, `${NAME}`, `${NAME:?message}` and the like,
 * and a number in `$((NAME + 1))`. A variable that the block also uses in a form that no value can take the place of
 * (`${NAME%.*}`) is left alone in all of it: the block then asks for the shell's own.
 */
export function placesIn(text: string, names: readonly string[], isShell: boolean): Place[] {
  const whole = /\}|:?[?=-][^{}]*\}/.source
  const fillable = names
    .map((name) => name.replace(/[^\w]/g, '\\$&'))
    .filter((name) => !isShell || !new RegExp(`\\$\\{([#!]${name}|${name}(?!\\w|${whole}))`).test(text))
  if (fillable.length === 0) return []
  const any = `(${fillable.join('|')})`
  const number = `(?<=\\$\\(\\((?:[^()]*[^()\\w$])?)${any}(?=[^\\w()][^()]*\\)\\)|\\)\\))`
  const pattern = new RegExp(`\\$\\{${any}(?:${whole})|\\$${any}(?!\\w)|<${any}>|${number}`, 'g')
  const quotes = quotesIn(text, isShell)
  return [...text.matchAll(pattern)].flatMap((match): Place[] => {
    const [all, braces, bare, angle, operand] = match
    const within = quotes(match.index)
    // A shell leaves $NAME alone within single quotes, and so do we; elsewhere a dollar is only a dollar.
    if (angle === undefined && (!isShell || within === "'")) return []
    const name = braces ?? bare ?? angle ?? operand ?? ''
    const place = { name, start: match.index, end: match.index + all.length }
    return [{ ...place, within: operand === undefined ? within : '((' }]
  })
}

/** Says within which quotes a place of a text is; a comment's apostrophe opens none. */
function quotesIn(text: string, isShell: boolean): (place: number) => Place['within'] {
  const states: Place['within'][] = []
  let state: Place['within'] = ''
  let isComment = false
  for (let at = 0; at < text.length; at += 1) {
    states.push(state)
    const char = text.charAt(at)
    if (char === '\n') isComment = false
    if (isComment) continue
    if (isShell && state !== "'" && char === '\\') {
      states.push(state)
      at += 1
      continue
    }
    const opensComment = isShell ? char === '#' : text.startsWith('--', at)
    if (state === '' && opensComment && (at === 0 || /\s/.test(text.charAt(at - 1)))) isComment = true
    else if (state === '' && (char === "'" || char === '"')) state = char
    else if (state === char) state = ''
  }
  return (place) => states[place] ?? ''
}

/** A value as it is written in a block: quoted for its language and for the quotes that are there already. */
export function quoted(value: string, place: Place, quote: 'sh' | 'sql' | undefined): string {
  if (quote === 'sql') {
    if (place.within === '"') return value.replaceAll('"', '""')
    if (place.within === "'" || !SIMPLE.test(value)) {
      const doubled = value.replaceAll("'", "''")
      return place.within === "'" ? doubled : `'${doubled}'`
    }
    return value
  }
  if (quote !== 'sh') return value
  // A word would count as 0 without a complaint; a question mark is an error of the shell.
  if (place.within === '((') return /^-?\d+$/.test(value) ? value : '?'
  if (place.within === '"') return value.replace(/[\\"$`!]/g, '\\$&')
  const closed = value.replaceAll("'", "'\\''")
  if (place.within === "'") return closed
  return SIMPLE.test(value) ? value : `'${closed}'`
}
