import { element, whenForBoth } from './dom.ts'
import { deadlines } from './deadlines.ts'
import { readerTime } from './zoned-time.ts'

/**
 * "Started at" turns the SLA into deadlines. The time is kept in the address as an instant (`?started=2026-11-22T03:10Z`),
 * so that a link to an incident says the same to everyone who opens it.
 */
class SlaDeadline extends HTMLElement {
  connectedCallback() {
    const { available, resolved, due, zone } = this.dataset
    const details = this.querySelector('details')
    if (zone === undefined || !details) return
    const input = element('input', { type: 'datetime-local', id: 'started' })
    const now = element('button', { type: 'button' }, 'Now')
    const label = element(
      'label',
      { htmlFor: 'started', className: 'small' },
      'The incident started at (your time)',
    )
    details.append(
      element('div', { className: 'stack-s' }, label, element('div', { className: 'row' }, input, now)),
    )

    const words = new Map(
      [...this.querySelectorAll<HTMLElement>('[data-part]')].map((part) => [part, part.textContent]),
    )
    const show = () => {
      const started = startedAt()
      if (started !== undefined) {
        const { date, time } = readerTime(started)
        input.value = `${date}T${time}`
        details.open = true
      }
      const times = started === undefined ? undefined : deadlines(started, { available, resolved, due }, zone)
      for (const [part, text] of words) {
        const instant = times?.[part.dataset['part'] as 'available' | 'resolved' | 'due']
        part.replaceChildren(text)
        if (instant === undefined) continue
        const late = instant < Date.now()
        part.append(
          element('br'),
          element(
            'strong',
            { className: late ? 'state late' : '' },
            `${late ? 'was ' : ''}by ${whenForBoth(instant, zone)}`,
          ),
        )
      }
    }
    const start = (instant: number) => {
      const address = new URL(location.href)
      address.searchParams.set('started', `${new Date(instant).toISOString().slice(0, 16)}Z`)
      history.replaceState(null, '', address)
      show()
      document.dispatchEvent(new Event('incident'))
    }
    input.addEventListener('change', () => {
      // Without an offset, it is read as the reader's time.
      const instant = Date.parse(input.value)
      if (!Number.isNaN(instant)) start(instant)
    })
    now.addEventListener('click', () => {
      start(Math.floor(Date.now() / 60_000) * 60_000)
    })
    show()
  }
}

/** When the incident in the address started, in milliseconds since 1970. */
function startedAt(): number | undefined {
  const instant = Date.parse(new URLSearchParams(location.search).get('started') ?? '')
  return Number.isNaN(instant) ? undefined : instant
}

customElements.define('sla-deadline', SlaDeadline)
