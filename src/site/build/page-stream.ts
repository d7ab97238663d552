import type { AstroIntegration, AstroPrerenderer } from 'astro'

/** Takes a page as it is rendered: the name of its file in the folder of the site, `issues/late/index.html`, and its HTML. */
export type TakePage = (file: string, html: string) => void

export interface PageTakers {
  /** With all that the index and the Markdown of the page are made of. */
  take: TakePage
  /** As readers get it. */
  write: TakePage
}

/**
 * Hands over each page as soon as it is rendered, always in the same order, so that the second core indexes and converts
 * pages while the first renders the next ones. Astro itself writes none of them: who takes a page as readers get it, does.
 *
 * @param ready called when all that renders pages is made, before the first is
 */
export function pageStream(
  base: string,
  takers: PageTakers,
  ready: (prerenderer: AstroPrerenderer) => void = () => undefined,
): AstroIntegration {
  return {
    name: 'page-stream',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async setup() {
            await prerenderer.setup?.()
            ready(prerenderer)
          },
          async render(request, options) {
            const result = await prerenderer.render(request, options)
            const response = result instanceof Response ? result : result.response
            if (!(await handOver(request, response, base, takers))) return result
            // Without a body there is nothing for Astro to write.
            const again = new Response(null, { status: response.status, headers: response.headers })
            return result instanceof Response ? again : { ...result, response: again }
          },
        }))
      },
    },
  }
}

/** Hands over an answer that is a page, and says whether it is one. */
export async function handOver(
  request: Request,
  response: Response,
  base: string,
  { take, write }: PageTakers,
): Promise<boolean> {
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return false
  const html = await response.text()
  const file = fileOf(new URL(request.url).pathname, base)
  take(file, html)
  write(file, withoutSearchFacts(html))
  return true
}

/** What the index and the Markdown of a page are made from; a phone at night need not load it. */
export function withoutSearchFacts(html: string): string {
  return html
    .replace(/<meta name="search:[^"]*"(?:\s+[\w-]+="[^"]*")*\s*\/?>/g, '')
    .replace(
      /(<[a-z][a-z-]*(?: [\w-]+="[^"<>]*")*) data-pagefind-ignore(?:="[a-z]*")?(?: data-mark="[a-z ]*")?/g,
      '$1',
    )
}

/** Where Astro writes the page of an address: in a folder of its own, but for the page of what is missing. */
function fileOf(pathname: string, base: string): string {
  const folder = decodeURI(pathname).slice(base.replace(/\/?$/, '/').length)
  return /^404\/?$/.test(folder) ? '404.html' : `${folder}index.html`
}
