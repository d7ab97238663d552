import { element, keepCurrent } from './dom.ts'
import { addDays } from '../text/dates.ts'
import { instantAt, wallTime } from './zoned-time.ts'

const MAX_ITEMS = 8
/** What an engineer looks for, however far ahead it is. */
const FIRSTS = { duty: 'Next shift', off: 'Next day off' }

/** Hides what has passed since the page was built, says what is now and what is next, and shows the next few of the rest. */
class UpNext extends HTMLElement {
  connectedCallback() {
    const { zone, own } = this.dataset
    const nothing = this.querySelector('p')
    if (zone === undefined || !nothing) return
    keepCurrent((now) => {
      const { date: today, time } = wallTime(now, zone)
      const wall = `${today}T${time}`
      const tomorrow = addDays(today, 1)
      const changes = [`${tomorrow}T00:00`]
      let shown = 0
      const firsts = new Map(own === undefined ? [] : Object.entries(FIRSTS))
      for (const old of this.querySelectorAll('b.first-of')) old.remove()
      for (const item of this.querySelectorAll('li')) {
        const { date = '', start = date, end = date } = item.dataset
        changes.push(...[start, end].filter((each) => each > wall && each < tomorrow))
        // A day, which has no time, is past when it is over.
        const isPast = end.length > today.length ? end <= wall : end < today
        const isNow = firsts.has('duty') && item.className === 'duty' && start <= wall
        const first = isPast ? undefined : isNow ? 'Now' : firsts.get(item.className)
        if (!isNow && first !== undefined) firsts.delete(item.className)
        if (first !== undefined)
          item.querySelector('span')?.prepend(element('b', { className: 'first-of' }, `${first}: `))
        item.hidden = isPast || (shown >= MAX_ITEMS && first === undefined)
        if (!item.hidden) shown += 1
      }
      nothing.hidden = shown > 0
      const next = changes.reduce((one, other) => (other < one ? other : one))
      return instantAt(next.slice(0, 10), next.slice(11), zone)
    })
  }
}

customElements.define('up-next', UpNext)
