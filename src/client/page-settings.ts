import { setting } from './setting.ts'

const root = document.documentElement

/** What a reader sets once on this device: colors, wrapped code, shortcuts. `public/theme.js` applies it before the first paint. */
class PageSettings extends HTMLElement {
  connectedCallback() {
    const theme = this.querySelector('select')
    if (theme) theme.value = root.dataset['theme'] ?? ''
    for (const box of this.querySelectorAll('input')) box.checked = setting(box.name) !== 'off'
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) keep('theme', target.value)
      else if (target instanceof HTMLInputElement) keep(target.name, target.checked ? '' : 'off')
    })
  }
}

function keep(name: string, value: string): void {
  root.dataset[name] = value
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

customElements.define('page-settings', PageSettings)
