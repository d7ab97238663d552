import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { evaluate } from 'satteri'
import { afterAll } from 'vitest'
import { FEATURES } from '../../../src/markdown/gate.ts'
import { assetProblem } from '../../../src/content/read/assets.ts'
import { markdownProcessor } from '../../../src/markdown/index.ts'
import { withPictures } from './content.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-hostile-'))
/** A content folder with the picture that payloads show. */
const root = withPictures(folder)

/**
 * The content folder of what is rendered, there until the tests of the file that calls this are done. Files that share a process
 * share its path, and the one before has taken it away.
 */
export function hostileFolder(): string {
  if (!existsSync(folder)) {
    mkdirSync(folder)
    withPictures(folder)
  }
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return root
}

/** How a content folder renders bodies: with the processor that builds the site. MDX is run as the build would run it. */
export async function rendererOf(contentFolder: string) {
  const processor = markdownProcessor({
    base: '/',
    contentFolder,
    imageProblem: (file) => assetProblem(contentFolder, file)?.message,
  })
  const shared = { syntaxHighlight: false as const, gfm: true, smartypants: true }
  const markdown = await processor.createRenderer(shared)
  /**
   * @param file absolute path of the page, which ends in `.md` or `.mdx`
   * @throws GateError, or the parser's own error
   */
  return async (text: string, file: string): Promise<string> => {
    const fileURL = pathToFileURL(file)
    if (!file.endsWith('.mdx')) return (await markdown.render(text, { fileURL })).code
    const module = await evaluate(text, {
      mdastPlugins: processor.options.mdastPlugins,
      hastPlugins: processor.options.hastPlugins,
      features: FEATURES,
      optimizeStatic: { component: 'Fragment', prop: 'set:html' },
      elementAttributeNameCase: 'html',
      fileURL,
      Fragment: 'fragment',
      jsx: element,
      jsxs: element,
    })
    const page = module['default']
    return typeof page === 'function' ? String(page({ components: { Fragment: 'fragment' } })) : ''
  }
}

const renderHere = await rendererOf(root)

/**
 * The HTML of a page's body.
 *
 * @throws GateError, or the parser's own error
 */
export async function renderBody(text: string, format: 'md' | 'mdx'): Promise<string> {
  return renderHere(text, path.join(root, `issues/page.${format}`))
}

/** HTML that is ready, as against text. */
class Html {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
  toString(): string {
    return this.html
  }
}

const VOID = /^(?:br|hr|img|input|wbr|col)$/

/** A runtime for JSX that writes HTML as Astro's does: `set:html` is HTML, everything else is escaped. */
function element(type: unknown, props: unknown): unknown {
  const { children, ...rest } = props as Record<string, unknown>
  if (typeof type === 'function') return (type as (props: unknown) => unknown)(props)
  const inner = 'set:html' in rest ? String(rest['set:html']) : htmlOf(children)
  if (type === 'fragment') return new Html(inner)
  const attributes = Object.entries(rest)
    .filter(([, value]) => value !== false && value !== null && value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
  const name = String(type)
  return new Html(`<${name}${attributes.join('')}>${VOID.test(name) ? '' : `${inner}</${name}>`}`)
}

function htmlOf(children: unknown): string {
  if (children instanceof Html) return children.html
  if (Array.isArray(children)) return children.map(htmlOf).join('')
  return children === undefined || children === null || children === false ? '' : escape(String(children))
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
