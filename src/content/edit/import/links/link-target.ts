import path from 'node:path'
import type { LinkIndex, LinkPage, LinkTarget } from './link-index.ts'
import { SCHEME, decode, encodeAddress, folderOf, plainAddress, relative } from './addresses.ts'
import { hasAnchor, looseAnchor, normalAnchor } from './anchors.ts'
import { addressProblem } from '../../../gate/addresses.ts'
import { REF, WIKI } from './schemes.ts'
import type { Generator } from '../common/generator.ts'
import type { PageLog } from '../common/log.ts'

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

type Target =
  /** With what is said there, which some generators show where a link has no words. */
  { kind: 'url'; url: string; title?: string | undefined } | { kind: 'dead'; wiki?: string; shown?: boolean }

export function linkTarget(url: string, context: RewriteContext): Target {
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
      if (generator.host !== undefined && /^\/[\w-]/.test(target)) {
        log.converted('link to another part of the site that the pages were on')
        return { kind: 'url', url: encodeAddress(`${generator.host}${target}`) }
      }
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

export function imageTarget(url: string, context: RewriteContext): Target {
  const scheme = url.startsWith(REF) ? REF : url.startsWith(WIKI) ? WIKI : undefined
  const target = scheme === undefined ? url : decode(url.slice(scheme.length))
  const resolved = context.index.resolve(target, context.page, scheme)
  if (resolved.kind === 'file' && IMAGE.test(resolved.file)) {
    const taken = context.take(resolved.file, true)
    if (taken !== undefined) return { kind: 'url', url: encodeAddress(relative(context.file, taken)) }
  }
  return { kind: 'dead' }
}
