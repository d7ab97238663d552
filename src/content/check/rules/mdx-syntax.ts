import type { Mistake, PageRule } from './rule.ts'

export const mdxSyntax: PageRule = {
  id: 'mdx-syntax',
  severity: 'error',
  reason: 'MDX that does not parse stops the build.',
  fix: 'Put text that contains < or { into backticks, or write \\< and \\{.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, failure } of pages) {
      if (failure) yield { document, ...inPlainWords(document.text, failure.offset, failure.message) }
    }
  },
}

type Told = Omit<Mistake, 'document'>

/** The parser speaks of tags and expressions; what people wrote is a sign in a sentence. */
function inPlainWords(text: string, offset: number, message: string): Told {
  const here = text.slice(offset)
  const unclosed = /^Expected a closing tag for `<([^`>]+)>`/.exec(message)?.[1]
  const link = /^<((?:https?:\/\/|[\w.+-]+@)[^>\s]+)>/.exec(here)?.[1]
  if (here.startsWith('<!--')) {
    return {
      at: offset,
      message: 'MDX does not allow comments of HTML',
      hint: 'Write {/* … */} instead of <!-- … -->, or delete it.',
    }
  }
  if (link !== undefined) {
    const target = link.includes('://') ? link : `mailto:${link}`
    return {
      at: offset,
      message: 'MDX does not allow an address between < and >',
      hint: `Write [${link}](${target})`,
    }
  }
  if (unclosed !== undefined) {
    const isVoid = /^(?:br|hr|img|wbr|source|col)$/.test(unclosed)
    return {
      at: offset,
      message: `<${unclosed}> is never closed`,
      hint: isVoid
        ? `Write <${unclosed} />`
        : `Write </${unclosed}> after it; if it is a placeholder, put it into backticks: \`<${unclosed}>\``,
    }
  }
  if (here.startsWith('</')) {
    const tag = /^<\/[^>]*>/.exec(here)?.[0] ?? '</'
    return {
      at: offset,
      message: `${tag} closes nothing that is open`,
      hint: 'Delete it, or open it before.',
    }
  }
  if (here.startsWith('<')) {
    return {
      at: offset,
      message: 'MDX takes this < for the beginning of an element',
      hint: 'Write \\< for the sign, or put the text around it into backticks.',
    }
  }
  if (/expression/.test(message)) {
    return {
      at: Math.max(0, text.lastIndexOf('{', offset)),
      message: 'MDX takes this { for the beginning of code',
      hint: 'Write \\{ for the sign, or put the text around it into backticks.',
    }
  }
  return { at: offset, message: `The MDX does not parse: ${withoutAsides(message)}` }
}

/** The parser's asides: links to explain, its own code, and places that it counts from the start of the body. */
function withoutAsides(message: string): string {
  return message
    .replace(/ \(note: .*$/s, '')
    .replace(/ \(mdx[\w:-]*\)$/, '')
    .replace(/ \(\d+:\d+\)/g, '')
    .replace(/\.$/, '')
}
