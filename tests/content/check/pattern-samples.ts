import fc from 'fast-check'

/** Texts that a pattern matches, with something before and after them; its assertions are left to chance. */
export function samplesOf({ source }: RegExp, { count, seed }: { count: number; seed: number }): string[] {
  const plain = withoutAssertions(source)
  const core = fc.stringMatching(new RegExp(`^(?:${plain})$`), { size: 'small' })
  const around = fc.constantFrom('', ' ', '\n', '"', '| ', '\t', 'x ', '://')
  const text = fc.tuple(around, core, around).map((parts) => parts.join(''))
  return fc.sample(text, { numRuns: count, seed })
}

function withoutAssertions(source: string): string {
  let text = source
    // What a number refers to is written out.
    .replace(String.raw`(\w[\w.-]{2,60})`, '(token)')
    .replace(String.raw`\1`, 'token')
    .replace(/\\[bB]/g, '')
    .replace(/\^\|/g, '')
  for (let at = nextAssertion(text); at >= 0; at = nextAssertion(text))
    text = text.slice(0, at) + text.slice(endOfGroup(text, at))
  return text
}

function nextAssertion(source: string): number {
  return source.search(/\(\?(?:[=!]|<[=!])/)
}

function endOfGroup(source: string, start: number): number {
  let depth = 0
  let isClass = false
  for (let at = start; at < source.length; at++) {
    const character = source.charAt(at)
    if (character === '\\') at++
    else if (isClass) isClass = character !== ']'
    else if (character === '[') isClass = true
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at + 1
  }
  return source.length
}
