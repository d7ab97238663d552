import { element } from './dom.ts'
import { addDays, shortDate } from '../text/dates.ts'

/** Makes the year one stop for the Tab key, with arrow keys between its days, and says what is special about a day. */
export class YearGrid extends HTMLElement {
  private readonly tip = element('div', { className: 'tip', id: 'day-tip', role: 'tooltip', hidden: true })
  private current: HTMLElement | null = null

  connectedCallback() {
    this.append(this.tip)
    const days = this.querySelectorAll<HTMLElement>('.day')
    for (const day of days) day.ariaLabel = labelOf(day)
    const first =
      this.querySelector<HTMLElement>('.today') ?? [...days].find((day) => day.checkVisibility()) ?? days[0]
    if (first) this.stopAt(first)
    this.addEventListener('keydown', (event) => {
      this.move(event)
    })
    this.addEventListener('focusin', (event) => {
      this.describe(event.target)
    })
    this.addEventListener('pointerover', (event) => {
      this.describe(event.target)
    })
    for (const event of ['focusout', 'pointerleave'])
      this.addEventListener(event, () => {
        this.hide()
      })
  }

  private stopAt(day: HTMLElement) {
    if (this.current) this.current.tabIndex = -1
    day.tabIndex = 0
    this.current = day
  }

  private move(event: KeyboardEvent) {
    if (event.key === 'Escape') this.hide()
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    if (days === undefined || !this.current) return
    const next = document.getElementById(`d-${addDays(this.current.id.slice(2), days)}`)
    if (!next) return
    event.preventDefault()
    // What is over is folded: nothing that is hidden takes the focus.
    const fold = document.querySelector<HTMLInputElement>('.show-past input')
    if (fold && !next.checkVisibility()) fold.checked = true
    this.stopAt(next)
    next.focus()
  }

  private describe(target: EventTarget | null) {
    const day = target instanceof Element ? target.closest<HTMLElement>('.day') : null
    if (!day) {
      this.hide()
      return
    }
    if (day === document.activeElement) this.stopAt(day)
    const { tip } = day.dataset
    this.tip.replaceChildren(
      element('strong', {}, `${shortDate(day.id.slice(2))}: ${nameOf(day)}`),
      ...(tip ? [element('br'), tip] : []),
    )
    this.tip.hidden = false
    day.setAttribute('aria-describedby', this.tip.id)
    const { left, width, top, bottom } = day.getBoundingClientRect()
    const box = this.tip.getBoundingClientRect()
    const middle = Math.max(
      8,
      Math.min(left + width / 2 - box.width / 2, document.documentElement.clientWidth - box.width - 8),
    )
    const above = top - box.height - 6
    this.tip.style.left = `${String(middle)}px`
    this.tip.style.top = `${String(above < 8 ? bottom + 6 : above)}px`
  }

  private hide() {
    this.tip.hidden = true
    this.querySelector('[aria-describedby]')?.removeAttribute('aria-describedby')
  }
}

const LONG_DATE = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})

function nameOf(day: HTMLElement): string {
  const who = CSS.escape(day.dataset['who'] ?? '')
  return document.querySelector(`.legend [data-who="${who}"] .name`)?.textContent ?? ''
}

/** What a screen reader says of a day: "Friday 25 December: Engineer A, Christmas Day". */
function labelOf(day: HTMLElement): string {
  const date = LONG_DATE.format(new Date(`${day.id.slice(2)}T12:00Z`)).replace(',', '')
  const { tip } = day.dataset
  return `${date}: ${nameOf(day)}${tip ? `, ${tip}` : ''}`
}
