import { throughBoxes } from './legible.ts'

/** Words beside an arrow make the library lead it around boxes; these are taken out again. */
const ROOM = '·'
const TRIES = 3

/**
 * Draws a flowchart or states, and where an arrow leads through a box of others, draws it again with room for that arrow.
 *
 * @param source prepared
 */
export function withRoom(source: string, render: (source: string) => string): string {
  let [text, svg] = [source, render(source)]
  for (let times = 0; times < TRIES; times += 1) {
    const through = throughBoxes(svg)
    const wider = through.reduce((known, { from, to }) => roomFor(known, from, to), text)
    if (wider === text) break
    ;[text, svg] = [wider, render(wider)]
  }
  return svg
    .replace(new RegExp(`<g class="edge-label"[^>]* data-label="${ROOM}">[\\s\\S]*?</g>`, 'g'), '')
    .replaceAll(` data-label="${ROOM}"`, '')
}

/** `A --> B` is `A -->|·| B`, also where the boxes have their words with them. */
function roomFor(source: string, from: string, to: string): string {
  const [begin, end] = [from, to].map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const arrow = new RegExp(
    `(^|[\\s&])(${begin ?? ''}(?:\\[[^\\n]*?\\]|\\([^\\n]*?\\)|\\{[^\\n]*?\\})? +(?:-->|-\\.->|==>|---|-\\.-|===)) +(?=${end ?? ''}(?![\\w.-]))`,
    'gm',
  )
  return source.replace(arrow, `$1$2|${ROOM}| `)
}
