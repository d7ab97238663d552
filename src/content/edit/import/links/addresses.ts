import path from 'node:path'
import { addressProblem } from '../../../gate/addresses.ts'

export const SCHEME = /^[a-z][a-z0-9+.-]*:/i

export function folderOf(file: string): string {
  const folder = path.posix.dirname(file)
  return folder === '.' ? '' : folder
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Signs that end a sentence where no space does. */
const FULL_WIDTH = /[，。；：！？、（）「」『』【】《》〈〉“”‘’…]/u

/** An address in the middle of words: a link ends where the words go on, and what leads nowhere is code. */
export function bareAddress(raw: string): string {
  const cutAt = (pattern: RegExp) => {
    const at = raw.search(pattern)
    return at < 0 ? raw : raw.slice(0, at).replace(/[.,;:!?]+$/, '')
  }
  const full = cutAt(FULL_WIDTH)
  const problem = (address: string) => addressProblem(address.replace(/^www\./i, 'http://www.'))
  const linked = problem(full) === undefined ? full : cutAt(/[^\u0021-\u007e]/)
  if (linked === raw && problem(raw) === undefined) return raw
  if (!/^(?:https?:\/\/|www\.)\w/i.test(linked) || problem(linked) !== undefined)
    return `\`${raw.replaceAll('`', '')}\``
  const address = linked.toLowerCase().startsWith('www.') ? `http://${linked}` : linked
  return `<${address}>${raw.slice(linked.length)}`
}

/** Words with an address that no page may link to; words that are an address would become a link again. */
export function shownAddress(words: string, url: string): string {
  return /^(?:https?:|www\.|\w+:\/\/)/i.test(words)
    ? `\`${words.replaceAll('`', '')}\``
    : `${words} (\`${url}\`)`
}

/** An address without what its scheme says to a generator alone, or fills in for a writer of mail. */
export function plainAddress(url: string): string {
  return url.replace(/^(mailto:)(?:mailto:)*([^?]*)\?.*$/is, '$1$2').replaceAll(' ', '%20')
}

/** A link from an entry to a file of the content. */
export function relative(from: string, to: string): string {
  const link = path.posix.relative(path.posix.dirname(from), to)
  return link.startsWith('.') ? link : `./${link}`
}

/** Signs that end a target in Markdown. */
export function encodeAddress(url: string): string {
  return url.replace(/[\s()<>]/g, (sign) =>
    sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign),
  )
}
