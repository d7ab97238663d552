import { svgProblem } from './svg.ts'

type Kind = 'png' | 'jpg' | 'gif' | 'webp' | 'avif' | 'svg'

/** Endings by which a picture may be named. */
const ENDINGS: Readonly<Record<string, Kind>> = {
  '.png': 'png',
  '.jpg': 'jpg',
  '.jpeg': 'jpg',
  '.gif': 'gif',
  '.webp': 'webp',
  '.avif': 'avif',
  '.svg': 'svg',
}

/** A photo of a screen has less; a reader on a phone waits for every byte. */
const MAX_PICTURE_BYTES = 10 * 1024 * 1024
/** What a decoder may be asked to hold: 8,000 × 5,000. */
export const MAX_PIXELS = 40_000_000
const MAX_SVG_BYTES = 1024 * 1024

/** How the file of a picture begins, and where the two that share a container say which they are. */
const BEGINNINGS: readonly [kind: Kind, pattern: RegExp][] = [
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['avif', /^[\s\S]{4}ftypavi[fs]/],
]

/** Whether a file is named like a picture. */
export function isPictureName(name: string): boolean {
  return kindOfName(name) !== undefined
}

/**
 * What is wrong with the file of a picture, if anything, by its first bytes and, for a drawing, by all it holds.
 * Whether a decoder can read all of it is another question, which takes longer.
 *
 * @param name with its ending
 * @param head its first bytes; all of them for a drawing
 * @param size how many bytes it has
 */
export function pictureProblem(
  name: string,
  head: Buffer,
  size: number,
): { message: string; hint: string } | undefined {
  const expected = kindOfName(name)
  if (expected === undefined)
    return {
      message: 'It is not named like a picture',
      hint: `Use one of ${Object.keys(ENDINGS).join(', ')}.`,
    }
  if (size === 0) return { message: 'The picture is empty', hint: 'Save it again.' }
  if (size > MAX_PICTURE_BYTES)
    return {
      message: `The picture has ${megabytes(size)} MB`,
      hint: `Make it smaller than ${megabytes(MAX_PICTURE_BYTES)} MB.`,
    }
  if (expected === 'svg') return drawingProblem(head, size)
  const kind = pictureKind(head)
  if (kind === expected) return undefined
  return kind === undefined
    ? {
        message: 'The file holds no picture of this kind',
        hint: 'Save the picture again, or delete the file.',
      }
    : {
        message: `The file holds a picture of the kind .${kind}`,
        hint: `Rename it so that it ends in .${kind}.`,
      }
}

/** What kind of picture a file holds, by its first bytes; nothing for a drawing, or where it is none. */
export function pictureKind(head: Buffer): string | undefined {
  const start = head.subarray(0, 16).toString('latin1')
  return BEGINNINGS.find(([, pattern]) => pattern.test(start))?.[0]
}

function drawingProblem(bytes: Buffer, size: number): { message: string; hint: string } | undefined {
  if (size > MAX_SVG_BYTES)
    return {
      message: `The drawing has ${megabytes(size)} MB`,
      hint: `Export it smaller than ${megabytes(MAX_SVG_BYTES)} MB, or as .png.`,
    }
  const text = new TextDecoder('utf-8', { fatal: true })
  let source: string
  try {
    source = text.decode(bytes)
  } catch {
    return { message: 'The drawing is not written in UTF-8', hint: 'Export it again, or as .png.' }
  }
  const problem = svgProblem(source)
  return problem === undefined
    ? undefined
    : {
        message: `The drawing may only draw: ${problem}`,
        hint: 'Export it as plain SVG with texts as shapes, or as .png.',
      }
}

function kindOfName(name: string): Kind | undefined {
  const ending = /\.[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? ''
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined
}

function megabytes(bytes: number): string {
  return String(Math.ceil((bytes / 1024 / 1024) * 10) / 10)
}
