/**
 * Opens the search over any page: Ctrl/Cmd-K, `/`, the link in the header, or a paste of more than a line into a search field.
 * All that every page loads of the search; the rest comes on first use, and without it the link leads to the search page.
 */
const trigger = document.querySelector<HTMLAnchorElement>('[data-search]')
const searchPage = document.querySelector('search-page')

function open(event: Event, text?: string): void {
  if (!trigger) return
  event.preventDefault()
  const field = searchPage?.querySelector('textarea')
  if (field) {
    field.focus()
    return
  }
  import('./modal.ts')
    .then(({ openSearch }) => openSearch(text))
    .catch(() => {
      location.assign(trigger.href)
    })
}

document.addEventListener('keydown', (event) => {
  const typing =
    event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
  const key = event.key.toLowerCase()
  const command = key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  const slash = key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
  if (command || slash) open(event)
})

trigger?.addEventListener('click', (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event)
})

// A field of one line joins the lines of a log, and its form would put them into the address.
document.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain').trim() ?? ''
  const form = event.target instanceof HTMLInputElement && event.target.form
  if (form && form.action === trigger?.href && (text.length > 120 || text.includes('\n'))) open(event, text)
})
