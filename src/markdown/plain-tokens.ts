import Prism from 'prismjs'
import type { Token, TokenStream } from 'prismjs'

/** The kinds of tokens that have a color in `src/styles/prose.css`, and its class there: a page has a thousand of them. */
const CLASSES: Readonly<Record<string, string>> = {
  comment: 'tc',
  string: 'ts',
  'attr-value': 'ts',
  inserted: 'ts',
  keyword: 'tk',
  atrule: 'tk',
  important: 'tk',
  constant: 'tv',
  deleted: 'tv',
  variable: 'tv',
  property: 'tv',
  key: 'tv',
  parameter: 'to',
}

/** An option of a command, which stays in one line: Prism knows those without a hyphen within their name alone. */
const OPTION = /(^|\s)-{1,2}(?:\w+:[+-]?)?\w+(?:[.-]\w+)*(?:=|(?=\s|$))/

/**
 * Code is highlighted without an element for what has no color, as every comma and bracket: that is almost half of all
 * tokens, and a phone lays each element out.
 */
export function keepPlainTokensAsText(): void {
  Prism.hooks.add('before-tokenize', ({ grammar }) => {
    const { parameter } = grammar
    if (parameter?.pattern?.source.startsWith('(^|\\s)-{1,2}') === true) parameter.pattern = OPTION
  })
  Prism.hooks.add('after-tokenize', (env) => {
    env.tokens = simplified(env.tokens)
  })
  Prism.hooks.add('wrap', (env) => {
    // A development server that starts again in the same process adds the hooks a second time.
    env.classes = [classOf(env.classes) ?? env.classes[0] ?? '']
  })
}

/** That of the kind itself, else of what the kind is like. */
const classOf = (kinds: readonly string[]) =>
  kinds.map((kind) => CLASSES[kind]).find((name) => name !== undefined)

function simplified(tokens: (string | Token)[]): (string | Token)[] {
  const kept: (string | Token)[] = []
  for (const token of tokens.flatMap(simplify)) {
    const last = kept.length - 1
    const before = kept[last]
    if (typeof token === 'string' && typeof before === 'string') kept[last] = before + token
    else kept.push(token)
  }
  return kept
}

/** In place, for a token is written by its own kind of object. */
function simplify(token: string | Token): (string | Token)[] {
  if (typeof token === 'string') return [token]
  const content = listOf(token.content)
  if (classOf([token.type, ...[token.alias ?? []].flat()]) === undefined) return content
  token.content = content
  return [token]
}

const listOf = (content: TokenStream) => simplified(Array.isArray(content) ? content : [content])
