import { element } from './dom.ts'
import { readerTime } from './zoned-time.ts'

/** Says that a review is overdue; the page may be older than the day on which it fell due. */
class ReviewState extends HTMLElement {
  connectedCallback() {
    const due = this.dataset['due']
    if (due === undefined) return
    const today = readerTime(Date.now()).date
    const days = Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000)
    if (days > 0) {
      const text = days === 1 ? 'overdue by a day' : `overdue by ${String(days)} days`
      this.append(' ', element('span', { className: 'state late' }, text))
    }
  }
}

customElements.define('review-state', ReviewState)
