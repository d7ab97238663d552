import path from 'node:path'
import { SCHEME, decode, folderOf } from './addresses.ts'
import { normalAnchor } from './anchors.ts'
import { WIKI } from './schemes.ts'
import type { Generator } from '../common/generator.ts'
import { addressesOf, isIndex, stem } from '../source/page-addresses.ts'
import { PAGE_ENDING, type SourceTree } from '../source/source-tree.ts'

/** An entry that a page of the source became, as links need it. */
export interface LinkTarget {
  /** Path below the content folder: `issues/warehouse/late.md`. */
  file: string
  /** Anchors of the source, in lower case, and what they are on the entry. */
  anchors: ReadonlyMap<string, string>
  /** Those of them that somebody has named by hand: `(label)=`, `{#id}`, `<a id>`. */
  labels: ReadonlySet<string>
  /** What the headings say, by anchor of the entry; the page's title is that of ''. */
  titles: ReadonlyMap<string, string>
}

/** What a page of the source was made into; more than one entry where it was split. */
export interface LinkPage {
  source: string
  addresses: readonly string[]
  entries: readonly LinkTarget[]
}

export interface LinkIndex {
  /** Where a link leads: an entry, a file to copy, an address elsewhere, or nowhere. */
  resolve: (target: string, page: string, scheme?: string) => Resolved
  /** The one page that has a part of this name, given by hand; generators of handbooks find it from every page. */
  byLabel: (anchor: string) => LinkPage | undefined
}

export type Resolved =
  | { kind: 'entry'; page: LinkPage; anchor: string }
  | { kind: 'file'; file: string }
  | { kind: 'elsewhere'; url: string }
  | { kind: 'here'; anchor: string }
  | { kind: 'dead' }

/** What a browser or its programs open. */
const WEB = /^(?:https?|ftp|mailto|tel|sms|javascript|data|file):|^\/\//i

export function linkIndex(
  tree: SourceTree,
  pages: readonly LinkPage[],
  generatorOf: (page: string) => Generator,
): LinkIndex {
  const byPath = new Map<string, LinkPage>()
  const byAddress = new Map<string, LinkPage>()
  const byName = new Map<string, LinkPage[]>()
  const add = (map: Map<string, LinkPage>, key: string, page: LinkPage) => {
    if (!map.has(key)) map.set(key, page)
  }
  for (const page of pages) {
    const plain = page.source.replace(PAGE_ENDING, '')
    for (const key of [page.source, plain, page.source.toLowerCase(), plain.toLowerCase()])
      add(byPath, key, page)
    if (isIndex(page.source)) add(byPath, folderOf(page.source).toLowerCase(), page)
    for (const address of page.addresses) add(byAddress, address.toLowerCase(), page)
    const name = nameKey(stem(page.source))
    byName.set(name, [...(byName.get(name) ?? []), page])
    if (isIndex(page.source)) {
      const folder = nameKey(path.posix.basename(folderOf(page.source)))
      if (folder !== '') byName.set(folder, [...(byName.get(folder) ?? []), page])
    }
  }
  const labels = new Map<string, Set<LinkPage>>()
  for (const page of pages)
    for (const label of page.entries.flatMap((entry) => [...entry.labels]))
      labels.set(label, (labels.get(label) ?? new Set()).add(page))
  const files = new Map([...tree.files].map((file) => [file.toLowerCase(), file]))
  const filesByName = Map.groupBy(tree.files, (file) => path.posix.basename(file).toLowerCase())

  const atPath = (file: string): Resolved | undefined => {
    const clean = path.posix.normalize(file).replace(/^\.\/|\/$/g, '')
    const key = clean === '.' ? '' : clean
    for (const each of [
      key,
      key.toLowerCase(),
      key.replace(/\.html?$/, '').toLowerCase(),
      key.replace(PAGE_ENDING, '').toLowerCase(),
    ]) {
      const page = byPath.get(each)
      if (page) return { kind: 'entry', page, anchor: '' }
    }
    const found = files.get(key.toLowerCase())
    return found === undefined ? undefined : { kind: 'file', file: found }
  }
  const atAddress = (address: string): Resolved | undefined => {
    const page = byAddress.get(
      path.posix
        .normalize(address)
        .replace(/^[./]+|\/+$/g, '')
        .replace(/(?:\/index)?\.html?$/, '')
        .replace(/^(?:index)$/, '')
        .toLowerCase(),
    )
    return page && { kind: 'entry', page, anchor: '' }
  }
  const atName = (name: string, page: string): Resolved | undefined => {
    const found = byName.get(nameKey(name.replace(PAGE_ENDING, '').split('/').at(-1) ?? '')) ?? []
    // Of several, the nearest: it shares the most folders.
    const [best] = [...found].sort((a, b) => shared(b.source, page) - shared(a.source, page))
    return best && { kind: 'entry', page: best, anchor: '' }
  }
  const own = (target: string, page: string, generator: Generator): Resolved | undefined => {
    const { root, assets } = generator
    const inside = target.replace(/^\/+/, '')
    if (target.startsWith('/')) {
      const site = generator.siteUrl === undefined ? '' : pathOf(generator.siteUrl)
      const below = site !== '' && `/${inside}`.startsWith(site) ? `/${inside}`.slice(site.length) : undefined
      return (
        atAddress(inside) ??
        (below === undefined ? undefined : (atAddress(below) ?? atPath(path.posix.join(root, below)))) ??
        atPath(path.posix.join(root, inside)) ??
        assets
          .flatMap((folder) =>
            [inside, ...(below === undefined ? [] : [below])].map((each) =>
              atPath(path.posix.join(folder, each)),
            ),
          )
          .find((found) => found !== undefined) ??
        atPath(inside) ??
        alikeFile(inside)
      )
    }
    const folder = folderOf(page)
    const [address = ''] = addressesOf(page, {}, generator)
    const fromUrl = isIndex(page) ? address : path.posix.dirname(address)
    return (
      atPath(path.posix.join(folder, target)) ??
      // Addresses of a site whose pages are folders: one level deeper than their files.
      atAddress(path.posix.join(address, target)) ??
      atAddress(path.posix.join(fromUrl, target)) ??
      atPath(path.posix.join(folder, stem(page), target)) ??
      atPath(path.posix.join(root, target)) ??
      assets.map((each) => atPath(path.posix.join(each, target))).find((found) => found !== undefined) ??
      atAddress(target) ??
      (target.startsWith('.') ? undefined : alikeFile(target))
    )
  }
  const found = (target: string, page: string, scheme: string | undefined): Resolved => {
    const [, rawPath = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? []
    const file = decode(rawPath)
      .replace(/\\/g, '/')
      // How Pelican marks what is in its folder of pages.
      .replace(/^(?:\{(?:filename|static|attach)\}|\|(?:filename|static|attach)\|)/, '')
    const generator = generatorOf(page)
    if (file === '') return scheme === WIKI && anchor === '' ? { kind: 'dead' } : { kind: 'here', anchor }
    const resolved =
      own(file.replace(/^@site\//, '/'), page, generator) ??
      (scheme === undefined ? undefined : (atName(file, page) ?? wikiFile(file))) ??
      (generator.family === 'obsidian' ||
      generator.family === 'forge-wiki' ||
      generator.family === 'azure-wiki'
        ? (atName(file, page) ?? wikiFile(file))
        : undefined)
    if (!resolved) return { kind: 'dead' }
    return resolved.kind === 'entry' ? { ...resolved, anchor } : resolved
  }
  // A folder that the build renames, as `_assets/` does: the one file with the same path below it.
  const alikeFile = (inside: string): Resolved | undefined => {
    const end = inside.toLowerCase()
    if (!end.includes('/')) return undefined
    const alike = (filesByName.get(path.posix.basename(end)) ?? []).filter((file) =>
      [`/${end}`, `_${end}`].some((each) => `/${file.toLowerCase()}`.endsWith(each)),
    )
    const [file] = alike
    return file === undefined || alike.length > 1 || PAGE_ENDING.test(file)
      ? undefined
      : { kind: 'file', file }
  }
  const wikiFile = (name: string): Resolved | undefined => {
    const [file] = filesByName.get(path.posix.basename(name).toLowerCase()) ?? []
    return file === undefined ? undefined : { kind: 'file', file }
  }
  return {
    resolve(target, page, scheme) {
      const generator = generatorOf(page)
      if (scheme === undefined && (SCHEME.test(target) || target.startsWith('//'))) {
        // The name of a page may have a colon: `Basics:-Introduction`.
        const named = WEB.test(target) ? undefined : found(target, page, undefined)
        if (named?.kind === 'entry') return named
        const inside = inRepository(target, generator) ?? onSite(target, generator)
        const here = inside === undefined ? undefined : found(`/${inside}`, page, undefined)
        return here?.kind === 'entry'
          ? here
          : { kind: 'elsewhere', url: target.startsWith('//') ? `https:${target}` : target }
      }
      return found(target, page, scheme)
    },
    byLabel(anchor) {
      const own = labels.get(normalAnchor(anchor))
      return own?.size === 1 ? [...own][0] : undefined
    },
  }
}

/** The path that an address of the forge means, where it is this repository's. */
function inRepository(url: string, { repository }: Generator): string | undefined {
  if (repository === undefined) return undefined
  const base = repository.replace(/\.git$|\/$/g, '').toLowerCase()
  if (!url.toLowerCase().startsWith(`${base}/`)) return undefined
  return /^\/(?:-\/)?(?:blob|tree|raw|edit)\/[^/]+\/(.+)$/.exec(url.slice(base.length))?.[1]
}

function onSite(url: string, { siteUrl }: Generator): string | undefined {
  if (siteUrl === undefined || !/^https?:\/\/[^/]+\.[^/]+/.test(siteUrl)) return undefined
  const base = siteUrl.replace(/\/$/, '').toLowerCase()
  return url.toLowerCase().startsWith(`${base}/`) ? url.slice(base.length + 1) : undefined
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, '') : ''
}

function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/%2d/g, '-')
}

function shared(a: string, b: string): number {
  const other = b.split('/')
  const different = a.split('/').findIndex((part, index) => part !== other[index])
  return different < 0 ? other.length : different
}
