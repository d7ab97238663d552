import { element, keepCurrent } from './dom.ts'
import { addDays } from '../text/dates.ts'
import { instantAt, wallTime } from './zoned-time.ts'

const MAX_ITEMS = 8
/** What an engineer looks for, however far ahead it is. */
const FIRSTS = { duty: 'Next shift', off: 'Next day off' }

/** Hides what has passed since the page was built, and shows the next few of the rest. */
class UpNext extends HTMLElement {
  connectedCallback() {
    const { zone, own } = this.dataset
    const nothing = this.querySelector('p')
    if (zone === undefined || !nothing) return
    keepCurrent((now) => {
      const today = wallTime(now, zone).date
      let shown = 0
      const firsts = new Map(own === undefined ? [] : Object.entries(FIRSTS))
      for (const old of this.querySelectorAll('b.first-of')) old.remove()
      for (const item of this.querySelectorAll('li')) {
        const isPast = (item.dataset['end'] ?? item.dataset['date'] ?? '') < today
        const first = isPast ? undefined : firsts.get(item.className)
        if (first !== undefined) {
          firsts.delete(item.className)
          item.querySelector('span')?.prepend(element('b', { className: 'first-of' }, `${first}: `))
        }
        item.hidden = isPast || (shown >= MAX_ITEMS && first === undefined)
        if (!item.hidden) shown += 1
      }
      nothing.hidden = shown > 0
      return instantAt(addDays(today, 1), '00:00', zone)
    })
  }
}

customElements.define('up-next', UpNext)
