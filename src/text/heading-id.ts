import Slugger, { slug } from 'github-slugger'

/** `Logs {#the-logs}`: the heading's own anchor, which links from before a rename keep leading to. */
const EXPLICIT = /\s*\{\s*#([A-Za-z][\w-]*)\s*\}\s*$/

/** What a heading says, and the anchor that it names for itself, if it does. */
export function headingId(text: string): { text: string; id?: string } {
  const id = EXPLICIT.exec(text)?.[1]
  return id === undefined ? { text } : { text: text.replace(EXPLICIT, ''), id }
}

/**
 * The anchors of the headings of one page, asked in their order: the one that a heading names, or that the forge gives it. What
 * has no letter in it gets one all the same, and no two have the same.
 */
export function headingAnchors(): (heading: { text: string; id?: string | undefined }) => string {
  const slugger = new Slugger()
  return ({ text, id }) => {
    if (id === undefined) return slugger.slug(/[\p{L}\p{N}]/u.test(slug(text)) ? text : 'section')
    slugger.occurrences[id] ??= 0
    return id
  }
}
