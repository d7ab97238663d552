import { setting } from './setting.ts'

const root = document.documentElement

/** What a reader sets once on this device: colors, wrapped code, shortcuts. `public/theme.js` applies it before the first paint. */
class PageSettings extends HTMLElement {
  connectedCallback() {
    // This loads after the page: what differs from the page as it was written has been chosen in between.
    const theme = this.querySelector('select')
    if (theme?.value) keepTheme(theme)
    else if (theme) theme.value = root.dataset['theme'] ?? ''
    for (const box of this.querySelectorAll('input')) {
      if (box.checked !== box.defaultChecked) keepBox(box)
      else box.checked = setting(box.name) !== 'off'
    }
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) keepTheme(target)
      else if (target instanceof HTMLInputElement) keepBox(target)
    })
  }
}

function keepTheme(select: HTMLSelectElement): void {
  keep('theme', select.value)
}

function keepBox(box: HTMLInputElement): void {
  keep(box.name, box.checked ? '' : 'off')
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
