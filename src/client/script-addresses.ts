/**
 * The two scripts that are started by their address: the worker of the site and that of the search index. The security policy
 * asks for every such address, and for every markup that is made of text; of markup there is none.
 */
const base = document.querySelector<HTMLAnchorElement>('.brand')?.pathname ?? '/'
const OURS = [`${base}sw.js`, `${base}pagefind/pagefind-worker.js`]

interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string | null }): unknown
}

const { trustedTypes } = globalThis as { trustedTypes?: Factory }

// A browser without it has nothing that asks.
trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    const { origin, pathname, search } = new URL(address, location.href)
    return origin === location.origin && search === '' && OURS.includes(pathname) ? address : null
  },
})

export {}
