/** Random texts from a seed, so that a failing run can be repeated. */
export interface Random {
  pick: (alphabet: string, length: number) => string
  alnum: (length: number) => string
  lower: (length: number) => string
  hex: (length: number) => string
  upper: (length: number) => string
  digits: (length: number) => string
  base64: (bytes: number) => string
  url64: (length: number) => string
  uuid: () => string
  /** As people make them: letters of both cases, digits, a sign. */
  password: () => string
  of: <T>(items: readonly T[]) => T
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const of = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('Nothing to choose from')
    return item
  }
  const pick = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join('')
  const hex = (length: number) => pick(`${DIGITS}abcdef`, length)
  return {
    pick,
    of,
    hex,
    alnum: (length) => pick(LOWER + LOWER.toUpperCase() + DIGITS, length),
    lower: (length) => pick(LOWER + DIGITS, length),
    upper: (length) => pick(LOWER.toUpperCase() + DIGITS, length),
    digits: (length) => pick('123456789', 1) + pick(DIGITS, length - 1),
    url64: (length) => pick(`${LOWER}${LOWER.toUpperCase()}${DIGITS}-_`, length),
    base64: (bytes) =>
      Buffer.from(Array.from({ length: bytes }, () => Math.floor(next() * 256))).toString('base64'),
    uuid: () => [8, 4, 4, 4, 12].map(hex).join('-'),
    password: () =>
      pick(LOWER.toUpperCase(), 2) + pick(LOWER, 6) + pick(DIGITS, 3) + pick('!#%*+-=_', 1) + pick(LOWER, 2),
  }
}
