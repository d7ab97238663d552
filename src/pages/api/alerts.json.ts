import type { APIRoute } from 'astro'
import { alertsOf } from '../../content/facts/permanent-links.ts'
import { getContent } from '../../content/facts/entries.ts'
import { links } from '../../site/site-links.ts'

/** Every alert with the issue that it leads to and its permanent address, for whoever writes alert rules. */
export const GET: APIRoute = ({ site }) => {
  const { issues } = getContent()
  const alerts = alertsOf(issues.all).map(({ alert, issue }) => ({
    alert,
    url: new URL(links.alert(alert), site).href,
    issue: issue.id,
    title: issue.data.title,
    severity: issue.data.severity,
  }))
  return new Response(`${JSON.stringify({ version: 1, alerts }, null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
