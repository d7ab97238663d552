import type { APIRoute } from 'astro'
import { getContent } from '../../content/facts/entries.ts'
import { links } from '../../site/site-links.ts'

/** Every alert with the issue that it leads to and its permanent address, for whoever writes alert rules. */
export const GET: APIRoute = ({ site }) => {
  const { issues } = getContent()
  const alerts = issues.all
    .flatMap(({ id, data: { alerts: named = [], title, severity } }) =>
      named.map((alert) => ({
        alert,
        url: new URL(links.alert(alert), site).href,
        issue: id,
        title,
        severity,
      })),
    )
    .sort((a, b) => (a.alert < b.alert ? -1 : 1))
  return new Response(`${JSON.stringify({ version: 1, alerts }, null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
