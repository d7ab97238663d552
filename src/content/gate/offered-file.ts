import { isPictureName, pictureProblem } from './picture.ts'

/** GitHub warns of files above 50 MB, and a reader in an incident waits. */
const MAX_FILE_BYTES = 25 * 1024 * 1024

/**
 * Endings of files that pages may offer, besides pictures, with the type that the site gives them. Nothing is on the list that a
 * browser shows as a page or runs: no HTML, no XML, no script, no style sheet.
 */
export const OFFERED_TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain; charset=utf-8',
  '.log': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.tsv': 'text/plain; charset=utf-8',
  '.sql': 'text/plain; charset=utf-8',
  '.sh': 'text/plain; charset=utf-8',
  '.py': 'text/plain; charset=utf-8',
  '.ps1': 'text/plain; charset=utf-8',
  '.ini': 'text/plain; charset=utf-8',
  '.conf': 'text/plain; charset=utf-8',
  '.toml': 'text/plain; charset=utf-8',
  '.yaml': 'text/plain; charset=utf-8',
  '.yml': 'text/plain; charset=utf-8',
  '.properties': 'text/plain; charset=utf-8',
  '.patch': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/octet-stream',
  '.xlsx': 'application/octet-stream',
  '.pptx': 'application/octet-stream',
  '.odt': 'application/octet-stream',
  '.ods': 'application/octet-stream',
  '.odp': 'application/octet-stream',
  '.parquet': 'application/octet-stream',
  '.drawio': 'application/octet-stream',
  '.zip': 'application/octet-stream',
  '.gz': 'application/octet-stream',
}

/** A name that is the same in every file system and needs nothing but %20 in an address. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_. ()+,@-]*$/u
/** Names that Windows keeps for its devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * What is wrong with a file that pages may show or offer, if anything.
 *
 * @param name its own, without folders
 * @param head its first bytes; all of them for a drawing
 * @param size how many bytes it has
 */
export function offeredFileProblem(
  name: string,
  head: Buffer,
  size: number,
): { message: string; hint: string } | undefined {
  const problem = nameProblem(name)
  if (problem) return problem
  if (isPictureName(name)) return pictureProblem(name, head, size)
  const ending = endingOf(name)
  if (!Object.hasOwn(OFFERED_TYPES, ending))
    return {
      message: `Pages cannot offer a file that ends in "${ending}"`,
      hint: `A browser could run it as a part of the site, or does not know it. Put it into a .zip, or use one of ${Object.keys(OFFERED_TYPES).join(' ')}.`,
    }
  if (size > MAX_FILE_BYTES)
    return { message: 'The file has more than 25 MB', hint: 'Keep it elsewhere and link to it.' }
  return undefined
}

/** What is wrong with the name of a file or folder that an address is made of. */
export function nameProblem(name: string): { message: string; hint: string } | undefined {
  if (NAME.test(name) && !DEVICE.test(name) && !/[. ]$/.test(name) && name.length <= 100) return undefined
  return {
    message: `"${printable(name)}" cannot be a part of an address`,
    hint: 'Rename it: letters, digits, spaces, and _ . - ( ) + , @, beginning with a letter or digit, at most 100.',
  }
}

function endingOf(name: string): string {
  return /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\p{L}\p{N}]/gu, '�')
}
