/** How one text that a pattern matches may begin. */
interface Head {
  text: string
  /** Whether the next part of the pattern follows it directly: otherwise it is known only as far as this. */
  isOpen: boolean
}

/** So much of a beginning is enough to pass over nearly all other places of a text. */
const MAX_LENGTH = 4
/** Shorter ones are everywhere. */
const MIN_LENGTH = 2
const MAX_HEADS = 128
/** Of so many characters none is added to a beginning that is long enough as it is. */
const MANY = 8
/** Long enough as it is. */
const GOOD_LENGTH = 3

const DIGITS = '0123456789'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const SETS: Readonly<Record<string, readonly string[]>> = {
  d: [...DIGITS],
  w: [...LETTERS, ...LETTERS.toUpperCase(), ...DIGITS, '_'],
  // Whatever JavaScript takes for a blank.
  s: [
    ...'\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  ],
}
const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v' }

/** Nothing is known of what comes there. */
const UNKNOWN: readonly Head[] = [{ text: '', isOpen: false }]
/** An assertion: it takes no character. */
const NOTHING: readonly Head[] = [{ text: '', isOpen: true }]

/**
 * With which texts every match of a pattern begins, each 2 to 4 characters long; `undefined` where they would be shorter or
 * too many. Assertions are passed over, so a text that begins so need not match. Reads what the patterns here use of the
 * syntax; of anything else it says that nothing is known of it.
 *
 * @param ignoresCase whether the pattern has the flag `i`: the texts are in lower case then, and only ASCII letters in them
 *   have another case
 */
export function headsOf(source: string, ignoresCase: boolean): string[] | undefined {
  const heads = new SourceReader(source, ignoresCase).alternatives()
  const texts = [...new Set(heads.map(({ text }) => text))]
  if (texts.some(({ length }) => length < MIN_LENGTH)) return undefined
  return texts.filter((text) => !texts.some((other) => other !== text && text.startsWith(other)))
}

/** Reads the source of a pattern from its beginning, once. */
class SourceReader {
  readonly #source: string
  readonly #ignoresCase: boolean
  #at = 0

  constructor(source: string, ignoresCase: boolean) {
    this.#source = source
    this.#ignoresCase = ignoresCase
  }

  /** As far as the bracket that closes the group, or the end. */
  alternatives(): Head[] {
    const heads = [...this.#sequence()]
    while (this.#skip('|')) heads.push(...this.#sequence())
    return each(heads)
  }

  #sequence(): readonly Head[] {
    let heads: readonly Head[] = NOTHING
    while (this.#at < this.#source.length && !/[|)]/.test(this.#next())) {
      const atom = this.#atom()
      const [min, max] = this.#times()
      for (let time = 0; time < Math.min(min, MAX_LENGTH); time++) heads = followed(heads, atom)
      if (max === min) continue
      const more = followed(heads, atom)
      // Where it may come again, what follows it is not known.
      heads = each([...heads, ...(max === min + 1 ? more : more.map(closed))])
    }
    return heads
  }

  #atom(): readonly Head[] {
    if (this.#skip('(')) return this.#group()
    const character = this.#next()
    this.#at += 1
    if (character === '^' || character === '$') return NOTHING
    if (character === '.') return UNKNOWN
    if (character === '[') return this.#oneOf(this.#classMembers())
    if (character === '\\') {
      const escaped = this.#next()
      this.#at += 1
      return /[bB]/.test(escaped) ? NOTHING : this.#oneOf(escapedMembers(escaped))
    }
    return this.#oneOf([character])
  }

  #group(): readonly Head[] {
    const isAssertion = ['?=', '?!', '?<=', '?<!'].some((start) => this.#skip(start))
    if (!isAssertion) this.#skip('?:')
    const isNamed = !isAssertion && this.#next() === '?'
    const heads = this.alternatives()
    this.#skip(')')
    return isAssertion ? NOTHING : isNamed ? UNKNOWN : heads
  }

  /** The characters of a class in brackets; `undefined` where it leaves some out, or names them in another way. */
  #classMembers(): readonly string[] | undefined {
    const isNegated = this.#skip('^')
    const members: string[] = []
    let isKnown = !isNegated
    while (this.#at < this.#source.length && this.#next() !== ']') {
      const from = this.#classMember()
      if (from?.length === 1 && this.#next() === '-' && this.#source.charAt(this.#at + 1) !== ']') {
        this.#at += 1
        const to = this.#classMember()
        const range = to?.length === 1 ? charactersBetween(from[0] ?? '', to[0] ?? '') : undefined
        if (range) members.push(...range)
        else isKnown = false
      } else if (from) members.push(...from)
      else isKnown = false
    }
    this.#at += 1
    return isKnown ? members : undefined
  }

  #classMember(): readonly string[] | undefined {
    const character = this.#next()
    this.#at += 1
    if (character !== '\\') return [character]
    const escaped = this.#next()
    this.#at += 1
    return escapedMembers(escaped)
  }

  #oneOf(members: readonly string[] | undefined): readonly Head[] {
    if (!members || members.length > MAX_HEADS) return UNKNOWN
    // Only of ASCII letters it is known here which other characters a pattern without the flag `u` takes for the same.
    if (members.some((member) => member > '\u007f' && !/\s/.test(member))) return UNKNOWN
    const texts = this.#ignoresCase ? members.map((member) => member.toLowerCase()) : members
    return [...new Set(texts)].map((text) => ({ text, isOpen: true }))
  }

  /** How often the part before may come. */
  #times(): [min: number, max: number] {
    const [written, min, comma, max] =
      /^(?:[?*+]|\{(\d+)(,?)(\d*)\})/.exec(this.#source.slice(this.#at, this.#at + 16)) ?? []
    if (written === undefined) return [1, 1]
    this.#at += written.length
    this.#skip('?')
    if (written === '?') return [0, 1]
    if (written === '*' || written === '+') return [written === '+' ? 1 : 0, Infinity]
    const least = Number(min)
    return [least, comma === '' ? least : max === '' ? Infinity : Number(max)]
  }

  #next(): string {
    return this.#source.charAt(this.#at)
  }

  #skip(text: string): boolean {
    const isThere = this.#source.startsWith(text, this.#at)
    if (isThere) this.#at += text.length
    return isThere
  }
}

/** What a backslash and a character stand for. */
function escapedMembers(character: string): readonly string[] | undefined {
  const control = CONTROLS[character]
  if (control !== undefined) return [control]
  return SETS[character] ?? (/\w/.test(character) ? undefined : [character])
}

function charactersBetween(from: string, to: string): string[] {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)]
  return Array.from({ length: Math.min(MAX_HEADS + 1, last - first + 1) }, (_, index) =>
    String.fromCharCode(first + index),
  )
}

/** Each head with each continuation; where these would be too many, the heads as they are. */
function followed(heads: readonly Head[], next: readonly Head[]): readonly Head[] {
  const isDone = ({ text, isOpen }: Head) =>
    !isOpen || text.length >= MAX_LENGTH || (text.length >= GOOD_LENGTH && next.length > MANY)
  const open = heads.filter((head) => !isDone(head))
  if (open.length * next.length > MAX_HEADS) return heads.map(closed)
  const longer = open.flatMap(({ text }) =>
    next.map((part) => {
      const whole = text + part.text
      return { text: whole.slice(0, MAX_LENGTH), isOpen: part.isOpen && whole.length < MAX_LENGTH }
    }),
  )
  return [...heads.filter(isDone).map(closed), ...longer]
}

function closed({ text }: Head): Head {
  return { text, isOpen: false }
}

/** Without those that are there twice. */
function each(heads: readonly Head[]): Head[] {
  return [...new Map(heads.map((head) => [`${head.text}${String(head.isOpen)}`, head])).values()]
}
