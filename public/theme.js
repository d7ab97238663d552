// Before the first paint; src/layouts/site.ts says why.
const root = document.documentElement
try {
  root.dataset.theme = localStorage.theme ?? ''
  root.dataset.wrap = localStorage.wrap ?? ''
  root.dataset.keys = localStorage.keys ?? ''
  if (localStorage.incident) root.dataset.incident = ''
} catch {}
root.classList.add('js')

const early = (event) => {
  const { target, type, key } = event
  const dialog = document.querySelector('body:not(:has(search-page)) #search')
  if ('ready' in root.dataset || event.ctrlKey || event.metaKey) return
  const tapped = type === 'click' && target.closest('[data-start], [data-search]')
  if (tapped && tapped.dataset.start) {
    tapped.disabled = true
    root.tapped = tapped
  } else if (dialog && (tapped || (key === '/' && root.dataset.keys !== 'off' && target === document.body))) {
    event.preventDefault()
    dialog.showModal()
  }
}
addEventListener('click', early)
addEventListener('keydown', early)
