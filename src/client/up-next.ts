import { keepCurrent } from './dom.ts'
import { addDays } from '../text/dates.ts'
import { instantAt, wallTime } from './zoned-time.ts'

const MAX_ITEMS = 8

/** Hides what has passed since the page was built, and shows the next few of the rest. */
class UpNext extends HTMLElement {
  connectedCallback() {
    const { zone } = this.dataset
    const nothing = this.querySelector('p')
    if (zone === undefined || !nothing) return
    keepCurrent((now) => {
      const today = wallTime(now, zone).date
      let shown = 0
      for (const item of this.querySelectorAll('li')) {
        item.hidden = (item.dataset['end'] ?? item.dataset['date'] ?? '') < today || shown >= MAX_ITEMS
        if (!item.hidden) shown += 1
      }
      nothing.hidden = shown > 0
      return instantAt(addDays(today, 1), '00:00', zone)
    })
  }
}

customElements.define('up-next', UpNext)
