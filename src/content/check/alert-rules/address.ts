import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { didYouMean } from '../../../text/suggest.ts'
import { addressesOf } from '../../facts/addresses.ts'
import { draftsOf } from '../../read/drafts.ts'
import { definitionOf, isCollection } from '../../model/collections.ts'
import { parsePage } from '../../read/body.ts'
import type { Content, ContentDocument } from '../../read/load.ts'

/** Where the address of an alert's page leads. */
export type Verdict =
  | { kind: 'here' }
  /** Another host. */
  | { kind: 'elsewhere'; host: string }
  /** Only Prometheus knows the rest of it. */
  | { kind: 'template' }
  | { kind: 'problem'; rule: string; message: string; hint: string }

/** What knows the addresses of this site. */
export interface SiteAddresses {
  verdict: (url: string, alert: string) => Verdict
}

/** Labels that name the alert itself, in the ways that templates of Prometheus and Alertmanager write them. */
const ALERT_NAME =
  /\{\{-?\s*(?:\$labels|\.(?:Labels|CommonLabels|GroupLabels))\.alertname\s*(?:\|\s*(toLower|lower|urlquery|queryEscape)\s*)*-?\}\}/g

/**
 * Judges addresses of alerts as hosts of static files serve them: with and without a slash or `index.html` at the end.
 *
 * @param environment `SITE_URL` and `BASE_PATH` say which addresses are this site's
 */
export function siteAddresses(content: Content, environment: NodeJS.ProcessEnv): SiteAddresses {
  const { BASE_PATH = '/' } = environment
  // Workflows set what they do not know to nothing.
  const SITE_URL = environment['SITE_URL'] === '' ? undefined : environment['SITE_URL']
  const site = new URL(SITE_URL ?? 'http://localhost:4321')
  const base = `/${BASE_PATH}/`.replace(/\/+/g, '/')
  const drafts = draftsOf(content)
  const addresses = addressesOf(content)
  const issueOf = (alert: string) =>
    drafts.issues.find(({ data }) =>
      data.alerts?.some((each) => each.toLowerCase() === decode(alert).toLowerCase()),
    )
  const pageAt = (path: string): ContentDocument | 'page' | undefined => {
    const [folder = ''] = path.split('/')
    if (folder === 'api') return 'page'
    if (folder === 'files' || folder === 'images')
      return existsSync(join(content.root, path)) ? 'page' : undefined
    const page = addresses.at(path)
    return page && (page.document?.kind === 'markdown' ? page.document : 'page')
  }
  const judge = (url: URL, hasAnchor: boolean): Verdict => {
    const inside = `${url.pathname}/`.replace(/\/+/g, '/')
    if (!inside.startsWith(base) && SITE_URL !== undefined) {
      return problem(
        'alert-url-nowhere',
        `The site has no page ${url.pathname}`,
        `It is served below ${base} (BASE_PATH).`,
      )
    }
    const path = decode(
      (inside.startsWith(base) ? inside.slice(base.length) : inside).replace(/^\/|\/$/g, ''),
    )
      .replace(/(?:^|\/)index\.(?:html|md)$/, '')
      .replace(/\.html$/, '')
    const page = pageAt(path)
    if (page === undefined) return nowhere(content, path, issueOf)
    const anchor = hasAnchor ? decode(url.hash.slice(1)) : ''
    if (anchor === '' || page === 'page') return { kind: 'here' }
    return anchorVerdict(page, anchor)
  }
  return {
    verdict(written, alert) {
      const url = written.replace(ALERT_NAME, (_, filter?: string) =>
        filter?.includes('ower') === true ? alert.toLowerCase() : encodeURIComponent(alert),
      )
      // What comes after a literal path decides nothing: labels in a query.
      const literal = url.replace(/[?#][^]*$/, '')
      if (literal.includes('{{')) return { kind: 'template' }
      const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
      if (scheme === undefined) return relative(url)
      const anchor = url.slice(literal.length)
      const address = anchor.includes('{{') ? literal : url
      if ((scheme !== 'http' && scheme !== 'https') || !URL.canParse(address)) {
        return problem(
          'alert-url-form',
          `"${written}" is no address of a page`,
          'Write an https:// address that a browser can open.',
        )
      }
      const parsed = new URL(address)
      // Without SITE_URL, nobody knows the host: every address is tried on this site.
      if (SITE_URL !== undefined && parsed.host !== site.host) return { kind: 'elsewhere', host: parsed.host }
      if (SITE_URL !== undefined && parsed.protocol !== site.protocol) {
        return problem(
          'alert-url-form',
          `The address begins with ${parsed.protocol}// and the site with ${site.protocol}//`,
          `Write ${site.protocol}//${parsed.host}${parsed.pathname}${parsed.hash}.`,
        )
      }
      return judge(parsed, !anchor.includes('{{'))
    },
  }
}

function relative(url: string): Verdict {
  const isPath = /^[\w./#%-]+$/.test(url)
  return problem(
    'alert-url-form',
    isPath ? `"${url}" is a path: a pager does not know on which host` : `"${url}" is no address`,
    'Write the whole address: https://<this site>/alerts/<name>/.',
  )
}

function nowhere(
  content: Content,
  path: string,
  issueOf: (alert: string) => ContentDocument | undefined,
): Verdict {
  const [folder = '', ...rest] = path.split('/')
  const name = rest.join('/')
  const message = `The site has no page /${path}/`
  if (folder === 'alerts') {
    const hint = 'Name the alert in the `alerts` of an issue.'
    return problem('alert-url-nowhere', message, hint)
  }
  if (issueOf(rest.at(-1) ?? '')) {
    return problem('alert-url-nowhere', message, `Write /alerts/${rest.at(-1) ?? ''}/.`)
  }
  if (!isCollection(folder) || definitionOf(folder).page?.list === undefined) {
    return problem(
      'alert-url-nowhere',
      message,
      'Lead to /alerts/<name>/, or to a page of issues, runbooks or pipelines.',
    )
  }
  return problem(
    'alert-url-nowhere',
    message,
    didYouMean(name, content.ids[folder]) ?? 'Lead to /alerts/<name>/.',
  )
}

function anchorVerdict(document: ContentDocument, anchor: string): Verdict {
  if (!existsSync(document.path)) return { kind: 'here' }
  const { anchors } = parsePage(document)
  if (anchors.has(anchor)) return { kind: 'here' }
  return problem(
    'alert-url-anchor',
    `${document.file} has no heading #${anchor}`,
    didYouMean(anchor, [...anchors]) ?? 'Use the anchor of one of its headings.',
  )
}

function problem(rule: string, message: string, hint: string): Verdict {
  return { kind: 'problem', rule, message, hint }
}

/** Percent signs that encode nothing stay. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
