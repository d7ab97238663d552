/** Where a site will be, as `SITE_URL` and `BASE_PATH` say. */
export interface Address {
  /** Scheme and host. */
  site: string
  /** The path that the site is served under, e.g. `/` or `/runbooks`. */
  base: string
}

const { SITE_URL: site = 'http://localhost:4321', BASE_PATH: base = '/' } = process.env

export const ADDRESS: Address = { site, base }
