// Before the first paint, so that a chosen theme never flashes and an incident's bar moves nothing. See
// src/client/page-settings.ts and src/client/incident/store.ts.
const root = document.documentElement
try {
  root.dataset.theme = localStorage.theme ?? ''
  root.dataset.wrap = localStorage.wrap ?? ''
  if (localStorage.incident) root.dataset.incident = ''
} catch {}
root.classList.add('js')
