import { getContent } from '../../content/facts/entries.ts'
import { links } from '../../site/site-links.ts'
import { ownedPages } from '../../content/facts/owned-pages.ts'

/** Every page with its owner and review date, for a bot or a dashboard. */
export function GET() {
  return Response.json({ version: 1, pages: ownedPages(getContent(), links.entry) })
}
