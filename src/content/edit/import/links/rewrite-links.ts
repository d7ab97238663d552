import type { MdastNode } from 'satteri'
import { type RewriteContext, imageTarget, linkTarget } from './link-target.ts'
import { imageText, isBadge } from './images.ts'
import { bareAddress, shownAddress } from './addresses.ts'
import { addressProblem } from '../../../gate/addresses.ts'
import { type Edit, applyEdits, parse } from '../markup/headings.ts'
import { asWikiLink } from './wiki-links.ts'

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

function deadFrame(raw: string, start: number, end: number): Edit[] {
  const at = raw.lastIndexOf('](')
  return at < 0
    ? []
    : [
        { start, end: start + 1, text: '' },
        { start: start + at, end, text: '' },
      ]
}
