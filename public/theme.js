// Before the first paint, so that a chosen theme never flashes. See src/client/theme-switch.ts.
try {
  document.documentElement.dataset.theme = localStorage.theme ?? ''
} catch {}
document.documentElement.classList.add('js')
