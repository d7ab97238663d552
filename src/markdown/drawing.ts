import { drawMermaid } from '../content/gate/mermaid/index.ts'
import { escapeHtml } from '../text/html.ts'

/**
 * A block in Mermaid as a drawing, with the same in words below it: for who does not see it, for the search, and where the
 * drawing is too small to read.
 *
 * @param name begins the ids of the drawing, once in a page
 * @returns nothing where it cannot be drawn; the check says why
 */
export function drawing(text: string, name: string): string | undefined {
  const drawn = drawMermaid(text, name)
  if (typeof drawn === 'string') return undefined
  const lines = drawn.text.map((line) => `<li>${escapeHtml(line)}</li>`).join('')
  return (
    `<figure class="drawn"><div class="scroll" tabindex="0" data-pagefind-ignore>${drawn.svg}</div>` +
    `<details><summary>The drawing in words</summary><ul>${lines}</ul></details></figure>`
  )
}
