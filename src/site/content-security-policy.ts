const DIRECTIVES = [
  "default-src 'none'",
  // Workers too.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  // No script of the site makes markup out of text, and none may begin to. The worker of the site is started by its address,
  // which the one policy in `client/script-addresses.ts` lets through.
  "require-trusted-types-for 'script'",
  'trusted-types default',
]

/**
 * What a page may load: its own files. Pagefind runs its index as WebAssembly, hence the one exception.
 * `headers.ts` repeats it for hosts that send headers.
 */
export const CONTENT_SECURITY_POLICY = DIRECTIVES.join('; ')

/**
 * The same while editing, where the tool that shows a change at once needs two things more: style sheets that it puts into the page,
 * and a connection to itself. Scripts of the content are as impossible as on the site.
 */
export const DEVELOPMENT_POLICY = DIRECTIVES.filter(
  // That tool makes a style sheet and a message of errors in its own way.
  (directive) => !directive.includes('trusted-types'),
)
  .map((directive) => {
    if (directive.startsWith('style-src')) return `${directive} 'unsafe-inline'`
    return directive.startsWith('connect-src') ? `${directive} ws://localhost:* ws://127.0.0.1:*` : directive
  })
  .join('; ')
