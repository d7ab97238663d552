import { defineHastPlugin, type HastPluginEntry } from 'satteri'
import { headingAnchors, headingId } from '../text/heading-id.ts'

/** Sections of an issue that say what is going on or why; in all others, a heading of the third level is a step to be done. */
const NOT_WALKED = new Set(['symptoms', 'prevent', 'background'])

/**
 * Headings get the ids that they name (`## Logs {#the-logs}`) or that the forge gives them. The steps of an issue are marked, so that there is room for their boxes
 * before the script has put them there.
 */
export const headings: HastPluginEntry = () => {
  const anchorOf = headingAnchors()
  let isWalked = false
  return defineHastPlugin({
    name: 'heading-ids',
    element: {
      filter: ['h2', 'h3', 'h4'],
      visit(heading, context) {
        // The heading above footnotes has one, which its notes refer to.
        if (heading.properties['id'] !== undefined) return
        const named = headingId(context.textContent(heading))
        const last = heading.children.at(-1)
        if (named.id !== undefined && last?.type === 'text')
          context.replaceNode(last, { type: 'text', value: headingId(last.value).text })
        const id = anchorOf(named)
        context.setProperty(heading, 'id', id)
        if (heading.tagName === 'h2') isWalked = !NOT_WALKED.has(id)
        const isIssue = /\/issues\/[^/]+$|\/issues\//.test(context.fileURL?.pathname ?? '')
        if (heading.tagName === 'h3' && isWalked && isIssue)
          context.setProperty(heading, 'className', ['step-head'])
      },
    },
  })
}
