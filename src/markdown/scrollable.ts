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
        // The frame is where the script puts the button that copies: moving blocks about in the browser costs a layout each.
        context.wrapNode(pre, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['code'] },
          children: [],
        })
      },
    },
  ],
})
