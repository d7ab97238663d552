import { type RewriteContext, imageTarget } from './link-target.ts'
import { decode, encodeAddress } from './addresses.ts'
import { addressProblem } from '../../../gate/addresses.ts'
import { REF, WIKI } from './schemes.ts'

/** The state of a build or a number of stars, drawn by another host: it says nothing of what the page is about. */
export function isBadge(url: string): boolean {
  return /^https?:\/\/(?:[\w.-]*\bshields\.io|badge[ns]?\.|[\w.-]*badg(?:e|en)\.)|^https?:\/\/[^?]*\/badges?(?:\/|\.svg|$)/i.test(
    url,
  )
}

export function imageText(
  url: string,
  alt: string,
  title: string,
  context: RewriteContext,
  inLink = false,
): string {
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
