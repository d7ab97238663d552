import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import type { Image } from 'mdast'
import {
  defineMdastPlugin,
  markdownToMdast,
  mdxToMdast,
  type MdastNode,
  type MdastPluginEntry,
} from 'satteri'
import { htmlTokens, writeHtml } from '../content/gate/html-tokens.ts'
import { gateProblems, type GateProblem } from '../content/gate/index.ts'

/** How a body is parsed, by the gate as by the processor: what one reads, the other has read. */
export const FEATURES = {
  // Curly quotes and dashes break commands that are pasted from prose.
  smartPunctuation: false,
  // Astro has cut it off: what is left and looks like it is a part of the page, as the check reads it.
  frontmatter: false,
}

/** A page that holds something that is not on the list of what a page may hold: it is not rendered. */
export class GateError extends Error {
  override readonly name = 'GateError'
}

/**
 * The gate inside the processor: whatever renders a page, with or without a check before it, gets nothing but what the
 * list allows. A page with anything else throws. Comments are left out, and raw HTML is written again from what was read.
 *
 * It has to be the first plugin.
 *
 * @param imageProblem what is wrong with the file of an image, by its absolute path, if anything
 */
export function gate(imageProblem: (file: string) => string | undefined): MdastPluginEntry {
  return ({ source, sourceFormat, fileURL }) => {
    // Parsed here rather than in a hook of the plugin: a tree that is walked node by node from there costs four times as much.
    const parse = sourceFormat === 'mdx' ? mdxToMdast : markdownToMdast
    const tree = parse(source, { features: FEATURES })
    const problems = gateProblems(tree, source)
    if (problems.length > 0)
      throw new GateError(problems.map((problem) => describe(problem, source, fileURL)).join('\n'))
    const definitions = definedAddresses(tree)
    return [
      defineMdastPlugin({
        name: 'gate',
        html(node, context) {
          const written = writeHtml(htmlTokens(node.value))
          if (written.trim() === '') context.removeNode(node)
          else if (written !== node.value) context.replaceNode(node, { type: 'html', value: written })
        },
        mdxFlowExpression(node, context) {
          context.removeNode(node)
        },
        mdxTextExpression(node, context) {
          context.removeNode(node)
        },
        // Astro looks for images of its own among those that name their file themselves.
        imageReference(node): Image {
          return {
            type: 'image',
            url: definitions.get(node.identifier) ?? '',
            ...(node.alt !== undefined && { alt: node.alt }),
          }
        },
      }),
      defineMdastPlugin({
        name: 'gate-images',
        image(node, context) {
          const file = fileURL && path.resolve(path.dirname(fileURLToPath(fileURL)), decodeURI(node.url))
          const problem = file === undefined ? undefined : imageProblem(file)
          if (problem !== undefined) throw new GateError(`${displayName(fileURL)}: ${problem}`)
          // The bundler would look for a package of a name that begins without a dot.
          if (!/^\.{1,2}\//.test(node.url)) context.setProperty(node, 'url', `./${node.url}`)
        },
      }),
    ]
  }
}

function describe(
  { rule, start, message, hint }: GateProblem,
  source: string,
  file: URL | undefined,
): string {
  const before = (aboveBody(source, file) + source.slice(0, start)).split('\n')
  const position = `${String(before.length)}:${String((before.at(-1) ?? '').length + 1)}`
  return `${displayName(file)}:${position} ${message} (${rule}). ${hint}`
}

/** What is in the file above the body that is rendered: Astro has cut it off, or left as many empty lines in its place. */
function aboveBody(source: string, file: URL | undefined): string {
  try {
    const text = file === undefined ? '' : readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
    const isCut = text.endsWith(source) && text.length > source.length
    return isCut ? text.slice(0, text.length - source.length) : ''
  } catch {
    return ''
  }
}

function displayName(file: URL | undefined): string {
  return file === undefined
    ? 'page'
    : path.relative(process.cwd(), fileURLToPath(file)).split(path.sep).join('/')
}

/** Of two definitions of one identifier the first counts. */
function definedAddresses(tree: MdastNode): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>()
  const collect = (node: MdastNode): void => {
    if (node.type === 'definition' && !addresses.has(node.identifier))
      addresses.set(node.identifier, node.url)
    if ('children' in node) node.children.forEach(collect)
  }
  collect(tree)
  return addresses
}
