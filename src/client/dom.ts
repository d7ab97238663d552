import { shortDate, zoneName } from '../text/dates.ts'
import { readerTime, wallTime } from './zoned-time.ts'

/** The rota's time, and the reader's where it differs: `Mon 23 Nov 09:00 New York (15:00 your time)`. */
export function whenForBoth(instant: number, zone: string): string {
  const theirs = wallTime(instant, zone)
  const mine = readerTime(instant)
  const text = `${shortDate(theirs.date)} ${theirs.time} ${zoneName(zone)}`
  if (mine.date === theirs.date && mine.time === theirs.time) return text
  const date = mine.date === theirs.date ? '' : `${shortDate(mine.date)} `
  return `${text} (${date}${mine.time} your time)`
}

/** Creates an element; strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<Omit<HTMLElementTagNameMap[K], 'style'>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

/** Calls back now, whenever the page is shown again, and at each instant that the callback asks for. */
export function keepCurrent(render: (now: number) => number | undefined): void {
  let timer = 0
  const update = () => {
    clearTimeout(timer)
    const now = Date.now()
    const next = render(now)
    // A timer holds at most 24 days, and a sleeping laptop is late: never wait longer than an hour.
    if (next !== undefined) timer = window.setTimeout(update, Math.min(Math.max(next - now, 250), 3_600_000))
  }
  document.addEventListener('visibilitychange', update)
  update()
}
