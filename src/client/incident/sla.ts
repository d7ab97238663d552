import { deadlines } from '../deadlines.ts'
import { element, whenForBoth } from '../dom.ts'
import type { Incident } from './store.ts'
import { spanWords } from './time-left.ts'

const LABELS = { available: 'data available', resolved: 'resolved', due: 'due' } as const

const panel = () => document.querySelector<HTMLElement>('sla-deadline')

/** What the SLA of this page makes of a start, in order of time; nothing where the page has none. */
export function deadlinesFrom(started: number): Pick<Incident, 'deadlines' | 'zone'> {
  const { zone, available, resolved, due } = panel()?.dataset ?? {}
  if (zone === undefined) return {}
  const found = deadlines(started, { available, resolved, due }, zone)
  const list = (['available', 'resolved', 'due'] as const).flatMap((part) => {
    const at = found[part]
    return at === undefined ? [] : [{ label: LABELS[part], at }]
  })
  return list.length > 0 ? { deadlines: list, zone } : { zone }
}

const words = new Map<Element, string>()

/** Writes beside each part of this page's SLA by when it is due, for the incident that is open. */
export function showDeadlines(incident: Incident | undefined): void {
  const { started } = incident ?? {}
  const { zone } = panel()?.dataset ?? {}
  const found = started === undefined ? undefined : deadlinesFrom(started)
  for (const part of panel()?.querySelectorAll<HTMLElement>('[data-part]') ?? []) {
    const text = words.get(part) ?? part.textContent
    words.set(part, text)
    const label = LABELS[part.dataset['part'] as keyof typeof LABELS]
    const at = found?.deadlines?.find((deadline) => deadline.label === label)?.at
    part.replaceChildren(text)
    if (at === undefined || zone === undefined) continue
    const left = at - Date.now()
    part.append(
      element('br'),
      element(
        'strong',
        { className: left < 0 ? 'state late' : '' },
        left < 0
          ? `missed: it was due by ${whenForBoth(at, zone)}`
          : `by ${whenForBoth(at, zone)}, ${spanWords(left)} left`,
      ),
    )
  }
}
