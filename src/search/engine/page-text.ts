/** A page of the index with its text, as Pagefind keeps it: a file of its own, fetched only for what is shown. */
export interface PageText {
  url: string
  content: string
  meta: Readonly<Record<string, string>>
  /** Headings with an id, and the word of `content` before which each is. */
  anchors: readonly { element: string; id: string; text: string; location: number }[]
}

export type Texts = (id: string) => Promise<PageText>

/** A stretch of a page under one heading; the first has none. */
export interface Section {
  title: string
  /** Empty for the beginning of the page. */
  anchor: string
  text: string
}

export function sectionsOf({ content, anchors, meta }: PageText): Section[] {
  const starts: number[] = []
  for (const match of content.matchAll(/\S+/g)) starts.push(match.index)
  const headings = anchors.filter(({ element, text }) => /^h[2-6]$/.test(element) && text.trim() !== '')
  const at = (word: number) => starts[word] ?? content.length
  const first = {
    title: meta['title'] ?? '',
    anchor: '',
    text: content.slice(0, at(headings[0]?.location ?? starts.length)),
  }
  return [
    first,
    ...headings.map(({ id, text, location }, index) => ({
      title: text.trim(),
      anchor: id,
      text: content.slice(at(location), at(headings[index + 1]?.location ?? starts.length)),
    })),
  ]
}

/** Pagefind begins its files with this mark, after decompression. */
const MARK = 'pagefind_dcd'

/** Reads a fragment of Pagefind's, decompressed. */
export function parseFragment(text: string): PageText {
  return JSON.parse(text.startsWith(MARK) ? text.slice(MARK.length) : text) as PageText
}
