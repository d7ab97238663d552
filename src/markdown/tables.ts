import { defineHastPlugin } from 'satteri'

/** Wide tables scroll by themselves rather than the page, and can be reached with the keyboard. */
export const tables = defineHastPlugin({
  name: 'tables',
  element: {
    filter: ['table'],
    visit(table, context) {
      context.wrapNode(table, {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], tabIndex: 0 },
        children: [],
      })
    },
  },
})
