/** The words of a text, in lower case: what a reader reads, and nothing of its markup. */
export function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
}

/** The text of an entry without what Markdown and the site's own fields add: names of alerts, languages, targets, tags. */
export function readableText(entry: string): string {
  return entry
    .replace(/^---\n([\s\S]*?)\n---\n/, (_, fields: string) =>
      fields.replace(/^[\w]+:/gm, '').replace(/^\s*-\s/gm, ''),
    )
    .replace(/^([ \t>]*)(?:`{3,}|~{3,})[^\n]*$/gm, '$1')
    .replace(/^ {0,3}\[[^\]\n]+\]:.*$/gm, ' ')
    .replace(/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/g, '')
    .replace(/\]\([^()\s]*(?:\s"[^"]*")?\)/g, '] ')
    .replace(
      /<\/?(?:details|summary|table|tr|td|th|kbd|ins|del|mark|sup|sub|code|strong|em|br|b|i|u|s)\b[^<>]*>/g,
      ' ',
    )
}

/** Words of an entry that are in none of the texts that it was made of. */
export function inventedWords(entry: string, sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap((source) => [...wordsOf(decodeEntities(source)), ...wordsOf(source)]))
  return [...wordsOf(decodeEntities(readableText(entry)))].filter((word) => !known.has(word))
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:lt|gt|amp|quot|nbsp|apos);/g, ' ').replace(/(?:%[0-9A-Fa-f]{2})+/g, (written) => {
    try {
      return decodeURIComponent(written)
    } catch {
      return written
    }
  })
}
