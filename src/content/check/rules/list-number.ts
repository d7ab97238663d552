import { nodesOf, type Page } from '../../read/body.ts'
import type { Mistake, PageRule } from './rule.ts'

export const listNumber: PageRule = {
  id: 'list-number',
  severity: 'error',
  reason: 'The site counts the items by itself: a step that the text calls 3 would be shown as 2.',
  fix: 'Number the items one after the other, or all of them 1.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      yield* linesIn(page)
      for (const { document, node, start, end } of nodesOf([page], 'list')) {
        if (node.ordered !== true) continue
        const items = [...nodesOf([page], 'listItem')].filter(
          (item) => item.start >= start && item.end <= end && node.children.includes(item.node),
        )
        const numbers = items.map((item) =>
          Number(/^\d+/.exec(document.text.slice(item.start, item.end))?.[0]),
        )
        const [first = 1] = numbers
        if (numbers.every((number) => number === first)) continue
        const wrong = numbers.findIndex((number, index) => number !== first + index)
        const item = items[wrong]
        if (!item) continue
        yield {
          document,
          at: item.start,
          message: `The item is numbered ${String(numbers[wrong])}, and would be shown as ${String(first + wrong)}`,
          hint: `Write ${String(first + wrong)}. or number all of them 1.`,
        }
      }
    }
  },
}

/** Two lines of a paragraph that are numbered one after the other, and not from 1: only a list from 1 may follow text directly. */
const LINES = /^.*\S.*\n[ \t]*(\d{1,2})[.)][ \t]+\S.*\n(?:.*\n)?[ \t]*(\d{1,2})[.)][ \t]+\S/m

function* linesIn(page: Page): Generator<Mistake> {
  for (const { document, start, end } of nodesOf([page], 'paragraph')) {
    const found = LINES.exec(document.text.slice(start, end))
    if (!found || Number(found[2]) !== Number(found[1]) + 1) continue
    yield {
      document,
      at: start + found.index + found[0].indexOf('\n') + 1,
      message: 'These numbered lines run together in one paragraph',
      hint: 'Put an empty line above the first.',
    }
  }
}
