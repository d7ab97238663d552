// Runs before the first paint, so that a chosen theme never flashes; the rest is in src/client/theme-switch.ts.
try {
  const theme = localStorage.getItem('theme')
  if (theme) document.documentElement.dataset.theme = theme
} catch {
  // Storage is switched off: the reader's own setting applies.
}
document.documentElement.classList.add('js')
