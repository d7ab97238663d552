import { HEADER_RULES, TRANSPORT_HEADERS, type HeaderRule } from '../../headers.ts'

/** Where a site is served, as a prefix of its paths: empty for a site of its own host, else as `/runbooks`. */
export function prefixOf(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/').slice(0, -1)
}

/** The header rules of the site for a host, with its base path and with what only HTTPS has. */
export function hostRules(base: string): readonly HeaderRule[] {
  const prefix = prefixOf(base)
  return HEADER_RULES.map(({ path, headers }, index) => ({
    path: `${prefix}${path}`,
    headers: index === 0 ? { ...headers, ...TRANSPORT_HEADERS } : headers,
  }))
}

/** A rule's path as a regular expression, for hosts that know nothing else. */
export function pathPattern(path: string): string {
  const [before = '', after = ''] = path.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return after === '' ? `^${before}` : `^${before}.*${after}$`
}

/** Every header that some rule sets, in order. */
export function headerNames(rules: readonly HeaderRule[]): readonly string[] {
  return [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))]
}
