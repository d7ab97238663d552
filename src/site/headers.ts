import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts'

/** Headers for the paths that a pattern names: `/*` is every path, `/assets/*` what is below a folder, `/*.svg` every ending. */
export interface HeaderRule {
  path: string
  headers: Readonly<Record<string, string>>
}

const YEAR = 365 * 24 * 60 * 60

/** What every answer of the site carries, wherever it is hosted. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  // Framing can be forbidden in a header alone: a policy in the page is not asked.
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Only over HTTPS, so never from the local server. */
export const TRANSPORT_HEADERS: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': `max-age=${String(YEAR)}`,
}

/** A drawing may style itself and do nothing else, also when it is opened by itself. */
const DRAWING =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'"
/** A file that content offers is saved, never shown as a part of the site. */
const OFFERED = "default-src 'none'; sandbox; frame-ancestors 'none'"

/**
 * The headers of the site: the one source for the local server and for the files of every host. Of several rules for a path all
 * count, and of one header the last.
 */
export const HEADER_RULES: readonly HeaderRule[] = [
  { path: '/*', headers: SECURITY_HEADERS },
  { path: '/assets/*', headers: { 'Cache-Control': `public, max-age=${String(YEAR)}, immutable` } },
  { path: '/*.svg', headers: { 'Content-Security-Policy': DRAWING } },
  {
    path: '/files/*',
    headers: { 'Content-Security-Policy': OFFERED, 'Content-Disposition': 'attachment' },
  },
]

/** The headers of one path, below the site's root and with its leading `/`. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  const rules = HEADER_RULES.filter((rule) => matches(rule.path, path))
  return Object.assign({}, ...rules.map(({ headers }) => headers)) as Record<string, string>
}

function matches(pattern: string, path: string): boolean {
  const [before = '', after = ''] = pattern.split('*')
  return path.startsWith(before) && path.endsWith(after)
}
