import { isPictureName, offeredFileProblem } from '../../../gate/index.ts'

const CHOICE = /<switch\b[^<>]*>((?:(?!<switch\b)[^])*?)<\/switch>/g
const PAGE = /<foreignObject\b[^<>]*>((?:(?!<foreignObject\b)[^])*?)<\/foreignObject>/g
/** What draw.io shows where a viewer knows no `<foreignObject>`. */
const NOTICE = 'Text is not SVG - cannot display'

/**
 * The bytes of a picture or document as they are offered: a drawing of draw.io has each text twice, as a page in the
 * drawing, which no drawing may hold, and as text or picture for viewers that know no such pages. The latter is kept, and
 * where draw.io has cut it off, its whole words are taken from the former. Any other file stays as it is.
 *
 * @param name its own, without folders
 */
export function offeredBytes(name: string, bytes: Buffer): Buffer {
  if (!isPictureName(name) || !/\.svg$/i.test(name) || !offeredFileProblem(name, bytes, bytes.length))
    return bytes
  const drawing = withoutPages(bytes.toString('utf8'))
  if (drawing === undefined) return bytes
  const plain = Buffer.from(drawing)
  return offeredFileProblem(name, plain, plain.length) ? bytes : plain
}

/** A drawing without the pages in it; nothing where one of them has no equal. */
function withoutPages(svg: string): string | undefined {
  let isWhole = true
  const drawing = svg.replace(CHOICE, (_, inside: string) => {
    if (inside.includes(NOTICE)) return ''
    const words = [...inside.matchAll(PAGE)].map(([, page = '']) => wordsOf(page)).join(' ')
    const rest = inside.replace(PAGE, '')
    if (words !== '' && !/<(?:text|image)\b/.test(rest)) isWhole = false
    return rest.replace(/(<text\b[^>]*>)([^<]*?)\.{3}(<\/text>)/, (all, open: string, cut: string, close) =>
      words.startsWith(cut.trim()) ? `${open}${words}${String(close)}` : all,
    )
  })
  return isWhole && !/<foreignObject\b/.test(drawing) ? drawing : undefined
}

/** The words of a page, with the entities that they are written with. */
function wordsOf(page: string): string {
  return page
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
