import { nodesOf } from '../../read/body.ts'
import type { Rule } from './rule.ts'

/** Elements that help in a runbook and can do no harm. */
const ALLOWED = new Set(
  (
    'abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ' +
    'ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot ' +
    'th thead time tr u ul var wbr'
  ).split(' '),
)

/** What Markdown has a form for, which the check can follow. */
const MARKDOWN: Readonly<Record<string, string>> = { a: '[text](target)', img: '![what it shows](file)' }

export const html: Rule = {
  id: 'html',
  severity: 'error',
  reason:
    'A placeholder such as <topic> is an HTML element to a browser: it vanishes from the command around it. Scripts and forms do not belong into content.',
  fix: 'Put it into backticks, or write \\<.',
  *check({ pages }) {
    // Where MDX does not parse, its own rule tells what it takes for elements.
    const readable = pages.filter(({ failure }) => !failure)
    for (const { document, node, start } of nodesOf(
      readable,
      'html',
      'mdxJsxFlowElement',
      'mdxJsxTextElement',
    )) {
      const name = node.type === 'html' ? tagName(node.value) : elementName(node.name)
      if (name === undefined || ALLOWED.has(name.toLowerCase())) continue
      const markdown = MARKDOWN[name.toLowerCase()]
      if (markdown !== undefined) {
        yield {
          document,
          at: start,
          message: `Nobody checks where <${name}> leads`,
          hint: `Write it in Markdown: ${markdown}`,
        }
        continue
      }
      yield {
        document,
        at: start,
        message: `<${name}> is read as HTML and would not be shown`,
        hint: `If it is a placeholder, put it into backticks: \`<${name}>\``,
      }
    }
  },
}

function tagName(code: string): string | undefined {
  return /^<([A-Za-z][\w-]*)/.exec(code.trim())?.[1]
}

/** Names with a capital are components, which mdx-component is about. */
function elementName(name: string | null): string | undefined {
  return name !== null && /^[a-z][a-z0-9-]*$/.test(name) ? name : undefined
}
