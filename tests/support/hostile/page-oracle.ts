import { EVIL } from './payloads.ts'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

/**
 * What a page's body may hold, written down a second time and in another way than the gate does: this list is of what the
 * processor *writes*, its own frames and anchors included.
 */
const ELEMENTS =
  /^(?:a|abbr|b|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[2-6]|hr|i|img|input|ins|kbd|li|mark|ol|p|pre|q|rp|rt|ruby|s|samp|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var|wbr)$/

const ATTRIBUTES: readonly [attribute: RegExp, value: RegExp][] = [
  [/^(?:title|alt|abbr|aria-label|__astro_image_)$/, /^[\s\S]*$/],
  [/^(?:lang|dir|scope|type|align|datetime|value|start|span|colspan|rowspan|width|height)$/, /^[\w :+-]*$/],
  [
    /^(?:open|reversed|checked|disabled|data-footnote-ref|data-footnote-backref|data-footnotes|data-pagefind-ignore)$/,
    /^$/,
  ],
  [/^(?:aria-hidden|tabindex)$/, /^(?:true|-1|0)$/],
  [/^role$/, /^note$/],
  [/^aria-describedby$/, /^footnote-label$/],
  [/^id$/, /^[^\s<>"']*$/],
  [/^data-language$/, /^[\w+#.-]+$/],
  [/^data-mark$/, /^(?:none|not tested|changed|parsed|recorded|run)$/],
  [
    /^class$/,
    /^(?:code (?:command|output|message)|code-head|l|more no-print|step-head|scroll|tested|alert(?: \w+)?|alert-title|language-[\w+#.-]+|t[ckosv]|footnotes|sr-only|data-footnote-backref|contains-task-list|task-list-item)$/,
  ],
]

/** What is in the HTML of a page's body that must not be there. */
export function foreign(html: string): string[] {
  const found: string[] = []
  // The site's own page around it: content that closes a part of that is foreign too.
  const page = parseFragment(`<main><div>${html}</div><footer></footer></main>`)
  const main = page.childNodes[0]
  const parts = main && 'childNodes' in main ? main.childNodes.map(({ nodeName }) => nodeName).join() : ''
  if (page.childNodes.length !== 1 || parts !== 'div,footer')
    found.push(`the page around it is broken: ${parts}`)
  // The program that builds the site marks its pictures so, and replaces such marks wherever they are.
  const mark = /__ASTRO_\w*|__VITE_\w*|@@ASTRO\w*/.exec(html.replace(/<img __ASTRO_IMAGE_="/g, '<img '))?.[0]
  if (mark !== undefined) found.push(`the mark ${mark}`)
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (node.nodeName === '#comment' || node.nodeName === '#documentType') found.push(node.nodeName)
    if ('tagName' in node) {
      if (!ELEMENTS.test(node.tagName) || node.namespaceURI !== 'http://www.w3.org/1999/xhtml')
        found.push(`<${node.tagName}>`)
      for (const { name, value } of node.attrs) found.push(...attributeProblems(node.tagName, name, value))
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  if (main && 'childNodes' in main) {
    const [body] = main.childNodes
    if (body && 'childNodes' in body) body.childNodes.forEach(visit)
  }
  return found
}

function attributeProblems(element: string, name: string, value: string): string[] {
  if (element === 'input' && name === 'type') return value === 'checkbox' ? [] : [`input ${value}`]
  if (element === 'a' && name === 'href') return leadsAstray(value) ? [`href ${value}`] : []
  if (element === 'img' && name === 'src')
    return /^(?:\.{1,2}\/)+[\w./ %-]+\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(value) ? [] : [`src ${value}`]
  const isKnown = ATTRIBUTES.some(([known, values]) => known.test(name) && values.test(value))
  return isKnown ? [] : [`${element} ${name}="${value}"`]
}

/** As a browser resolves it, from a page of the site. */
function leadsAstray(address: string): boolean {
  const site = 'https://site.example'
  if (!URL.canParse(address, `${site}/issues/x/`)) return true
  const url = new URL(address, `${site}/issues/x/`)
  if (url.protocol === 'mailto:') return url.search !== '' || url.pathname.split('@').length !== 2
  if (url.protocol === 'tel:') return !/^\+?[\d().-]+(?:;ext=\d+)?$/.test(url.pathname)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return true
  if (url.hostname === EVIL) return true
  if (url.username !== '' || url.password !== '') return true
  // An address that is no absolute one has to stay on the site, and an absolute one has to say its host.
  return /^https?:\/\//i.test(address)
    ? !address.toLowerCase().includes(`://${url.host}`) && url.port === ''
    : url.origin !== site
}
