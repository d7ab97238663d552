import type { TagContext } from './common.ts'
import { imageMarkup } from '../markup/html-tags.ts'

const IMAGE = /:::[ \t]*image\b((?:[ \t]+[\w-]+="[^"\n]*")+)[ \t]*:::/g

/** Signs of DocFX within lines, and those that only arrange what is between them. Its blocks are in `markup/docfx-blocks.ts`. */
export function convertDocfx(text: string, { log }: TagContext): string {
  if (!text.includes(':::') && !text.includes('[!')) return text
  return text
    .replace(IMAGE, (written, attributes: string) => {
      const source = attribute(attributes, 'source')
      if (source === undefined) return written
      log.converted('picture (:::image:::)')
      return imageMarkup(source, attribute(attributes, 'alt-text') ?? '')
    })
    .replace(/:::[ \t]*no-loc[ \t]+text="([^"\n]*)"[ \t]*:::/g, '$1')
    .replace(/^[ \t]*:::[ \t]*(?:image-end|(?:row|column)(?:-end)?\b[^:\n]*):::[ \t]*$/gm, () => {
      log.dropped('columns (:::row:::)')
      return ''
    })
    .replace(/\[!VIDEO[ \t]+(https?:\/\/[^\s\]]+)\]/gi, (_, url: string) => {
      log.converted('video ([!VIDEO])')
      return `<${url}>`
    })
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"\\n]*)"`).exec(attributes)?.[1]
}
