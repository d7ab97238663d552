import Prism from 'prismjs'
import loadLanguages from 'prismjs/components/index.js'
import { defineHastPlugin, htmlToHast } from 'satteri'
import { escapeHtml } from '../text/html.ts'
import { keepPlainTokensAsText } from './plain-tokens.ts'

/** Languages that are shown as they are. */
const PLAIN = ['text', 'plaintext', 'txt']

keepPlainTokensAsText()

/**
 * Code is highlighted, scrolls by itself, can be reached with the keyboard, and has a frame where the script puts the button
 * that copies: moving blocks about in the browser costs a layout each. Prism marks tokens with classes: no inline styles for
 * the security policy to refuse. Astro highlights with Prism too, but makes a node of each token, which takes as long again.
 */
export const codeBlocks = defineHastPlugin({
  name: 'code-blocks',
  element: {
    filter: ['pre'],
    visit(pre, context) {
      const code = pre.children.find((child) => child.type === 'element')
      const language = languageOf(code?.properties['className'])
      const html = frame(context.textContent(code ?? pre), language)
      // MDX has no node for ready HTML.
      return context.fileURL?.pathname.endsWith('.mdx') === true ? parsed(html) : { type: 'raw', value: html }
    },
  },
})

function frame(code: string, language: string | undefined): string {
  if (language === undefined)
    return `<div class="code"><pre tabindex="0"><code>${escapeHtml(code)}</code></pre></div>`
  const name = escapeHtml(language)
  return `<div class="code"><pre class="language-${name}" data-language="${name}" tabindex="0"><code class="language-${name}">${highlighted(code.replace(/\n$/, ''), language)}</code></pre></div>`
}

/** Languages that Prism calls otherwise. */
const GRAMMARS: Readonly<Record<string, string>> = { console: 'shell-session' }
// What it does not know is shown without colors, which the check says.
loadLanguages.silent = true

function highlighted(code: string, name: string): string {
  const language = GRAMMARS[name] ?? name
  // Under these names the list of languages holds facts and functions of its own.
  if (language === 'meta' || typeof Prism.languages[language] === 'function' || language in {})
    return escapeHtml(code)
  if (!(language in Prism.languages)) loadLanguages(language)
  const grammar = Prism.languages[language]
  return grammar === undefined ? escapeHtml(code) : Prism.highlight(code, grammar, language)
}

/** What stands behind the fence, unless it is a language without colors. */
function languageOf(classes: unknown): string | undefined {
  if (!Array.isArray(classes)) return undefined
  const names = classes.filter((name) => typeof name === 'string')
  const language = names.find((name) => name.startsWith('language-'))?.slice('language-'.length)
  return language === undefined || PLAIN.includes(language) ? undefined : language
}

function parsed(html: string) {
  const tree = htmlToHast(html, { fragment: true })
  return 'children' in tree ? tree.children[0] : undefined
}
