/** Where a site will be, as `SITE_URL` and `BASE_PATH` say. */
export interface Address {
  /** Scheme and host. */
  site: string
  /** The path that the site is served under, e.g. `/` or `/runbooks`. */
  base: string
}

/** Where a site is that nobody has placed. */
const HERE = 'http://localhost:4321'

export const ADDRESS: Address = addressIn(process.env)

/** The address that an environment names, with one `/` where somebody wrote several or none. An empty variable says nothing. */
export function addressIn({ SITE_URL, BASE_PATH }: NodeJS.ProcessEnv): Address {
  const parts = (BASE_PATH ?? '').split('/').filter((part) => part !== '')
  return { site: SITE_URL === undefined || SITE_URL === '' ? HERE : SITE_URL, base: `/${parts.join('/')}` }
}

/** Why no site can be at the address that an environment names, and what to write; `undefined` where one can. */
export function addressProblem(
  environment: NodeJS.ProcessEnv,
): { message: string; hint: string } | undefined {
  const { site, base } = addressIn(environment)
  const url = URL.canParse(site) ? new URL(site) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol))
    return {
      message: `SITE_URL is "${site}", which is no address of a host.`,
      hint: 'Write SITE_URL=https://docs.example.com.',
    }
  if (url.href !== `${url.origin}/`)
    return {
      message: 'SITE_URL takes the host alone.',
      hint: `Write SITE_URL=${url.origin}${url.pathname === '/' ? '' : ` BASE_PATH=${url.pathname}`}.`,
    }
  if (!/^\/(?:[\w~-][\w.~-]*(?:\/|$))*$/.test(base))
    return {
      message: `BASE_PATH is "${environment['BASE_PATH'] ?? ''}", which is no path of letters, digits and - _ . ~.`,
      hint: 'Write the path of the site on its host, as BASE_PATH=/runbooks.',
    }
  return undefined
}
