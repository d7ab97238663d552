import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type * as Mermaid from 'beautiful-mermaid'
import { svgProblem } from '../svg.ts'
import { signsIn, withSigns } from './entities.ts'
import { finishSvg, withName } from './finish.ts'
import { misleading, wholeInView } from './legible.ts'
import { prepareMermaid } from './prepare.ts'
import { withRoom } from './room.ts'
import { textOfDrawing, textsOf } from './text.ts'
import { arrowsIn, missingWords } from './words.ts'

/** A text in Mermaid as the site shows it. */
export interface Drawing {
  /** An element for a page, in the site's colors. */
  svg: string
  /** The same in words, a line for each arrow. */
  text: readonly string[]
}

/** What the library writes into an entity of which only its relations are said. */
const NO_ATTRIBUTES = /<text [^>]*>\(no attributes\)<\/text>/g

/** The time that the library takes for arrows between boxes grows with their square and more: at 400 it is minutes. */
const MAX_ARROWS: Readonly<Record<string, number>> = { Flowchart: 150, 'State diagram': 150 }
const MAX_MESSAGES = 300

/** What a phone shows without scrolling sideways, in pixels. */
const PHONE = 350

/**
 * Draws a text in Mermaid without a browser. Whatever the library leaves out, misreads or cannot draw is not drawn at all:
 * a drawing that lacks a step is worse than its source.
 *
 * @param name begins the ids of the drawing, once in a page
 * @returns why it is not drawn, as a sentence, where it is not
 */
export function drawMermaid(text: string, name: string): Drawing | string {
  const prepared = prepareMermaid(text)
  if (typeof prepared === 'string') return prepared
  const { kind, title, source } = prepared
  const arrows = arrowsIn(source, kind)
  const most = MAX_ARROWS[kind] ?? MAX_MESSAGES
  if (arrows > most) return `It has ${String(arrows)} arrows, and more than ${String(most)} cannot be read.`
  let svg: string
  try {
    svg = bestOf(source).replace(NO_ATTRIBUTES, '')
  } catch (error) {
    return `It cannot be read: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 160) ?? ''}`
  }
  const problem = lost(svg, kind, source) ?? misleading(svg)
  if (problem !== undefined) return problem
  const finished = withSigns(finishSvg(wholeInView(svg), name))
  const refused = svgProblem(finished)
  if (refused !== undefined) return `It cannot be drawn safely: ${refused}.`
  const words = textOfDrawing(svg).map(signsIn)
  return {
    svg: withName(finished, title === undefined ? `${kind}. Its text is below.` : `${kind}: ${title}`),
    text: words,
  }
}

const HEAD = /^(graph|flowchart)[ \t]+(LR|RL|TD|TB|BT)\b/

/**
 * A flowchart that is wider than a phone is drawn from top to bottom, where that is narrower. One whose arrows lead through
 * its boxes is turned too, if that helps.
 */
function bestOf(source: string): string {
  const svg = withRoom(source, render)
  const [, , direction] = HEAD.exec(source) ?? []
  if (direction === undefined) return svg
  const isAcross = direction === 'LR' || direction === 'RL'
  const misleads = misleading(svg) !== undefined
  if (!misleads && (!isAcross || widthOf(svg) <= PHONE)) return svg
  const turned = withRoom(source.replace(HEAD, isAcross ? '$1 TD' : '$1 LR'), render)
  if (misleading(turned) !== undefined) return svg
  return misleads || widthOf(turned) < widthOf(svg) ? turned : svg
}

const widthOf = (svg: string) => Number(/ width="([\d.]+)"/.exec(svg)?.[1] ?? 0)

function lost(svg: string, kind: string, source: string): string | undefined {
  if (/<rect [^>]*width="0"/.test(svg)) return 'A group would be drawn without its boxes.'
  const names = [...svg.matchAll(/ data-[\w-]+="([^"]*)"/g)].map(([, value]) => value)
  const words = missingWords(source, [...names, ...textsOf(svg)].join(' '))
  if (words.length > 0) return `The drawing would lack "${words.slice(0, 3).join('", "')}".`
  const arrows = (svg.match(/<(?:polyline|g) class="(?:edge|message|(?:er|class)-relationship)"/g) ?? [])
    .length
  if (arrows < arrowsIn(source, kind)) return 'The drawing would lack an arrow.'
  return undefined
}

type Library = typeof Mermaid
let library: Library | undefined

function render(source: string): string {
  library ??= load()
  return library.renderMermaidSVG(source, { padding: 8, nodeSpacing: 16, layerSpacing: 32 })
}

/** Only where a page has a drawing, for it takes a while; and at once, for a page is not rendered bit by bit. */
function load(): Library {
  for (const from of [import.meta.url, path.join(process.cwd(), 'package.json')]) {
    const require = createRequire(from)
    for (const folder of require.resolve.paths('beautiful-mermaid') ?? []) {
      // The package offers itself to `import` alone.
      const file = path.join(folder, 'beautiful-mermaid/dist/index.js')
      if (existsSync(file)) return require(file) as Library
    }
  }
  throw new Error('the package beautiful-mermaid is not installed')
}
