import path from 'node:path'
import { parseDocument } from 'yaml'
import { convertBlocks } from './markup/blocks.ts'
import { convertBoxes, convertBullets, dropComments, normalize, spaceHeadings } from './markup/clean-text.ts'
import { convertDialects } from './dialects/convert.ts'
import { cleanInfo } from './markup/fences.ts'
import { readFields, type PageFields } from './fields.ts'
import { divide } from './common/frontmatter.ts'
import type { Generator } from './common/generator.ts'
import { isIndex, stem } from './source/page-addresses.ts'
import { settleHeadings } from './markup/headings.ts'
import { convertHtml } from './markup/html.ts'
import { record } from './source/generator-kinds.ts'
import { findFile, includeFiles } from './source/includes.ts'
import { convertInline } from './markup/inline.ts'
import { pageLog, type Log, type PageLog } from './common/log.ts'
import { convertDirectives, convertRoles } from './dialects/myst.ts'
import { mask, unmask, unmaskInline, type Fence, type Masked } from './markup/masks.ts'
import type { SourceTree } from './source/source-tree.ts'
import { convertWikiLinks } from './links/wiki-links.ts'

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
  const text = normalize(tree.read(source))
  const notes = pageLog(log, source, text)
  const { fields: written, body: raw, problem } = divide(text)
  if (problem !== undefined) notes.left('frontmatter that cannot be read', problem)
  const fields = readFields(written, generator.family === 'obsidian', notes)
  const name = stem(source)
  const exists = (file: string) => findFile(file, source, tree, generator) !== undefined
  const own = convertDirectives(raw, notes, exists)
  // What is taken in can have directives too.
  const included = includeFiles(own, source, tree, generator, notes)
  const masked = mask(included === own ? own : convertDirectives(included, notes, exists))
  convertRoles(masked, generator.family === 'myst', notes)
  for (const fence of masked.fences) {
    if (!fence.isClosed)
      notes.left(
        'code block that is never closed: it is closed where it would have ended',
        undefined,
        `${fence.mark}${fence.info}`,
      )
    fence.isClosed = true
    cleanTemplates(fence, generator, notes)
  }
  const clean = dropComments(masked.text, notes)
  const heading = /^#[ \t]+(?![^\n]*(?:<%|\{\{|\{%))(.+?)[ \t]*#*$/m.exec(clean)?.[1]
  const context = {
    family: generator.family,
    masked,
    log: notes,
    title: fields.title ?? heading,
    variable: (key: string) => textOf(written[key]) ?? textOf(lookup(generator.variables, key)),
    data: (names: readonly string[]) => textOf(dataOf(names, source, tree, generator)),
    children: () => childrenOf(source, tree),
    shortcode: kept((key: string) => shortcodeText(key, source, tree, generator)),
  }
  const inside = (part: string) => convertHtml(part, masked, notes)
  let body = convertDialects(clean, context)
  body = convertBlocks(body.split('\n'), { log: notes, masked }, inside).join('\n')
  body = convertWikiLinks(body, generator.family)
  body = convertHtml(body, masked, notes)
  body = convertInline(body, generator.family, notes)
  body = spaceHeadings(convertBoxes(convertBullets(body, notes), notes), notes)
  for (const fence of masked.fences) fence.info = cleanInfo(fence, notes)
  body = codeInSummaries(unmask(withoutEmptyCode(body, masked, notes), masked))
  const fallback = nameOf(name, source)
  const title = fields.title === undefined ? undefined : unmaskInline(fields.title, masked)
  const settled = settleHeadings(body, title, fallback, notes)
  return { source, generator, written, fields, title: settled.title, body: tidy(settled.text) }
}

/** Looks each name up once: a page can have one shortcode a thousand times. */
function kept<T>(look: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined || known.has(name)) return found as T
    const value = look(name)
    known.set(name, value)
    return value
  }
}

/** A box with nothing in it says nothing. */
function withoutEmptyCode(body: string, { fences }: Masked, log: PageLog): string {
  return body.replace(/^([^\n\uE100]*)\uE100F(\d+)\uE101[ \t]*$/gm, (sign, lead: string, index: string) => {
    const fence = fences[Number(index)]
    if (!fence || /title=/.test(fence.info) || fence.lines.some((line) => line.trim() !== '')) return sign
    log.dropped('empty code block')
    return lead.trimEnd()
  })
}

/** Tags work in code too: what only protects it goes, and what chooses or fills in is for people to decide. */
function cleanTemplates(fence: Fence, { family }: Generator, log: PageLog): void {
  if (family === 'forge' || !fence.lines.some((line) => /\{%|\{\{[<%]|<%=/.test(line))) return
  fence.lines = fence.lines.filter((line) => !/^\s*\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}\s*$/.test(line))
  for (const line of fence.lines) {
    const tag = /\{%-?\s*\w+|\{\{[<%]\s*[\w./-]+|<%=/.exec(line)?.[0]
    if (tag !== undefined) log.left('tag in a code block', line.trim())
  }
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

/** Without blank lines that nobody meant; code stays as it is. */
export function tidy(text: string): string {
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

/** A value in the files of data that a site is made with. */
function dataOf(names: readonly string[], page: string, tree: SourceTree, generator: Generator): unknown {
  for (let length = names.length - 1; length > 0; length -= 1) {
    const path = `data/${names.slice(0, length).join('/')}`
    const file = ['.yml', '.yaml', '.json']
      .map((ending) => findFile(`${path}${ending}`, page, tree, { ...generator, root: '' }))
      .find((found) => found !== undefined)
    if (file !== undefined) return lookup(record(parseYaml(tree.read(file))), names.slice(length).join('.'))
  }
  return undefined
}

/** JSON is YAML, too; what cannot be read says nothing. */
function parseYaml(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false })
  return document.errors.length > 0 ? undefined : document.toJS()
}

/** Pages in the folder of an index page, and the index pages one folder below it. */
function childrenOf(source: string, tree: SourceTree): { title: string; source: string }[] {
  const folder = path.posix.dirname(source)
  return tree.pages
    .filter((page) => {
      const own = path.posix.dirname(page)
      return page !== source && (own === folder || (isIndex(page) && path.posix.dirname(own) === folder))
    })
    .map((page) => {
      const { fields } = divide(normalize(tree.read(page)))
      return { title: textOf(fields['title']) ?? nameOf(stem(page), page), source: page }
    })
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
