import { element, keepCurrent, whenForBoth } from './dom.ts'
import { dutyFrom, secondAt, span, type OnDuty } from './on-duty.ts'
import type { PackedWay, Watch } from '../calendar/views/on-call-now.ts'
import { knowOffsets } from './zoned-time.ts'

/** Says who is on call now, from the shifts in the page, and changes at the handoff while the page is open. */
class OnCallNow extends HTMLElement {
  connectedCallback() {
    const data = this.querySelector('script')?.textContent
    const dates = this.querySelector('.dates')
    if (!data || !dates) return
    // The page's own build wrote it, from the type of the same name.
    const watch = JSON.parse(data) as Watch
    knowOffsets(watch.zone, watch.offsets, watch.end)
    const live = element('div', { className: 'live' })
    dates.replaceWith(live)
    keepCurrent((now) => {
      const duty = dutyFrom(watch, now)
      const second = secondAt(watch, now)
      live.replaceChildren(...(duty.length > 0 ? describe(duty, watch, second?.person) : noRota(watch, now)))
      if (duty[0]) return Math.min(duty[0].end, second?.end ?? Infinity)
      return now < span(watch).start ? span(watch).start : undefined
    })
  }
}

function describe([current, next]: OnDuty[], watch: Watch, second: OnDuty['person'] | undefined): Node[] {
  if (!current) return []
  return [
    element('p', { className: 'watch-name' }, mark(current.person, watch), link(current.person)),
    ...(current.kind === 'rotation' ? [] : [element('p', { className: 'watch-why' }, reason(current))]),
    element('p', { className: 'watch-until' }, `until ${whenForBoth(current.end, watch.zone)}`),
    ...reach([...(current.person.ways ?? []), ...(watch.ways ?? [])], current.person.name),
    chain(watch, second),
    element(
      'p',
      { className: 'watch-next soft' },
      // A second link to the same page is one more stop for the Tab key.
      ...(next
        ? ['From then on: ', next.person === second ? second.name : link(next.person)]
        : ['This page does not know who follows.']),
    ),
  ]
}

/** Never the last person: who reads a stale page must know that it is stale. */
function noRota(watch: Watch, now: number): Node[] {
  const text =
    now < span(watch).start
      ? 'The schedule of this page has not begun'
      : `${watch.more ? 'This page does not know who is on call' : 'No rota'} after ${watch.ended}`
  return [
    element('p', { className: 'watch-name none' }, text),
    element(
      'p',
      { className: 'watch-until' },
      'This page may be old: reload it, or ',
      calendarLink(watch),
      '.',
    ),
  ]
}

/** Who else to wake: first, second, team. */
function chain({ team, seconds }: Watch, second: OnDuty['person'] | undefined): Node {
  const nobody = seconds && !second ? 'Nobody is second now. ' : ''
  return element(
    'div',
    { className: 'watch-second' },
    `${nobody}No answer? `,
    ...(second ? [link(second), ...reach(second.ways, second.name), ', then '] : []),
    link(team),
    ...reach(team.ways, team.name),
  )
}

/** The ways to reach somebody, as links that act. */
function reach(ways: readonly PackedWay[] = [], name: string): Node[] {
  if (ways.length === 0) return []
  return [
    element(
      'span',
      { className: 'contact' },
      ...ways.map(([label, href]) =>
        href === undefined
          ? element('span', { className: 'way' }, label)
          : element('a', { className: 'way', href, ariaLabel: `${label} ${name}` }, label),
      ),
    ),
  ]
}

function reason({ kind, planned, reason }: OnDuty): string {
  if (kind === 'cover' && planned) return `covering for ${planned.name}${reason ? ` (${reason})` : ''}`
  return reason ? `standing in: ${reason}` : 'standing in'
}

function mark(person: OnDuty['person'], { people }: Watch): HTMLElement {
  const made = element('span', { className: `who w${String(people.indexOf(person) % 8)}` }, person.mark)
  made.ariaHidden = 'true'
  return made
}

const link = ({ name, href }: Watch['team']) => element('a', { href }, name)

const calendarLink = ({ calendar }: Watch) => element('a', { href: calendar }, 'look at the calendar')

customElements.define('on-call-now', OnCallNow)
