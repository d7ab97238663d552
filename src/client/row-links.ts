/**
 * A row of a decision table with one link, in its last cell, is tapped as a whole: the row is what a thumb finds. A link that
 * is laid over its row by a style sheet lies over the whole page in Safari, where no row holds what is placed in it.
 */
const ROW = 'tbody tr:has(td:last-child a):not(:has(a ~ a), :has(td:not(:last-child) a))'

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || !(event.target instanceof Element)) return
  const link = event.target.closest('.prose')
    ? event.target.closest(ROW)?.querySelector<HTMLElement>('td:last-child a')
    : undefined
  if (!link || event.target.closest('a, button, input, label, summary')) return
  // Who selects what the row quotes does not want to leave.
  if (getSelection()?.isCollapsed === false) return
  link.dispatchEvent(new MouseEvent('click', event))
})
