/** A page as the search knows it, wherever it was read. */
export interface SearchDocument {
  /** What the page's text is fetched by: Pagefind's id of it. */
  id: string
  /** Below the site's root. */
  url: string
  kind: string
  title: string
  summary: string
  keywords: readonly string[]
  components: readonly string[]
  signatures: readonly string[]
  /** Alerts. */
  names: readonly string[]
  /** Former ids and addresses. */
  aliases: readonly string[]
  families: readonly string[]
  boost: number
  headings: readonly string[]
  /** The text of its first section, which says how it is seen, and all of its text. */
  symptoms: string
  text: string
  /** What lists are sorted by. */
  order: string
  filters: Readonly<Record<string, readonly string[]>>
}
