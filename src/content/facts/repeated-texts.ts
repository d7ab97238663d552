import { PAGE_COLLECTIONS } from '../model/collections.ts'
import { oncePerContent } from '../read/once.ts'
import { folderLead, folderPages } from './folders.ts'
import { pagesIn, pageTitle } from './pages.ts'
import { settingsOf, type Settings } from './settings.ts'

/** Window titles and descriptions that more than one page would have: each of these pages says its place beside them. */
export interface RepeatedTexts {
  titles: ReadonlySet<string>
  descriptions: ReadonlySet<string>
}

/** What people write may be the same on a pipeline, its team and an issue; a window or a list of results must tell them apart. */
export const repeatedTexts = oncePerContent('repeated texts', (content): RepeatedTexts => {
  const settings = settingsOf(content)
  const pages = PAGE_COLLECTIONS.flatMap((collection) =>
    pagesIn(content, collection).filter(({ isIndex }) => !isIndex),
  )
  const folders = folderPages(content)
  const tables = [...content.tables.values()]
  return {
    titles: repeated([
      ...pages.map((page) =>
        page.collection === 'runbooks' ? runbookTitle(pageTitle(page), settings) : pageTitle(page),
      ),
      ...folders.map(({ title }) => title),
      ...tables.map(({ data }) => data.title),
      ...[...content.engineers.values()].map(({ data }) => data.name),
      ...PAGE_COLLECTIONS.map((collection) => settings.term(collection).Many),
    ]),
    descriptions: repeated([
      ...pages.map(({ data }) => data.summary ?? ''),
      ...folders.map((folder) => folderLead(folder, settings)),
      ...tables.map(({ data }) => data.summary),
    ]),
  }
})

/** A runbook is often called as its pipeline is. */
export function runbookTitle(title: string, settings: Settings): string {
  return `${title} ${settings.term('runbooks').one}`
}

function repeated(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(texts.filter((text) => seen.has(text) || !seen.add(text)))
}
