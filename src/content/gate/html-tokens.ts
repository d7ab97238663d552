import type * as Parse5 from 'parse5'
import type { Token } from 'parse5'
import { lazyPackage } from '../../text/lazy-package.ts'

const parse5 = lazyPackage<typeof Parse5>('parse5')

/** A piece of raw HTML, as a browser's tokenizer reads it. Offsets are into the piece. */
export type HtmlToken = { start: number; end: number } & (
  | { type: 'start'; name: string; attributes: readonly { name: string; value: string }[] }
  | { type: 'end'; name: string }
  | { type: 'comment' }
  | { type: 'text'; value: string }
  /** What is no element, comment or text: `<?…>`, `<!…>`, `<![CDATA[…`, `</ …>`, or a tag or comment that never ends. */
  | { type: 'other' }
)

/** Reads a piece of raw HTML with the tokenizer of the HTML standard. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let unfinished = false
  const place = ({ location }: Token.Token) => ({
    start: location?.startOffset ?? 0,
    end: location?.endOffset ?? html.length,
  })
  const onText = (token: Token.CharacterToken) => {
    tokens.push({ type: 'text', value: token.chars, ...place(token) })
  }
  const { Tokenizer } = parse5()
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        tokens.push({ type: 'start', name: token.tagName, attributes: token.attrs, ...place(token) })
      },
      onEndTag: (token) => {
        // Attributes of an end tag mean nothing, and hide something.
        const type = token.attrs.length > 0 ? 'other' : 'end'
        tokens.push({ type, name: token.tagName, ...place(token) })
      },
      onComment: (token) => {
        const { start, end } = place(token)
        tokens.push({ type: html.startsWith('<!--', start) ? 'comment' : 'other', start, end })
      },
      onDoctype: (token) => {
        tokens.push({ type: 'other', ...place(token) })
      },
      onCharacter: onText,
      onWhitespaceCharacter: onText,
      // It is shown as nothing.
      onNullCharacter: () => undefined,
      onEof: () => undefined,
      onParseError: ({ code }) => {
        // A piece that ends within a tag or comment would take what Markdown writes after it for attributes.
        if (code.startsWith('eof-')) unfinished = true
      },
    },
  )
  tokenizer.write(html, true)
  const end = html.length
  if (unfinished) tokens.push({ type: 'other', start: Math.max(0, html.lastIndexOf('<')), end })
  return tokens
}

/**
 * Writes raw HTML again from its tokens, so that a page holds nothing but what the gate has read: comments are left out,
 * attributes are quoted, text is escaped.
 */
export function writeHtml(tokens: readonly HtmlToken[]): string {
  return tokens.map(writeToken).join('')
}

function writeToken(token: HtmlToken): string {
  switch (token.type) {
    case 'start': {
      const attributes = token.attributes.map(({ name, value }) => ` ${name}="${escapeText(value)}"`)
      return `<${token.name}${attributes.join('')}>`
    }
    case 'end':
      return `</${token.name}>`
    case 'text':
      return escapeText(token.value)
    case 'comment':
    case 'other':
      return ''
  }
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
