import { element } from './dom.ts'

/** Of each set of tabs the label that was chosen last, by the set's `sync`: kept on the device, for every page. */
const KEY = 'tabs'

let sets = 0

/** Makes tabs of the parts that stand one below the other without a script. */
export function makeTabs(): void {
  for (const set of document.querySelectorAll<HTMLElement>('.tab-set')) makeSet(set, (sets += 1))
  addEventListener('hashchange', showTarget)
  // A link to where the address already leads changes nothing in it.
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href^="#"]')) setTimeout(showTarget)
  })
  showTarget()
}

const choose = new WeakMap<HTMLElement, (label: string) => void>()

function makeSet(set: HTMLElement, number: number): void {
  const parts = [...set.querySelectorAll<HTMLElement>(':scope > .tab')].map((panel, place) => {
    const name = panel.querySelector<HTMLElement>(':scope > .tab-label')
    const id = `tab-${String(number)}-${String(place + 1)}`
    const button = element('button', { type: 'button', role: 'tab', id }, name?.textContent ?? '')
    panel.id ||= `${id}-panel`
    button.setAttribute('aria-controls', panel.id)
    panel.role = 'tabpanel'
    panel.setAttribute('aria-labelledby', id)
    return { panel, button, label: button.textContent }
  })
  const list = element(
    'div',
    { role: 'tablist', className: 'no-print' },
    ...parts.map(({ button }) => button),
  )
  set.prepend(list)
  set.classList.add('made')
  const show = (label: string) => {
    const shown = parts.find((part) => part.label === label) ?? parts[0]
    for (const { panel, button } of parts) {
      const isShown = button === shown?.button
      panel.classList.toggle('off', !isShown)
      button.ariaSelected = String(isShown)
      button.tabIndex = isShown ? 0 : -1
    }
  }
  for (const { panel, label } of parts)
    choose.set(panel, () => {
      show(label)
    })
  const { sync } = set.dataset
  const pick = (label: string) => {
    if (sync === undefined) show(label)
    else {
      remember(sync, label)
      for (const other of document.querySelectorAll<HTMLElement>('.tab-set'))
        if (other.dataset['sync'] === sync) other.dispatchEvent(new CustomEvent('tab', { detail: label }))
    }
  }
  set.addEventListener('tab', (event) => {
    const label = (event as CustomEvent<string>).detail
    // A set without such a tab stays as it is.
    if (parts.some((part) => part.label === label)) show(label)
  })
  list.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest('[role=tab]') : null
    if (tab) pick(tab.textContent)
  })
  list.addEventListener('keydown', (event) => {
    const at = parts.findIndex(({ button }) => button === document.activeElement)
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: parts.length - 1 - at }[event.key]
    const next = step === undefined ? undefined : parts[(at + step + parts.length) % parts.length]
    if (!next) return
    event.preventDefault()
    pick(next.label)
    next.button.focus()
  })
  show((sync === undefined ? undefined : kept()[sync]) ?? '')
}

/** A link to a place within a tab opens it. */
function showTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const panel = target?.closest<HTMLElement>('.tab')
  if (!target || !panel?.classList.contains('off')) return
  choose.get(panel)?.('')
  target.scrollIntoView()
}

function kept(): Record<string, string | undefined> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

function remember(sync: string, label: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...kept(), [sync]: label }))
  } catch {
    // Storage is switched off: the choice holds for as long as the page is open.
  }
}
