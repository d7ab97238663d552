import type { IncomingMessage } from 'node:http'

/** Names of the machine itself. Any other name in a request is of a site that pretends to be here (DNS rebinding). */
const NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether a request was meant for a server on this machine: by the name that the browser has in its address bar, and, where a page
 * sent it, by that page's origin. Drafts, names and telephone numbers are on a local site.
 */
export function isForThisMachine({ headers, rawHeaders, socket }: IncomingMessage): boolean {
  // Of two names, nobody knows which one the sender meant.
  const names = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host')
  if (names.length > 1) return false
  const port = socket.localPort
  const hosts = NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${String(port)}`]))
  const { host, origin } = headers
  if (isFromAnotherSite(headers)) return false
  if (host === undefined || !hosts.includes(host.toLowerCase())) return false
  return origin === undefined || hosts.some((each) => origin.toLowerCase() === `http://${each}`)
}

/**
 * Whether a page of another site, or of another port, loads this as a picture, script or frame: such requests carry no origin.
 * To follow a link to here is a navigation, and no mistake.
 */
function isFromAnotherSite(headers: IncomingMessage['headers']): boolean {
  const from = headers['sec-fetch-site']
  if (from !== 'cross-site' && from !== 'same-site') return false
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document'
}
