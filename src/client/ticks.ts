/** Ticks are kept on this device only, and for a month. */
const PREFIX = 'ticks:'
const KEEP_FOR = 30 * 86_400_000

interface Saved {
  at: number
  done: string[]
}

export function readTicks(incident: string): Set<string> {
  return new Set(read(PREFIX + incident)?.done)
}

export function writeTicks(incident: string, done: string[]): void {
  try {
    const saved: Saved = { at: Date.now(), done }
    if (done.length > 0) localStorage.setItem(PREFIX + incident, JSON.stringify(saved))
    else localStorage.removeItem(PREFIX + incident)
  } catch {
    // Storage is switched off: the ticks hold for as long as the page is open.
  }
}

export function forgetOldTicks(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && (read(key)?.at ?? 0) < Date.now() - KEEP_FOR) localStorage.removeItem(key)
    }
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}

function read(key: string): Saved | undefined {
  try {
    const text = localStorage.getItem(key)
    // Only this module writes under its prefix.
    return text === null ? undefined : (JSON.parse(text) as Saved)
  } catch {
    return undefined
  }
}
