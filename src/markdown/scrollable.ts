import { defineHastPlugin } from 'satteri'

/** Wide tables scroll by themselves rather than the page, and what scrolls can be reached with the keyboard. */
export const scrollable = defineHastPlugin({
  name: 'scrollable',
  element: [
    {
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
    {
      filter: ['pre'],
      visit(pre, context) {
        context.setProperty(pre, 'tabIndex', 0)
      },
    },
  ],
})
