import path from 'node:path'
import { divide } from '../common/frontmatter.ts'
import type { Generator } from '../common/generator.ts'
import type { PageLog } from '../common/log.ts'
import { PAGE_ENDING, type SourceTree } from './source-tree.ts'

const MAX_DEPTH = 5

interface Form {
  what: string
  pattern: RegExp
  /** Within code as well, which is what it is for. */
  isInCode?: boolean
  /** With `start='…'` and `end='…'`, the marks between which the part is. */
  isPart?: boolean
  /** The file is code, in a language that is named beside it. */
  isCode?: boolean
}

/** How generators take in other files; the file is the first group. */
const FORMS: readonly Form[] = [
  { what: 'include (--8<--)', pattern: /^([ \t]*)-{1,}8<-{1,}[ \t]+"([^"\n]+)"[ \t]*$/gm, isInCode: true },
  {
    what: 'include ({{#include}})',
    pattern: /^([ \t]*)\{\{#include[ \t]+([^\s}]+)[ \t]*\}\}[ \t]*$/gm,
    isInCode: true,
  },
  { what: 'include ({! !})', pattern: /^([ \t]*)\{!\s*([^\s!]+)\s*!\}[ \t]*$/gm },
  {
    what: 'include ({% include %})',
    pattern:
      /^([ \t]*)\{%-?\s*include(?:_relative|-markdown)?\s+["']?([\w./@-]+)["']?(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[\w.-]+))*\s*-?%\}[ \t]*$/gm,
    isPart: true,
  },
  {
    what: 'include ({{< readfile >}})',
    pattern:
      /^([ \t]*)\{\{[<%]\s*(?:readfile|include|include-md|includemd|snippet)\s+(?:(?:file|path|name)=)?["']?([\w./@-]+)["']?[^}\n]*[%>]\}\}[ \t]*$/gm,
  },
  {
    what: 'include ([!INCLUDE])',
    pattern: /^([ \t]*)\[!INCLUDE[ \t]*\[[^\]\n]*\][ \t]*\(([^()\n]+)\)[ \t]*\][ \t]*$/gim,
  },
  {
    what: 'code of a file (:::code:::)',
    pattern: /^([ \t]*):::[ \t]*code\b(?=[^\n]*\slanguage=)[^\n]*?\ssource="([^"\n]+)"[^\n]*:::[ \t]*$/gm,
    isCode: true,
  },
  {
    what: 'include (<%= partial %>)',
    pattern: /^([ \t]*)<%=\s*partial[ (]+["']([\w./-]+)["'][^%\n]*%>[ \t]*$/gm,
  },
]

/** Takes in what a page includes, as its generator would; what is not there stays as it is written. */
export function includeFiles(
  body: string,
  page: string,
  tree: SourceTree,
  generator: Generator,
  log: PageLog,
  depth = 0,
): string {
  if (depth > MAX_DEPTH) return body
  // The block form of snippets: one file a line.
  const text = body.replace(
    /^([ \t]*)--8<--[ \t]*\n((?:[ \t]*[^\s-][^\n]*\n)+)[ \t]*--8<--[ \t]*$/gm,
    (_, indent: string, names: string) =>
      names
        .trim()
        .split('\n')
        .map((name) => `${indent}--8<-- "${name.trim()}"`)
        .join('\n'),
  )
  const code = codeRanges(text)
  let result = text
  for (const { what, pattern, isInCode = false, isPart = false, isCode = false } of FORMS) {
    const ranges = result === text ? code : codeRanges(result)
    result = result.replace(pattern, (written: string, indent: string, target: string, offset: number) => {
      if (!isInCode && ranges.some(([start, end]) => offset >= start && offset < end)) return written
      const isPiece = isCode && /\s(?:range|id)=/.test(written)
      const found = isPiece ? undefined : readPart(target, page, tree, generator)
      const options = isPart ? optionsIn(written) : NONE
      // What else it is given is filled in by a program.
      if (found === undefined || [...options.keys()].some((name) => !INCLUDE_OPTIONS.has(name))) {
        log.left(what, target, written)
        return written
      }
      log.converted(what)
      const inner = isCode
        ? fenced(found.text, /\slanguage="([\w-]+)"/.exec(written)?.[1] ?? '')
        : includeFiles(between(found.text, options), found.file, tree, generator, log, depth + 1)
      return inner
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => (line === '' ? '' : `${indent}${line}`))
        .join('\n')
    })
  }
  return result
}

function fenced(code: string, language: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`{3,}/g)].map(([mark]) => mark.length))
  const mark = '`'.repeat(Math.max(3, longest + 1))
  return `${mark}${language}\n${code.replace(/\n+$/, '')}\n${mark}`
}

const NONE: ReadonlyMap<string, string> = new Map()
const INCLUDE_OPTIONS = new Set([
  ...['start', 'end', 'comments', 'heading-offset', 'dedent', 'rewrite-relative-urls', 'encoding'],
  ...['preserve-includer-indent', 'trailing-newlines', 'recursive'],
])

function optionsIn(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(/\s([\w-]+)=(?:"([^"]*)"|'([^']*)'|([\w.-]+))/g)].map(([, name = '', ...values]) => [
      name,
      values.find((value) => value !== undefined) ?? '',
    ]),
  )
}

/** The text between two marks, which are no part of it. */
function between(text: string, options: ReadonlyMap<string, string>): string {
  const start = options.get('start')
  const end = options.get('end')
  const from = start === undefined ? -1 : text.indexOf(start)
  const rest = from < 0 ? text : text.slice(from + (start ?? '').length)
  const to = end === undefined ? -1 : rest.indexOf(end)
  return to < 0 ? rest : rest.slice(0, to)
}

/** A file, or the part of it that `file:section` and `file:1:3` name. */
function readPart(target: string, page: string, tree: SourceTree, generator: Generator) {
  const [, name = '', part] = /^([^:]+)(?::(.+))?$/.exec(target) ?? []
  const file = findFile(name, page, tree, generator)
  if (file === undefined) return undefined
  const written = tree.read(file).replace(/\r\n?/g, '\n')
  const body = PAGE_ENDING.test(file) ? divide(written).body : written
  const lines = body.split('\n')
  const numbers = /^(\d*):(\d*)$/.exec(part ?? '')
  if (numbers) {
    const from = numbers[1] === '' ? 0 : Number(numbers[1]) - 1
    return { file, text: lines.slice(from, numbers[2] === '' ? undefined : Number(numbers[2])).join('\n') }
  }
  const isMark = (line: string) => /--8<--\s*\[(?:start|end):|ANCHOR(?:_END)?:\s/.test(line)
  if (part === undefined) return { file, text: lines.filter((line) => !isMark(line)).join('\n') }
  const start = lines.findIndex(
    (line) => line.includes(`[start:${part}]`) || new RegExp(`ANCHOR:\\s*${part}\\b`).test(line),
  )
  const end = lines.findIndex(
    (line) => line.includes(`[end:${part}]`) || new RegExp(`ANCHOR_END:\\s*${part}\\b`).test(line),
  )
  if (start < 0) return undefined
  const inside = lines.slice(start + 1, end < 0 ? undefined : end)
  return { file, text: inside.filter((line) => !isMark(line)).join('\n') }
}

/** The file that a page names: from its folder, from the folder of pages, from the project, from where such files are kept. */
export function findFile(
  name: string,
  page: string,
  tree: SourceTree,
  { root }: Generator,
): string | undefined {
  const target = name.replace(/^@?\/+|^@site\/|^~\//, '')
  const folders = [
    path.posix.dirname(page),
    root,
    '',
    `${root}/includes`,
    `${root}/_includes`,
    '_includes',
    'includes',
    'snippets',
    `${root}/snippets`,
    `${root}/_partials`,
  ]
  const names = [
    target,
    ...['.md', '.mdx', '.html.md.erb', '.md.erb', '.erb'].map((ending) => `${target}${ending}`),
  ]
  const partial = (file: string) => path.posix.join(path.posix.dirname(file), `_${path.posix.basename(file)}`)
  for (const folder of folders) {
    for (const each of names.flatMap((file) => [file, partial(file)])) {
      const file = path.posix.normalize(path.posix.join(folder, each)).replace(/^\.\//, '')
      if (tree.files.has(file)) return file
    }
  }
  const alike = (byName(tree.files).get(path.posix.basename(target)) ?? []).filter((file) =>
    file.endsWith(`/${target}`),
  )
  return alike.length === 1 ? alike[0] : undefined
}

const namesOf = new WeakMap<ReadonlySet<string>, Map<string, string[]>>()

/** The files of a project by the last part of their paths. */
function byName(files: ReadonlySet<string>): ReadonlyMap<string, string[]> {
  const known = namesOf.get(files) ?? Map.groupBy(files, (file) => path.posix.basename(file))
  namesOf.set(files, known)
  return known
}

function codeRanges(text: string): [number, number][] {
  const ranges: [number, number][] = []
  let open: { start: number; mark: string } | undefined
  let offset = 0
  for (const line of text.split('\n')) {
    const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && !open) open = { start: offset, mark }
    else if (mark !== undefined && open && mark.startsWith(open.mark) && /^[ \t>]*[`~]+[ \t]*$/.test(line)) {
      ranges.push([open.start, offset + line.length])
      open = undefined
    }
    offset += line.length + 1
  }
  if (open) ranges.push([open.start, text.length])
  return ranges
}
