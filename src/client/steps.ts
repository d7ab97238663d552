import { element } from './reader.ts'

/**
 * Steps that can be ticked off. Ticks are kept on this device for one incident: the page and the "started at" of its
 * address. Without a start they belong to the incident at hand, until they are cleared.
 */
const KEEP_FOR = 30 * 86_400_000
const PREFIX = 'steps:'

interface Ticks {
  saved: number
  done: string[]
}

for (const prose of document.querySelectorAll<HTMLElement>('[data-steps]')) {
  const page = prose.dataset['steps'] ?? ''
  const boxes = new Map<string, HTMLInputElement>()
  let section = ''
  let count = 0
  for (const child of prose.children) {
    if (child.tagName === 'H2') {
      section = child.id
      count = 0
    } else if (child.tagName === 'OL') {
      for (const step of child.children) {
        count += 1
        const box = element('input', { type: 'checkbox', className: 'tick' })
        box.ariaLabel = `Step ${String(count)} of ${section} is done`
        step.prepend(box)
        boxes.set(`${section}-${String(count)}`, box)
      }
    }
  }
  if (boxes.size === 0) continue

  const clear = element('button', { type: 'button', className: 'small' }, 'Clear the ticks')
  const key = () => PREFIX + page + (new URLSearchParams(location.search).get('started') ?? '')
  const show = () => {
    const done = new Set(read(key())?.done)
    for (const [id, box] of boxes) box.checked = done.has(id)
    clear.hidden = done.size === 0
  }
  const save = () => {
    const done = [...boxes].filter(([, box]) => box.checked).map(([id]) => id)
    write(key(), done.length > 0 ? { saved: Date.now(), done } : undefined)
    clear.hidden = done.length === 0
  }
  clear.addEventListener('click', () => {
    for (const box of boxes.values()) box.checked = false
    save()
  })
  prose.addEventListener('change', save)
  document.addEventListener('incident', show)
  prose.append(element('p', { className: 'ticks no-print' }, clear))
  forgetOld()
  show()
}

function read(key: string): Ticks | undefined {
  try {
    const text = localStorage.getItem(key)
    // Only this module writes under its prefix.
    return text === null ? undefined : (JSON.parse(text) as Ticks)
  } catch {
    return undefined
  }
}

function write(key: string, ticks: Ticks | undefined): void {
  try {
    if (ticks) localStorage.setItem(key, JSON.stringify(ticks))
    else localStorage.removeItem(key)
  } catch {
    // Storage is switched off: the ticks hold for as long as the page is open.
  }
}

function forgetOld(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && (read(key)?.saved ?? 0) < Date.now() - KEEP_FOR)
        localStorage.removeItem(key)
    }
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}
