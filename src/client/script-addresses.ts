/**
 * The scripts that are started by their addresses: the worker of the site, and the planner of the page of a change. The
 * security policy asks for every such address, and for every markup that is made of text; of markup there is none.
 */
const base = document.querySelector<HTMLAnchorElement>('.brand')?.pathname ?? '/'

interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string | null }): unknown
}

const known = new Set([`${base}sw.js`])

const { trustedTypes } = globalThis as { trustedTypes?: Factory }

// A browser without it has nothing that asks.
trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => (known.has(address) ? address : null),
})

/**
 * Lets one more script of the site be started by its address.
 *
 * @throws Error for a script of another site
 */
export function letThrough(address: URL): string {
  if (address.origin !== location.origin) throw new Error(`${address.href} is no script of this site`)
  known.add(address.href)
  return address.href
}
