import './script-addresses.ts'
import { longDate } from '../text/dates.ts'
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

/** Browsers say that they are online as long as there is any network; whether this site answers is another question. */
async function isReached(): Promise<boolean> {
  if (!navigator.onLine) return false
  if (!workers?.controller) return true
  return fetch(`${base}sw.js`, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  )
}

async function show(): Promise<void> {
  line.hidden = await isReached()
  if (line.hidden) return
  line.textContent = 'You are offline.'
  const kept = await caches.match(`${base}fetched`).catch(() => undefined)
  if (!kept) return
  // Only the worker of this site writes it.
  const { revision, fetched } = (await kept.json()) as { revision: number; fetched: number }
  line.append(` This is the site as of ${when(revision)}, fetched ${when(fetched)} (your time).`)
}

function when(instant: number): string {
  const { date, time } = readerTime(instant)
  return `${longDate(date)} ${time}`
}

for (const event of ['online', 'offline']) addEventListener(event, () => void show())
void show()
