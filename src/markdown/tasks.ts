import { defineHastPlugin } from 'satteri'

/** The box of a task has the task's own words as its name, also before the script has made it one that can be ticked. */
export const tasks = defineHastPlugin({
  name: 'tasks',
  element: {
    filter: ['li'],
    visit(item, context) {
      const box = item.children.find(
        (child) =>
          child.type === 'element' && child.tagName === 'input' && child.properties['type'] === 'checkbox',
      )
      if (box?.type === 'element')
        context.setProperty(box, 'ariaLabel', context.textContent(item).trim().slice(0, 200))
    },
  },
})
