/**
 * Finds the signatures (literal log texts, `*` for a varying part) that occur in a pasted text.
 *
 * One pass of an Aho-Corasick automaton finds every literal part of every signature, then the parts of each signature
 * are chained in order. No regular expression is built from content or from what was pasted, so none can run away.
 * ASCII case is ignored, and any white space matches any other: logs are wrapped and indented on their way here.
 * A text that begins or ends with a letter, a digit or `_` begins or ends where a word of the text does: `GateBlocked` is
 * not in `GateBlocked1660`.
 */

/** How far a `*` reaches, in characters. Messages vary by names and numbers, not by pages. */
export const MAX_GAP = 300

export interface SignatureMatch {
  /** Index into the list of signatures. */
  signature: number
  /** Where the match starts and ends in the text, in UTF-16 units. */
  start: number
  end: number
  /** Characters of the signature that are literal: the longer, the more specific. */
  literal: number
}

export type SignatureMatcher = (text: string) => SignatureMatch[]

const SPACE = 32

/** Folds ASCII capitals to small letters and every white space to a blank. */
function fold(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit + 32
  if (unit >= 128) return unit === 0xa0 || unit === 0x2028 || unit === 0x2029 ? SPACE : unit
  return unit <= SPACE ? SPACE : unit
}

/** Letters, digits and `_`: what a word, or the name of a machine, consists of. */
function isWord(unit = SPACE): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 48 && unit <= 57) ||
    unit === 95 ||
    (unit >= 0xc0 && unit < 0x2000)
  )
}

/** Folded units, runs of white space as one blank, and where each stood. */
function normalise(text: string): { units: Uint16Array; positions: Uint32Array; length: number } {
  const units = new Uint16Array(text.length)
  const positions = new Uint32Array(text.length)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const unit = fold(text.charCodeAt(i))
    if (unit === SPACE && units[length - 1] === SPACE) continue
    units[length] = unit
    positions[length] = i
    length++
  }
  return { units, positions, length }
}

/** The literal parts of a signature, folded like the text; empty parts are left out. */
function literalParts(signature: string): string[] {
  return signature
    .split('*')
    .map((part) => {
      const { units, length } = normalise(part)
      return String.fromCharCode(...units.subarray(0, length)).trim()
    })
    .filter((part) => part !== '')
}

/** A trie with failure links over folded UTF-16 units. Children are sibling lists: small, and quick to build. */
class Automaton {
  #child = [0]
  #sibling = [0]
  #unit = [0]
  #fail = [0]
  /** The literals that end in a node. */
  #literal: (number[] | undefined)[] = [undefined]
  /** The nearest node on the failure path in which a literal ends. */
  #output = [0]
  /** The root has many children and is visited most. */
  readonly #roots = new Map<number, number>()

  constructor(literals: readonly string[]) {
    for (const [index, literal] of literals.entries()) this.#insert(literal, index)
    this.#link()
  }

  #step(node: number, unit: number): number {
    if (node === 0) return this.#roots.get(unit) ?? 0
    let next = this.#child[node] ?? 0
    while (next !== 0 && this.#unit[next] !== unit) next = this.#sibling[next] ?? 0
    return next
  }

  #insert(literal: string, index: number): void {
    let node = 0
    for (let i = 0; i < literal.length; i++) {
      const unit = literal.charCodeAt(i)
      let next = this.#step(node, unit)
      if (next === 0) {
        next = this.#unit.length
        this.#unit.push(unit)
        this.#sibling.push(this.#child[node] ?? 0)
        this.#child.push(0)
        this.#fail.push(0)
        this.#literal.push(undefined)
        this.#output.push(0)
        this.#child[node] = next
        if (node === 0) this.#roots.set(unit, next)
      }
      node = next
    }
    const literals = (this.#literal[node] ??= [])
    literals.push(index)
  }

  #link(): void {
    const queue = [...this.#roots.values()]
    for (const node of queue) {
      for (let child = this.#child[node] ?? 0; child !== 0; child = this.#sibling[child] ?? 0) {
        const fail = this.#advance(this.#fail[node] ?? 0, this.#unit[child] ?? 0)
        this.#fail[child] = fail
        this.#output[child] = this.#literal[fail] === undefined ? (this.#output[fail] ?? 0) : fail
        queue.push(child)
      }
    }
  }

  #advance(from: number, unit: number): number {
    let node = from
    for (;;) {
      const next = this.#step(node, unit)
      if (next !== 0 || node === 0) return next
      node = this.#fail[node] ?? 0
    }
  }

  /** Calls back with each literal that ends at each position, in order of position. */
  scan(units: Uint16Array, length: number, found: (literal: number, end: number) => void): void {
    let node = 0
    for (let i = 0; i < length; i++) {
      node = this.#advance(node, units[i] ?? 0)
      let hit = this.#literal[node] === undefined ? (this.#output[node] ?? 0) : node
      while (hit !== 0) {
        for (const literal of this.#literal[hit] ?? []) found(literal, i + 1)
        hit = this.#output[hit] ?? 0
      }
    }
  }
}

interface Chains {
  starts: number[]
  /** Ascending. */
  ends: number[]
}

/** Extends the chains that a part can follow: it comes after them, within reach of the `*` between. */
function extend(chains: Chains, ends: readonly number[], length: number): Chains {
  const extended: Chains = { starts: [], ends: [] }
  let next = 0
  for (const end of ends) {
    const start = end - length
    while (next < chains.ends.length && (chains.ends[next] ?? 0) <= start) next++
    // The nearest chain before the part is the only one to try: whatever a farther one reaches, it reaches too.
    if (next === 0 || start - (chains.ends[next - 1] ?? 0) > MAX_GAP) continue
    extended.starts.push(chains.starts[next - 1] ?? 0)
    extended.ends.push(end)
  }
  return extended
}

/**
 * Prepares a matcher for a list of signatures; the matcher returns the first match of each one that occurs, most specific first.
 * A signature without any literal text never matches.
 */
export function createSignatureMatcher(signatures: readonly string[]): SignatureMatcher {
  const ids = new Map<string, number>()
  const literals: string[] = []
  const edges: { opens: boolean; closes: boolean }[] = []
  const parts = signatures.map((signature) => {
    const own = literalParts(signature)
    return own.map((part, index) => {
      // The same letters are two literals where one must begin or end with a word and the other need not.
      const opens = index === 0 && !signature.trimStart().startsWith('*')
      const closes = index === own.length - 1 && !signature.trimEnd().endsWith('*')
      const key = `${opens ? '<' : ''}${part}${closes ? '>' : ''}`
      let id = ids.get(key)
      if (id === undefined) {
        id = literals.length
        ids.set(key, id)
        literals.push(part)
        edges.push({ opens, closes })
      }
      return { id, length: part.length }
    })
  })
  const automaton = new Automaton(literals)

  return (text) => {
    const { units, positions, length } = normalise(text)
    const ends = new Map<number, number[]>()
    automaton.scan(units, length, (literal, end) => {
      const literalLength = literals[literal]?.length ?? 0
      const isCut = (before: number, after: number) =>
        before >= 0 && after < length && isWord(units[before]) && isWord(units[after])
      const { opens, closes } = edges[literal] ?? { opens: false, closes: false }
      if (opens && isCut(end - literalLength - 1, end - literalLength)) return
      if (closes && isCut(end - 1, end)) return
      const list = ends.get(literal)
      if (list) list.push(end)
      else ends.set(literal, [end])
    })
    const matches: SignatureMatch[] = []
    for (const [signature, [first, ...rest]] of parts.entries()) {
      const firstEnds = first && ends.get(first.id)
      if (!firstEnds || rest.some(({ id }) => !ends.has(id))) continue
      let chains: Chains = { starts: firstEnds.map((end) => end - first.length), ends: firstEnds }
      for (const part of rest) chains = extend(chains, ends.get(part.id) ?? [], part.length)
      const [start] = chains.starts
      const [end] = chains.ends
      if (start === undefined || end === undefined) continue
      matches.push({
        signature,
        start: positions[start] ?? 0,
        end: (positions[end - 1] ?? 0) + 1,
        literal: rest.reduce((sum, part) => sum + part.length, first.length),
      })
    }
    return matches.sort((a, b) => b.literal - a.literal || a.start - b.start || a.signature - b.signature)
  }
}

/** The whole line (or lines) around a match, cut to a length that can be shown. */
export function matchedLine(text: string, match: { start: number; end: number }, limit = 240): string {
  const from = Math.max(text.lastIndexOf('\n', match.start - 1) + 1, match.start - 40)
  const lineEnd = text.indexOf('\n', match.end)
  const to = Math.min(lineEnd === -1 ? text.length : lineEnd, from + limit)
  return text.slice(from, to).trim()
}
