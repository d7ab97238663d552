import type { Family } from '../common/generator.ts'
import { refLink, WIKI } from './schemes.ts'

/**
 * `[[page]]`, `[[page|label]]`, `![[image.png|300]]`: as links that the importer resolves, or turns back into text.
 * Wikis of forges put the label first; which part is the page is found out when it is resolved.
 */
export function convertWikiLinks(text: string, family: Family): string {
  return text.replace(
    /(!?)\[\[(?:(?![_\s-])|[ \t]+(?=[\p{L}\p{N}][^$=<>[\]\n]*\]\]))((?:[^[\]\n|]|(?<=\S)\n(?=[ \t]*\S))+?)[ \t]*(?:\\?\|[ \t]*((?:[^[\]\n]|(?<=\S)\n(?=[ \t]*\S))*?)[ \t]*)?\]\](?!\()/gu,
    (_, first: string, ...parts: (string | undefined)[]) => {
      const [one = '', two] = parts.slice(0, 2).map((part) => part?.replace(/\s*\n[\s>]*/g, ' '))
      const image = first
      const isImage = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(one)
      if (image !== '' && isImage)
        return `![${/^\d+(?:x\d+)?$/.test(two ?? '') ? '' : (two ?? '')}](${refLink(one, WIKI)})`
      // An address is a link everywhere, on whichever side it is.
      if (two !== undefined && /^https?:\/\//.test(two)) return `[${one}](${two.replaceAll(' ', '%20')})`
      if (two !== undefined && /^https?:\/\//.test(one)) return `[${two}](${one.replaceAll(' ', '%20')})`
      const swapped = family === 'forge-wiki' && two !== undefined
      const [target, label] = swapped ? [two, one] : [one, two ?? one.replace(/#\^?/, ' ').trim()]
      // Some name the kind of what they lead to before it.
      return `[${label}](${refLink(family === 'forge-wiki' ? target.replace(/^doc\s+/, '') : target, WIKI)})`
    },
  )
}

/** What a link was before, where its page is nowhere. */
export function asWikiLink(target: string, label: string, family: Family): string {
  // A wiki of Azure DevOps shows the brackets.
  if (family === 'azure-wiki') return `\\[\\[${label === target ? target : `${target}|${label}`}\\]\\]`
  // With words of its own they are what was to be read, as in any link.
  if (family === 'forge-wiki' && label !== target) return label
  return label === target ? `[[${target}]]` : `[[${target}|${label}]]`
}
