import type { Rule } from './rule.ts'

/** Elements that help in a runbook and can do no harm. */
const ALLOWED = new Set(
  (
    'a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ' +
    'img ins kbd li mark ol p picture pre q rp rt ruby s samp small source span strong sub summary sup table tbody td tfoot ' +
    'th thead time tr u ul var wbr'
  ).split(' '),
)

export const html: Rule = {
  id: 'html',
  severity: 'error',
  reason:
    'A placeholder such as <topic> is an HTML element to a browser: it vanishes from the command around it. Scripts and forms do not belong into content.',
  mend: 'Put it into backticks, or write \\<.',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        const name = elementName(node)
        if (name === undefined || ALLOWED.has(name.toLowerCase())) continue
        yield {
          document,
          at: start,
          message: `<${name}> is read as HTML and would not be shown`,
          hint: `If it is a placeholder, put it into backticks: \`<${name}>\``,
        }
      }
    }
  },
}

function elementName(node: { type: string; value?: unknown; name?: unknown }): string | undefined {
  if (node.type === 'html' && typeof node.value === 'string')
    return /^<([A-Za-z][\w-]*)/.exec(node.value.trim())?.[1]
  // Names with a capital are components, which mdx-component is about.
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
  return isElement && typeof node.name === 'string' && /^[a-z][a-z0-9-]*$/.test(node.name)
    ? node.name
    : undefined
}
