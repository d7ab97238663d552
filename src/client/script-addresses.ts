/**
 * The one script that is started by its address: the worker of the site. The security policy asks for every such address, and
 * for every markup that is made of text; of markup there is none.
 */
const base = document.querySelector<HTMLAnchorElement>('.brand')?.pathname ?? '/'

interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string | null }): unknown
}

const { trustedTypes } = globalThis as { trustedTypes?: Factory }

// A browser without it has nothing that asks.
trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => (address === `${base}sw.js` ? address : null),
})

export {}
