import path from 'node:path'
import type { MdastNode } from 'satteri'
import { addressProblem } from '../../gate/addresses.ts'
import { REF, WIKI } from './dialects.ts'
import type { Generator } from './generators.ts'
import { addressesOf, isIndex, stem } from './generators.ts'
import { applyEdits, parse, type Edit } from './headings.ts'
import type { PageLog } from './log.ts'
import { PAGE_ENDING, type SourceTree } from './source-tree.ts'
import { asWikiLink } from './wiki-links.ts'

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

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
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
    const file = decode(rawPath).replace(/\\/g, '/')
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

function folderOf(file: string): string {
  const folder = path.posix.dirname(file)
  return folder === '.' ? '' : folder
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

export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export interface RewriteContext {
  index: LinkIndex
  generator: Generator
  /** Path of the page at the source. */
  page: string
  /** Path of its entry below the content folder. */
  file: string
  anchors: ReadonlyMap<string, string>
  titles: ReadonlyMap<string, string>
  /** Takes a file over; gives its path below the content folder, or nothing where it cannot be. */
  take: (file: string, isImage: boolean) => string | undefined
  log: PageLog
}

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i

/** A page's links and images as this site has them: to entries, to files that are taken over, to the forge; dead ones become text. */
export function rewriteLinks(text: string, context: RewriteContext): string {
  const tree = parse(text)
  const edits: Edit[] = []
  const dead = new Set<string>()
  const definitions: { node: Extract<MdastNode, { type: 'definition' }>; start: number; end: number }[] = []
  const references: { identifier: string; start: number; end: number; inner: string; isImage: boolean }[] = []
  const images = new Set<string>()
  const slice = (node: MdastNode) => {
    const { start, end } = node.position ?? {}
    return { start: start?.offset ?? 0, end: end?.offset ?? 0 }
  }
  let inLink = false
  const visit = (node: MdastNode): void => {
    const { start, end } = slice(node)
    const raw = text.slice(start, end)
    if (node.type === 'link' && raw.startsWith('[')) {
      if (
        node.children.length > 0 &&
        node.children.every((child) => child.type === 'image' && isBadge(child.url))
      ) {
        context.log.dropped('badge')
        edits.push({ start, end, text: '' })
        return
      }
      const inner =
        node.children.length === 0
          ? ''
          : text.slice(slice(node.children[0] ?? node).start, slice(node.children.at(-1) ?? node).end)
      inLink = true
      node.children.forEach(visit)
      inLink = false
      const hasImage = node.children.some(({ type }) => type === 'image')
      const shown = hasImage ? inner : inner.replace(/\s*\n\s*/g, ' ')
      edits.push(...linkEdits(node, raw, shown, start, end, hasImage, context))
      return
    }
    if (node.type === 'link' && /^(?:https?:\/\/|www\.)/i.test(raw)) {
      const shown = bareAddress(raw)
      if (shown !== raw) {
        context.log.converted('address that runs into the words behind it, or names no host')
        edits.push({ start, end, text: shown })
      }
      return
    }
    if (node.type === 'link' && raw.startsWith('<') && addressProblem(node.url) !== undefined) {
      context.log.converted('address that no page may link to: now code')
      edits.push({ start, end, text: `\`${raw.slice(1, -1)}\`` })
      return
    }
    if (node.type === 'image' && isBadge(node.url)) {
      context.log.dropped('badge')
      edits.push({ start, end, text: '' })
    } else if (node.type === 'image')
      edits.push({ start, end, text: imageText(node.url, node.alt ?? '', node.title ?? '', context, inLink) })
    if (node.type === 'definition') definitions.push({ node, start, end })
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const inner =
        node.type === 'imageReference'
          ? (node.alt ?? '')
          : (/^\[([^]*?)\](?:\[[^\]]*\])?$/.exec(raw)?.[1] ?? raw)
      if (node.type === 'imageReference') images.add(node.identifier)
      references.push({
        identifier: node.identifier,
        start,
        end,
        inner,
        isImage: node.type === 'imageReference',
      })
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  const identifiers = new Set(definitions.map(({ node }) => node.identifier))
  for (const { node, start, end } of definitions) {
    const isImage = images.has(node.identifier)
    const target = isImage ? imageTarget(node.url, context) : linkTarget(node.url, context)
    if (target.kind === 'dead') {
      dead.add(node.identifier)
      edits.push({ start, end, text: '' })
    } else if (target.url !== node.url) {
      const raw = text.slice(start, end)
      const at = raw.indexOf(':', raw.indexOf(']'))
      const title = node.title ? ` "${node.title.replaceAll('"', '\\"')}"` : ''
      edits.push({ start, end, text: `${raw.slice(0, at + 1)} ${target.url}${title}` })
    }
  }
  for (const { identifier, start, end, inner } of references) {
    if (dead.has(identifier) || !identifiers.has(identifier)) edits.push({ start, end, text: inner })
  }
  return applyEdits(text, edits)
}

function linkEdits(
  node: Extract<MdastNode, { type: 'link' }>,
  raw: string,
  inner: string,
  start: number,
  end: number,
  hasImage: boolean,
  context: RewriteContext,
): Edit[] {
  const target = linkTarget(node.url, context)
  const words = inner.trim()
  if (target.kind === 'dead') {
    if (hasImage) return deadFrame(raw, start, end)
    const wiki =
      target.wiki === undefined ? undefined : asWikiLink(target.wiki, inner, context.generator.family)
    return [
      {
        start,
        end,
        text: wiki ?? (words === '' ? '' : target.shown ? shownAddress(words, node.url) : words),
      },
    ]
  }
  if (hasImage) {
    // The picture is edited by itself, within the frame of the link.
    const at = raw.lastIndexOf('](')
    return target.url === node.url || at < 0 ? [] : [{ start: start + at, end, text: `](${target.url})` }]
  }
  if (words === '') {
    const shown = (target.title ?? node.url).replace(/[[\]]/g, '\\$&')
    return [{ start, end, text: `[${shown}](${target.url})` }]
  }
  const shownHost = /^\s*(?:https?:\/\/|www\.)([^\s/?#:]+)/i
    .exec(words)?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '')
  const host = /^https?:\/\/([^/?#:]+)/i
    .exec(target.url)?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '')
  // Words that are another host's address would hide where the link leads.
  if (shownHost !== undefined && host !== undefined && shownHost !== host) {
    context.log.converted('link that shows another host')
    return [{ start, end, text: `\`${words.replaceAll('`', '')}\` (<${target.url}>)` }]
  }
  const title = node.title ? ` "${node.title.replaceAll('"', '\\"')}"` : ''
  const isSame = target.url === node.url && !/\n/.test(raw)
  return isSame ? [] : [{ start, end, text: `[${words}](${target.url}${title})` }]
}

/** Signs that end a sentence where no space does. */
const FULL_WIDTH = /[，。；：！？、（）「」『』【】《》〈〉“”‘’…]/u

/** An address in the middle of words: a link ends where the words go on, and what leads nowhere is code. */
function bareAddress(raw: string): string {
  const cutAt = (pattern: RegExp) => {
    const at = raw.search(pattern)
    return at < 0 ? raw : raw.slice(0, at).replace(/[.,;:!?]+$/, '')
  }
  const full = cutAt(FULL_WIDTH)
  const problem = (address: string) => addressProblem(address.replace(/^www\./i, 'http://www.'))
  const linked = problem(full) === undefined ? full : cutAt(/[^\u0021-\u007e]/)
  if (linked === raw && problem(raw) === undefined) return raw
  if (!/^(?:https?:\/\/|www\.)\w/i.test(linked) || problem(linked) !== undefined)
    return `\`${raw.replaceAll('`', '')}\``
  const address = linked.toLowerCase().startsWith('www.') ? `http://${linked}` : linked
  return `<${address}>${raw.slice(linked.length)}`
}

/** Words with an address that no page may link to; words that are an address would become a link again. */
function shownAddress(words: string, url: string): string {
  return /^(?:https?:|www\.|\w+:\/\/)/i.test(words)
    ? `\`${words.replaceAll('`', '')}\``
    : `${words} (\`${url}\`)`
}

function deadFrame(raw: string, start: number, end: number): Edit[] {
  const at = raw.lastIndexOf('](')
  return at < 0
    ? []
    : [
        { start, end: start + 1, text: '' },
        { start: start + at, end, text: '' },
      ]
}

type Target =
  /** With what is said there, which some generators show where a link has no words. */
  { kind: 'url'; url: string; title?: string | undefined } | { kind: 'dead'; wiki?: string; shown?: boolean }

function linkTarget(url: string, context: RewriteContext): Target {
  const { index, page, log, generator } = context
  const scheme = url.startsWith(REF) ? REF : url.startsWith(WIKI) ? WIKI : undefined
  const target = scheme === undefined ? url : decode(url.slice(scheme.length))
  const resolved = index.resolve(target, page, scheme)
  switch (resolved.kind) {
    case 'elsewhere': {
      const address = plainAddress(resolved.url)
      if (!addressProblem(address)) return { kind: 'url', url: encodeAddress(address) }
      log.dead('address that no page may link to', address)
      return { kind: 'dead', shown: true }
    }
    case 'here': {
      const other = hasAnchor(context.anchors, resolved.anchor) ? undefined : index.byLabel(resolved.anchor)
      return other
        ? entryTarget(other, resolved.anchor, context, target)
        : anchorTarget(resolved.anchor, '', context, target)
    }
    case 'entry':
      return entryTarget(resolved.page, resolved.anchor, context, target)
    case 'file': {
      if (isOurs(resolved.file, generator)) {
        const taken = context.take(resolved.file, false)
        if (taken !== undefined) return { kind: 'url', url: encodeAddress(relative(context.file, taken)) }
      }
      return forgeTarget(resolved.file, target, context)
    }
    case 'dead': {
      const folder = forgeFolder(target, context)
      if (folder !== undefined) return { kind: 'url', url: folder }
      log.dead(scheme === WIKI ? 'link ([[…]])' : 'link', target)
      return scheme === WIKI ? { kind: 'dead', wiki: target } : { kind: 'dead' }
    }
  }
}

function entryTarget(page: LinkPage, anchor: string, context: RewriteContext, target: string): Target {
  const [first] = page.entries
  if (!first) return { kind: 'dead' }
  const wanted = normalAnchor(anchor)
  const holder = page.entries.find(({ anchors }) => anchors.has(wanted)) ?? first
  return anchorTarget(anchor, relative(context.file, holder.file), { ...holder, log: context.log }, target)
}

/** An address without what its scheme says to a generator alone, or fills in for a writer of mail. */
function plainAddress(url: string): string {
  return url.replace(/^(mailto:)(?:mailto:)*([^?]*)\?.*$/is, '$1$2').replaceAll(' ', '%20')
}

/** What people read or fill in; code stays where it is kept up to date. */
const DOCUMENT = /\.(?:pdf|docx|xlsx|pptx|od[tsp]|csv|tsv|txt|log|drawio|zip)$/i

/** Pictures and documents of the pages; code and configuration are the project's, and stay there. */
function isOurs(file: string, { family, root, assets }: Generator): boolean {
  if (IMAGE.test(file)) return true
  const isWiki = family === 'azure-wiki' || family === 'forge-wiki' || family === 'obsidian'
  const isDocument =
    /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|zip|drawio|vsdx|json|ya?ml|sh|ps1|psm1|py|sql)$/i.test(file)
  return (
    isDocument &&
    (isWiki || [root, ...assets].some((folder) => folder !== '' && file.startsWith(`${folder}/`)))
  )
}

function forgeTarget(file: string, target: string, context: RewriteContext): Target {
  const { generator, log } = context
  if (generator.repository !== undefined && /^https?:\/\//.test(generator.repository)) {
    log.converted('link to a file of the repository')
    return {
      kind: 'url',
      url: encodeAddress(
        `${generator.repository.replace(/\.git$|\/$/g, '')}/blob/${generator.branch ?? 'main'}/${file}`,
      ),
    }
  }
  // Nobody knows where the repository is: a document comes along, so that the link leads somewhere.
  const taken = DOCUMENT.test(file) ? context.take(file, false) : undefined
  if (taken !== undefined) return { kind: 'url', url: encodeAddress(relative(context.file, taken)) }
  log.dead('link to a file outside of the pages', target)
  return { kind: 'dead' }
}

/** A folder of the repository without a page of its own. */
function forgeFolder(target: string, { generator, page, log }: RewriteContext): string | undefined {
  if (generator.repository === undefined || !target.endsWith('/') || SCHEME.test(target)) return undefined
  const folder = path.posix.normalize(path.posix.join(folderOf(page), decode(target))).replace(/\/$/, '')
  if (folder.startsWith('..') || generator.family !== 'forge') return undefined
  log.converted('link to a folder of the repository')
  return encodeAddress(
    `${generator.repository.replace(/\.git$|\/$/g, '')}/tree/${generator.branch ?? 'main'}/${folder}`,
  )
}

function hasAnchor(anchors: ReadonlyMap<string, string>, anchor: string): boolean {
  return anchors.has(normalAnchor(anchor)) || anchors.has(looseAnchor(anchor))
}

function anchorTarget(
  anchor: string,
  link: string,
  { anchors, titles, log }: Pick<LinkTarget, 'anchors' | 'titles'> & { log: PageLog },
  target: string,
): Target {
  const page = { kind: 'url', url: encodeAddress(link), title: titles.get('') } as const
  if (anchor === '') return link === '' ? { kind: 'dead' } : page
  const found = anchors.get(normalAnchor(anchor)) ?? anchors.get(looseAnchor(anchor))
  if (found !== undefined && found !== '')
    return { kind: 'url', url: `${encodeAddress(link)}#${found}`, title: titles.get(found) }
  // The heading became the title, or there never was one: the page itself is right.
  if (found === undefined) log.dead('part of a page (#…)', target)
  return link === '' ? { kind: 'dead' } : page
}

export function normalAnchor(anchor: string): string {
  return decode(anchor).toLowerCase()
}

/** Generators differ in what they do with signs: only letters and digits count. */
export function looseAnchor(anchor: string): string {
  return `~${decode(anchor)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')}`
}

function imageTarget(url: string, context: RewriteContext): Target {
  const scheme = url.startsWith(REF) ? REF : url.startsWith(WIKI) ? WIKI : undefined
  const target = scheme === undefined ? url : decode(url.slice(scheme.length))
  const resolved = context.index.resolve(target, context.page, scheme)
  if (resolved.kind === 'file' && IMAGE.test(resolved.file)) {
    const taken = context.take(resolved.file, true)
    if (taken !== undefined) return { kind: 'url', url: encodeAddress(relative(context.file, taken)) }
  }
  return { kind: 'dead' }
}

/** The state of a build or a number of stars, drawn by another host: it says nothing of what the page is about. */
function isBadge(url: string): boolean {
  return /^https?:\/\/(?:[\w.-]*\bshields\.io|badge[ns]?\.|[\w.-]*badg(?:e|en)\.)|^https?:\/\/[^?]*\/badges?(?:\/|\.svg|$)/i.test(
    url,
  )
}

function imageText(url: string, alt: string, title: string, context: RewriteContext, inLink = false): string {
  const words = (alt === '' ? title : alt).replace(/\s+/g, ' ').trim()
  const shown = words.replace(/[[\]]/g, '\\$&').replace(/(?<![=\\])==(?=\S)/g, '\\==')
  const target = imageTarget(url, context)
  if (target.kind === 'url')
    return `![${shown}](${target.url}${title !== '' && title !== words ? ` "${title.replaceAll('"', '\\"')}"` : ''})`
  const inside = context.index.resolve(
    url.startsWith(WIKI) || url.startsWith(REF) ? decode(url.replace(/^x-\w+:/, '')) : url,
    context.page,
  )
  if (inside.kind === 'elsewhere' && !addressProblem(inside.url)) {
    // A link cannot hold another one.
    if (inLink && words !== '') {
      context.log.dropped('image on another host, in a link')
      return shown
    }
    context.log.converted('image on another host: now a link', url)
    return `[${words === '' ? inside.url : shown}](${encodeAddress(inside.url)})`
  }
  context.log.dead('image', url)
  return words === '' ? '' : shown
}

/** A link from an entry to a file of the content. */
export function relative(from: string, to: string): string {
  const link = path.posix.relative(path.posix.dirname(from), to)
  return link.startsWith('.') ? link : `./${link}`
}

/** Signs that end a target in Markdown. */
function encodeAddress(url: string): string {
  return url.replace(/[\s()<>]/g, (sign) =>
    sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign),
  )
}
