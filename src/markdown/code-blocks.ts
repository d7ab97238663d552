import Prism from 'prismjs'
import loadLanguages from 'prismjs/components/index.js'
import { defineHastPlugin, htmlToHast, type HastPluginEntry } from 'satteri'
import { escapeHtml } from '../text/html.ts'
import { sessionLines } from '../text/prompts.ts'
import { codeFrame } from './code-frame.ts'
import { inLines } from './code-lines.ts'
import { drawing } from './drawing.ts'
import { keepPlainTokensAsText } from './plain-tokens.ts'

/** Languages that are shown as they are. */
const PLAIN = ['text', 'plaintext', 'txt']

keepPlainTokensAsText()

/**
 * Code is highlighted, can be reached with the keyboard, and has a frame with a line above it: what the block is, and the
 * place where the script puts the button that copies. Moving blocks about in the browser costs a layout each. Prism marks
 * tokens with classes: no inline styles for the security policy to refuse. Astro highlights with Prism too, but makes a
 * node of each token, which takes as long again.
 */
export const codeBlocks: HastPluginEntry = () => {
  let drawings = 0
  return defineHastPlugin({
    name: 'code-blocks',
    element: {
      filter: ['pre'],
      visit(pre, context) {
        const code = pre.children.find((child) => child.type === 'element')
        const language = languageOf(code?.properties['className'])
        const text = context.textContent(code ?? pre)
        const drawn = language === 'mermaid' ? drawing(text, `drawing-${String((drawings += 1))}`) : undefined
        const html = drawn ?? frame(text, language, metaOf(code?.data))
        // MDX has no node for ready HTML.
        return context.fileURL?.pathname.endsWith('.mdx') === true
          ? parsed(html)
          : { type: 'raw', value: html }
      },
    },
  })
}

function frame(code: string, language: string | undefined, meta: string | undefined): string {
  const { use, label } = codeFrame(language, meta, code)
  const name = language === undefined ? '' : escapeHtml(language)
  const classes = name === '' ? '' : ` class="language-${name}"`
  const text = code.replace(/\n$/, '')
  const html = use === 'command' ? session(text, language) : colored(text, language)
  return (
    `<div class="code ${use}"><div class="code-head"><span>${escapeHtml(label)}</span></div>` +
    `<pre${classes} tabindex="0"><code>${inLines(html)}</code></pre>${unfolding(text)}</div>`
  )
}

/** Lines of a block that a phone shows as it is: a longer one would push the answer and the next step off the screen. */
const SHORT = 16

/** What shows the rest of a long block; a style sheet folds it where the screen is narrow, with no script. */
function unfolding(text: string): string {
  const count = text.split('\n').length
  return count <= SHORT
    ? ''
    : `<details class="more no-print" data-pagefind-ignore><summary>All ${String(count)} lines</summary></details>`
}

/** Of a recorded session the prompts are marked: who selects by hand does not copy them. */
function session(text: string, language: string | undefined): string {
  const lines = sessionLines(text, language ?? '')
  if (!lines) return colored(text, language)
  const shell = language === undefined || GRAMMARS[language] !== undefined ? 'bash' : language
  return text
    .split('\n')
    .map((line, place) => {
      const { prompt = 0, isTyped = false } = lines[place] ?? {}
      if (!isTyped) return escapeHtml(line)
      const mark = prompt === 0 ? '' : `<span class="prompt">${escapeHtml(line.slice(0, prompt))}</span>`
      return mark + colored(line.slice(prompt), shell)
    })
    .join('\n')
}

function colored(text: string, language: string | undefined): string {
  return language === undefined || PLAIN.includes(language) ? escapeHtml(text) : highlighted(text, language)
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

/** The word behind the fence, if it can be the name of a language: it becomes a class. */
function languageOf(classes: unknown): string | undefined {
  if (!Array.isArray(classes)) return undefined
  const names = classes.filter((name) => typeof name === 'string')
  const language = names.find((name) => name.startsWith('language-'))?.slice('language-'.length)
  return language !== undefined && /^[\w+#.-]{1,40}$/.test(language) ? language : undefined
}

/** The rest of the fence's line. */
function metaOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('meta' in data)) return undefined
  return typeof data.meta === 'string' ? data.meta : undefined
}

function parsed(html: string) {
  const tree = htmlToHast(html, { fragment: true })
  return 'children' in tree ? tree.children[0] : undefined
}
