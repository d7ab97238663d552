import type { APIContext } from 'astro'
import { getCalendars } from '../../calendar/calendars.ts'
import { getContent } from '../../content/facts/entries.ts'
import { apiFiles } from '../../api/documents.ts'
import { jsonText } from '../../api/contract.ts'
import { buildDate } from '../../site/build-date.ts'
import { links } from '../../site/site-links.ts'

const files = (site: URL | undefined) =>
  apiFiles({
    facts: getContent(),
    calendars: getCalendars(),
    links,
    absolute: (path) => new URL(path, site).href,
    today: buildDate,
  })

export function getStaticPaths() {
  return files(undefined).names.map((file) => ({ params: { file } }))
}

/** The site's answers for programs, and their schemas. */
export function GET({ params: { file }, site }: APIContext<object, { file: string }>) {
  return new Response(jsonText(files(site).get(file)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
