import { element, keepCurrent } from './dom.ts'
import { dutyDate } from './duty-date.ts'
import { YearGrid } from './year-grid.ts'
import { instantAt } from './zoned-time.ts'
import { addDays } from '../text/dates.ts'

/** Marks today, and shows one engineer where the legend or the address asks for it (`?engineer=engineer-a`). */
class CalendarPage extends HTMLElement {
  connectedCallback() {
    this.markToday()
    this.addEventListener('click', (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.legend a') : null
      if (!link) return
      event.preventDefault()
      const who = link.dataset['who']
      if (who === undefined) this.goToToday()
      else this.choose(who === asked() ? null : who)
    })
    window.addEventListener('popstate', () => {
      this.show(asked())
    })
    this.show(asked())
    if (location.hash === '#today') this.goToToday()
  }

  private choose(who: string | null) {
    const address = new URL(location.href)
    if (who === null) address.searchParams.delete('engineer')
    else address.searchParams.set('engineer', who)
    history.pushState(null, '', address)
    this.show(who)
  }

  private show(who: string | null) {
    this.classList.toggle('one', who !== null)
    for (const marked of this.querySelectorAll<HTMLElement>('[data-who]')) {
      const isChosen = marked.dataset['who'] === who
      marked.classList.toggle('chosen', isChosen)
      if (marked.tagName === 'A') marked.ariaCurrent = isChosen ? 'true' : null
    }
  }

  private markToday() {
    const { zone, handoff } = this.dataset
    if (zone === undefined || handoff === undefined) return
    keepCurrent((now) => {
      const today = dutyDate(now, zone, handoff)
      for (const old of this.querySelectorAll('.today')) {
        old.classList.remove('today')
        old.ariaCurrent = null
        old.querySelector('.today-label')?.remove()
      }
      const cell = document.getElementById(`d-${today}`)
      if (cell) {
        cell.classList.add('today')
        cell.ariaCurrent = 'date'
      }
      const week = [...this.querySelectorAll<HTMLElement>('[data-start]')].findLast(
        (item) => (item.dataset['start'] ?? '') <= today && today < addDays(item.dataset['start'] ?? '', 7),
      )
      if (week) {
        week.classList.add('today')
        week.ariaCurrent = 'date'
        week.append(element('span', { className: 'today-label state on' }, 'This week'))
      }
      return instantAt(addDays(today, 1), handoff, zone)
    })
  }

  private goToToday() {
    const today = this.querySelector<HTMLElement>('td.today') ?? this.querySelector<HTMLElement>('td.day')
    today?.focus()
    today?.scrollIntoView({ block: 'center' })
  }
}

const asked = () => new URLSearchParams(location.search).get('engineer')

// The page first: it marks today, which is where the grid has its place in the tab order.
customElements.define('calendar-page', CalendarPage)
customElements.define('year-grid', YearGrid)
