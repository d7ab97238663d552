import './script-addresses.ts'
import { longDate } from '../text/dates.ts'
import { clockWarning, timeOf } from './device-clock.ts'
import { element } from './dom.ts'
import { readerTime } from './zoned-time.ts'

/** Keeps the site on this device after the first visit, where the browser can, and says when the network is gone. */
const base = document.querySelector<HTMLAnchorElement>('.brand')?.pathname ?? '/'
const isWanted = import.meta.env.PROD && document.documentElement.dataset['offline'] !== 'off'

// Plain http and some private windows have none: the site is then as it always was. In dev, pages come from what is saved.
const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
if (isWanted) workers?.register(`${base}sw.js`).catch(() => undefined)
else void workers?.getRegistration(base).then((known) => known?.unregister())

const line = element('p', { className: 'offline-line no-print', role: 'status', hidden: true })
document.querySelector('.top')?.after(line)

const clock = element('p', { className: 'offline-line no-print', role: 'status', hidden: true })
document.querySelector('.top')?.after(clock)

interface Reached {
  isReached: boolean
  /** What the network says that the time is. */
  time?: number | undefined
}

/** Browsers say that they are online as long as there is any network; whether this site answers is another question. */
async function reach(): Promise<Reached> {
  if (!navigator.onLine) return { isReached: false }
  if (!isWanted || (workers && !workers.controller)) return { isReached: true }
  return fetch(`${base}sw.js`, { method: 'HEAD', cache: 'no-store' }).then(
    (answer) => ({ isReached: true, time: timeOf(answer) }),
    () => ({ isReached: false }),
  )
}

async function show(): Promise<void> {
  const { isReached, time } = await reach()
  const kept = await keptFacts()
  const warning = clockWarning(Date.now(), { network: time, build: kept?.revision })
  clock.hidden = warning === undefined
  clock.textContent = warning ?? ''
  line.hidden = isReached
  if (isReached) return
  line.textContent = 'You are offline.'
  if (kept)
    line.append(` This is the site as of ${when(kept.revision)}, fetched ${when(kept.fetched)} (your time).`)
}

/** When what this device keeps of the site was built and fetched. */
async function keptFacts(): Promise<{ revision: number; fetched: number } | undefined> {
  // On plain http there are no caches.
  if (!('caches' in window)) return undefined
  const kept = await caches.match(`${base}fetched`).catch(() => undefined)
  // Only the worker of this site writes it.
  return kept && ((await kept.json()) as { revision: number; fetched: number })
}

function when(instant: number): string {
  const { date, time } = readerTime(instant)
  return `${longDate(date)} ${time}`
}

for (const event of ['online', 'offline']) addEventListener(event, () => void show())
void show()
