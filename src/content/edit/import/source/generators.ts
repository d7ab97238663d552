import path from 'node:path'
import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'
import type { Generator } from '../common/generator.ts'
import type { Settings } from './generator-kinds.ts'
import { KINDS, record } from './generator-kinds.ts'
import { isBelow } from './page-addresses.ts'
import { guess } from './guess-generator.ts'
import type { SourceTree } from './source-tree.ts'

/** The generators of a source, nearest configuration first; the last one has no configuration and takes the rest. */
export function generatorsOf(tree: SourceTree): Generator[] {
  const found: Generator[] = []
  for (const kind of KINDS) {
    for (const file of tree.files) {
      if (!kind.files.some((pattern) => pattern.test(file))) continue
      const folder = path.posix.dirname(file) === '.' ? '' : path.posix.dirname(file)
      const code = kind.files.some((pattern) => pattern.source.includes('Sidebar')) ? '' : tree.read(file)
      const read = kind.read(readSettings(file, code), code, folder, tree)
      if (read.root === undefined || !tree.pages.some((page) => isBelow(page, read.root ?? ''))) continue
      if (kind.family === 'hugo' && !isHugo(file, code, tree, read.root)) continue
      found.push({ ...kind, by: file, assets: [], variables: {}, ...clean(read), root: read.root })
      break
    }
  }
  // The deepest folder is the nearest.
  found.sort((a, b) => b.root.length - a.root.length)
  const rest = tree.pages.filter((page) => !found.some(({ root }) => isBelow(page, root)))
  if (rest.length > 0 || found.length === 0) found.push(guess(tree, found.length === 0 ? tree.pages : rest))
  const { remote } = tree
  return remote ? found.map((generator) => ({ ...remote, ...generator })) : found
}

/** Many tools have a config.yaml. */
function isHugo(file: string, code: string, tree: SourceTree, root: string): boolean {
  return (
    /(?:^|\/)hugo\./.test(file) ||
    /baseur/i.test(code) ||
    file.includes('_default') ||
    tree.files.has(`${root}/_index.md`)
  )
}

function readSettings(file: string, code: string): Record<string, unknown> {
  try {
    if (file.endsWith('.toml')) return parseToml(code)
    if (/\.(ya?ml|json)$/.test(file)) {
      // Tags of Python in MkDocs' configuration mean nothing here.
      const document = parseDocument(code, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false })
      const data: unknown = document.toJS()
      return record(data)
    }
  } catch {
    // What cannot be read says nothing.
  }
  return {}
}

function clean(generator: Settings): Partial<Generator> {
  return Object.fromEntries(Object.entries(generator).filter(([, value]) => value !== undefined))
}
