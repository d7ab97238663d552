/** Light, dark or high contrast; with nothing chosen, the reader's own setting. `public/theme.js` applies it before the first paint. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector('select')
    if (!select) return
    select.value = document.documentElement.dataset['theme'] ?? ''
    select.addEventListener('change', () => {
      const theme = select.value
      document.documentElement.dataset['theme'] = theme
      try {
        if (theme) localStorage.setItem('theme', theme)
        else localStorage.removeItem('theme')
      } catch {
        // Storage is switched off: the choice holds for this page.
      }
    })
  }
}

customElements.define('theme-switch', ThemeSwitch)
