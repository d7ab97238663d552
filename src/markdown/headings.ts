import Slugger from 'github-slugger'
import { defineHastPlugin, type HastPluginEntry } from 'satteri'

/** Headings get the ids that the forge gives them, and a link to themselves that a reader can copy. */
export const headings: HastPluginEntry = () => {
  const slugger = new Slugger()
  return defineHastPlugin({
    name: 'heading-anchors',
    element: {
      filter: ['h2', 'h3', 'h4'],
      visit(heading, context) {
        // The heading above footnotes has one, which its notes refer to.
        if (heading.properties['id'] !== undefined) return
        const id = slugger.slug(context.textContent(heading))
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
