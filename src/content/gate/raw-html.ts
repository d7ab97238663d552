import { attributeProblem } from './attribute-check.ts'
import type { GateContext } from './context.ts'
import { MARKDOWN_FORM } from './elements.ts'
import { htmlTokens, type HtmlToken } from './html-tokens.ts'
import { elementRule } from './nesting.ts'

/**
 * Checks the raw HTML of a node of Markdown, token by token.
 *
 * @param start where the node begins in the source
 */
export function checkRawHtml(html: string, start: number, context: GateContext): void {
  let from = start
  for (const token of htmlTokens(html)) {
    const written = html.slice(token.start, token.end)
    // In a quotation or a list the source has marks between the lines that the node's text has not.
    const found = token.start === 0 ? start : context.source.indexOf(written.split('\n', 1)[0] ?? '', from)
    const at = found < 0 || found > start + html.length * 4 + 1000 ? start : found
    if (token.type !== 'text') from = at
    checkToken(token, written, at, context)
  }
}

function checkToken(token: HtmlToken, written: string, at: number, context: GateContext): void {
  const { nesting } = context
  switch (token.type) {
    case 'comment':
      return
    case 'text': {
      if (token.value.trim() === '') return
      const holder = nesting.refusesText()
      if (holder !== undefined)
        context.report(
          'html',
          at,
          `<${holder}> cannot hold text itself`,
          'Put the text into a cell or an item.',
        )
      return
    }
    case 'other':
      context.report(
        'html',
        at,
        `"${shortened(written)}" is no element that a browser knows how to end`,
        'Delete it, or put it into backticks.',
      )
      return
    case 'start':
      startTag(token.name, token.attributes, at, context)
      return
    case 'end':
      endTag(token.name, at, context)
      return
  }
}

function startTag(
  name: string,
  attributes: readonly { name: string; value: string }[],
  at: number,
  context: GateContext,
): void {
  const rule = elementRule(name)
  if (rule === undefined) {
    refuse(name, at, context)
    return
  }
  const misplaced = context.nesting.misplaced(name, rule)
  if (misplaced !== undefined) context.report('html', at, misplaced, placeHint(name))
  const problem = attributeProblem(name, attributes, rule.attributes)
  if (problem) context.report('html', at, problem.message, problem.hint)
  if (rule.holds !== 'nothing') context.nesting.open(name, rule.holds, at)
}

/** Says of an element or component that it is not on the list. */
export function refuse(name: string, at: number, context: GateContext): void {
  context.refused.add(name.toLowerCase())
  const form = Object.hasOwn(MARKDOWN_FORM, name.toLowerCase())
    ? MARKDOWN_FORM[name.toLowerCase()]
    : undefined
  if (form !== undefined)
    context.report('html', at, `Nobody checks where <${name}> leads`, `Write it in Markdown: ${form}`)
  else
    context.report(
      'html',
      at,
      `<${name}> is read as HTML and would not be shown`,
      `If it is a placeholder, put it into backticks: \`<${name}>\``,
    )
}

/** What to do with an element in a wrong place. */
export function placeHint(name: string): string {
  return `Put <${name}> on a line of its own, or where it belongs.`
}

function endTag(name: string, at: number, context: GateContext): void {
  if (context.refused.has(name)) return
  const rule = elementRule(name)
  if (rule === undefined || rule.holds === 'nothing') {
    context.report(
      'html',
      at,
      `</${name}> closes nothing that may be open`,
      'Delete it, or put it into backticks.',
    )
    return
  }
  if (context.nesting.close(name)) return
  if (!context.nesting.isOpen(name)) {
    context.report('html', at, `</${name}> closes nothing that is open here`, 'Delete it, or open it before.')
    return
  }
  for (const left of context.nesting.closeUpTo(name)) reportUnclosed(left, context)
}

/** Says of an element that it is never closed. */
export function reportUnclosed({ name, start }: { name: string; start: number }, context: GateContext): void {
  context.report('unclosed-html', start, `<${name}> is never closed`, `Put </${name}> where it ends.`)
}

const MAX_SHOWN = 40

function shortened(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line
}
