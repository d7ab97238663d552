import { convertBlocks } from './blocks.ts'
import { convertBullets, dropComments, normalize, spaceHeadings } from './clean-text.ts'
import { convertDialects } from './dialects.ts'
import { cleanInfo, unfenceDirectives } from './fences.ts'
import { readFields, type PageFields } from './fields.ts'
import { divide } from './frontmatter.ts'
import type { Generator } from './generators.ts'
import { stem } from './generators.ts'
import { settleHeadings } from './headings.ts'
import { convertHtml } from './html.ts'
import { findFile, includeFiles } from './includes.ts'
import { convertInline } from './inline.ts'
import { pageLog, type Log } from './log.ts'
import { mask, unmask, unmaskInline } from './masks.ts'
import type { SourceTree } from './source-tree.ts'
import { convertWikiLinks } from './wiki-links.ts'

/** A page in this site's Markdown; its links are still those of the source. */
export interface ConvertedPage {
  source: string
  generator: Generator
  /** Its own fields as they are written. */
  written: Readonly<Record<string, unknown>>
  fields: PageFields
  title: string
  body: string
}

/** Converts all of a page but its links, which need to know what the other pages became. */
export function convertPage(source: string, tree: SourceTree, generator: Generator, log: Log): ConvertedPage {
  const notes = pageLog(log, source)
  const { fields: written, body: raw, problem } = divide(normalize(tree.read(source)))
  if (problem !== undefined) notes.left('frontmatter that cannot be read', problem)
  const fields = readFields(written, generator.family === 'obsidian', notes)
  const name = stem(source)
  const text = unfenceDirectives(includeFiles(raw, source, tree, generator, notes))
  const masked = mask(text)
  for (const fence of masked.fences) {
    if (!fence.isClosed) notes.left('code block that is never closed')
  }
  const clean = dropComments(masked.text, notes)
  const heading = /^#[ \t]+(?![^\n]*(?:<%|\{\{|\{%))(.+?)[ \t]*#*$/m.exec(clean)?.[1]
  const context = {
    family: generator.family,
    masked,
    log: notes,
    title: fields.title ?? heading,
    variable: (key: string) => textOf(written[key]) ?? textOf(lookup(generator.variables, key)),
    shortcode: (key: string) => shortcodeText(key, source, tree, generator),
  }
  const hasComponents = /^(?:docusaurus|starlight)$/.test(generator.family) || source.endsWith('.mdx')
  const inside = (part: string) => convertHtml(part, masked, hasComponents, notes)
  let body = convertDialects(clean, context)
  body = convertBlocks(body.split('\n'), { log: notes, masked, inside }).join('\n')
  body = convertWikiLinks(body, generator.family)
  body = convertHtml(body, masked, hasComponents, notes)
  body = convertInline(body, generator.family, notes)
  body = spaceHeadings(convertBullets(body, notes), notes)
  for (const fence of masked.fences) fence.info = cleanInfo(fence, notes)
  body = codeInSummaries(unmask(body, masked))
  const fallback = nameOf(name, source)
  const title = fields.title === undefined ? undefined : unmaskInline(fields.title, masked)
  const settled = settleHeadings(body, title, fallback, notes)
  return { source, generator, written, fields, title: settled.title, body: tidy(settled.text) }
}

/** A name of a file as a title: its own words. */
function nameOf(name: string, source: string): string {
  const folder = source.split('/').at(-2)
  const own = /^(?:_?index|readme)(?:\..*)?$/i.test(name) && folder !== undefined ? folder : name
  let words = own
  try {
    words = decodeURIComponent(own)
  } catch {
    // A percent sign can be one.
  }
  return words
    .replace(/\s[0-9a-f]{32}$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()
}

/** Markdown is not read within the line of a summary. */
function codeInSummaries(text: string): string {
  return text.replace(
    /^([ \t>]*<summary>)(.*)(<\/summary>)$/gm,
    (_, open: string, inner: string, close: string) => {
      const shown = inner
        .replace(
          /(`+)\s?(.+?)\s?\1/g,
          (__, _mark: string, code: string) => `<code>${code.replaceAll('<', '&lt;')}</code>`,
        )
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      return `${open}${shown}${close}`
    },
  )
}

function tidy(text: string): string {
  const masked = mask(text)
  masked.text = masked.text
    .replace(/[ \t]+$/gm, (space) => (space === '  ' ? space : ''))
    .replace(/\n{3,}/g, '\n\n')
  return unmask(masked.text, masked).replace(/^\n+|\s+$/g, '')
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** `images.version` in nested variables. */
function lookup(variables: Readonly<Record<string, unknown>>, key: string): unknown {
  let value: unknown = variables
  for (const part of key.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name.toLowerCase() === part.toLowerCase())?.[1]
  }
  return value
}

/** What a shortcode of the project's own stands for, where it is text without any action. */
function shortcodeText(
  name: string,
  page: string,
  tree: SourceTree,
  generator: Generator,
): string | undefined {
  for (const ending of ['.md', '.html', '.txt']) {
    const file = findFile(`layouts/shortcodes/${name}${ending}`, page, tree, { ...generator, root: '' })
    if (file === undefined) continue
    const text = normalize(tree.read(file)).replace(/\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}/g, '')
    return text.includes('{{') ? undefined : text.trim()
  }
  return undefined
}
