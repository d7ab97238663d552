import Slugger from 'github-slugger'
import { defineHastPlugin, type HastPluginEntry } from 'satteri'
import { headingId } from '../text/heading-id.ts'

/** Headings get the ids that they name (`## Logs {#the-logs}`) or that the forge gives them, and a link to themselves that a reader can copy. */
export const headings: HastPluginEntry = () => {
  const slugger = new Slugger()
  return defineHastPlugin({
    name: 'heading-anchors',
    element: {
      filter: ['h2', 'h3', 'h4'],
      visit(heading, context) {
        // The heading above footnotes has one, which its notes refer to.
        if (heading.properties['id'] !== undefined) return
        const { text, id: own } = headingId(context.textContent(heading))
        const last = heading.children.at(-1)
        if (own !== undefined && last?.type === 'text')
          context.replaceNode(last, { type: 'text', value: headingId(last.value).text })
        const id = own ?? slugger.slug(text)
        context.setProperty(heading, 'id', id)
        // No text of its own and out of the tab order: the table of contents serves keyboards and screen readers.
        context.appendChild(heading, {
          type: 'element',
          tagName: 'a',
          properties: { className: ['anchor'], href: `#${id}`, ariaHidden: 'true', tabIndex: -1 },
          children: [],
        })
      },
    },
  })
}
