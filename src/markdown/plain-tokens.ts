import Prism from 'prismjs'
import type { Token, TokenStream } from 'prismjs'

/** Kinds of tokens that have no color of their own in `src/styles/prose.css`. */
const PLAIN = new Set(['punctuation', 'operator', 'number', 'boolean', 'builtin', 'function'])

/**
 * Code is highlighted without an element for every comma and bracket: they are almost half of all tokens, and a phone
 * lays each element out.
 */
export function keepPlainTokensAsText(): void {
  Prism.hooks.add('after-tokenize', (env) => {
    env.tokens = simplified(env.tokens)
  })
}

function simplified(tokens: (string | Token)[]): (string | Token)[] {
  const kept: (string | Token)[] = []
  for (const token of tokens) {
    const plain = typeof token === 'string' ? token : simplify(token)
    const last = kept.length - 1
    const before = kept[last]
    if (typeof plain === 'string' && typeof before === 'string') kept[last] = before + plain
    else kept.push(plain)
  }
  return kept
}

/** In place, for a token is written by its own kind of object. */
function simplify(token: Token): string | Token {
  if (PLAIN.has(token.type) && typeof token.content === 'string') return token.content
  token.content = within(token.content)
  return token
}

function within(content: TokenStream): TokenStream {
  if (Array.isArray(content)) return simplified(content)
  return typeof content === 'string' ? content : simplify(content)
}
