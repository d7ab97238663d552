// Before the first paint, so that a chosen theme never flashes and an incident's bar moves nothing. See
// src/client/page-settings.ts and src/client/incident/store.ts.
const root = document.documentElement
try {
  root.dataset.theme = localStorage.theme ?? ''
  root.dataset.wrap = localStorage.wrap ?? ''
  root.dataset.keys = localStorage.keys ?? ''
  if (localStorage.incident) root.dataset.incident = ''
} catch {}
root.classList.add('js')

// Before the scripts have come over a slow network: the search opens and takes letters, and a start that was tapped is kept
// for src/layouts/site.ts.
const early = (event) => {
  const { target, type, key } = event
  if (root.dataset.ready !== undefined || event.ctrlKey || event.metaKey) return
  const tapped = type === 'click' && target.closest('[data-start], [data-search]')
  const dialog = document.querySelector('#search')
  if (tapped && tapped.dataset.start) {
    tapped.disabled = true
    root.tapped = tapped
  } else if (
    dialog &&
    (tapped || (key === '/' && root.dataset.keys !== 'off' && target === document.body)) &&
    !document.querySelector('search-page')
  ) {
    event.preventDefault()
    dialog.showModal()
  }
}
addEventListener('click', early)
addEventListener('keydown', early)
