/**
 * The incident at hand, kept on this device: when it began, what was ticked off on which page, values and notes. Each
 * change reads what is kept, changes that alone and writes it back, so that two tabs lose nothing of each other's.
 */
export interface Incident {
  id: string
  /** Address and title of the page on which it was opened. */
  path: string
  title: string
  /** Milliseconds since 1970. */
  opened: number
  /** When the fault began, where somebody has said so. */
  started?: number
  ended?: number
  /** Until when its ticks are shown as done without a question. */
  until: number
  /** What the SLA asks for, by when. */
  deadlines?: { label: string; at: number }[]
  zone?: string
  /** By page: its title, how many steps it has, and which were done when. */
  pages: Record<string, PageSteps>
  /** Where the last step was ticked: a path with an anchor. */
  at?: string
  /** The step after the last one that was ticked. */
  next?: string
  values: Record<string, string>
  notes: string
}

export interface PageSteps {
  title: string
  total: number
  /** By step: when it was ticked; 0 where it was ticked and unticked again. */
  done: Record<string, number>
}

const CURRENT = 'incident'
const PREFIX = 'incident:'
/** In place of an id where none is at hand and another one is open: every page has the bar that offers it. */
const NONE = 'none'
/** Ticks are believed for so long without a question, and longer only where the SLA gives more time. */
export const BELIEVED_FOR = 12 * 3_600_000
/** The last instant that a date can name. */
const MAX_TIME = 8.64e15
/** Incidents of the last so many days are kept. */
const KEPT_FOR = 90 * 86_400_000

/** Where the browser refuses to keep anything, for as long as the page is open. */
const memory = new Map<string, string>()
let isRefused = false

function read(key: string): string | null {
  // Newer than what is stored, where there was no room for it.
  const held = memory.get(key)
  if (held !== undefined) return held
  try {
    return localStorage.getItem(key)
  } catch {
    isRefused = true
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
    memory.delete(key)
  } catch {
    isRefused = true
    memory.set(key, value)
  }
}

/** Whether this browser keeps what is written. */
export function isKept(): boolean {
  try {
    localStorage.setItem('kept', '1')
    localStorage.removeItem('kept')
  } catch {
    isRefused = true
  }
  return !isRefused
}

export function incidentBy(id: string): Incident | undefined {
  const text = read(PREFIX + id)
  if (text === null) return undefined
  try {
    const found = JSON.parse(text) as unknown
    return isIncident(found) ? { ...found, id } : undefined
  } catch {
    return undefined
  }
}

/** What another version or another hand has written is none. */
function isIncident(found: unknown): found is Incident {
  if (!isRecord(found)) return false
  const { path, title, opened, started = 0, until, pages, values, notes } = found
  return (
    [path, title, notes].every((text) => typeof text === 'string') &&
    [opened, started, until].every((time) => Math.abs(Number(time)) < MAX_TIME) &&
    isRecord(values) &&
    isRecord(pages) &&
    Object.values(pages).every((page) => isRecord(page) && isRecord(page['done']))
  )
}

const isRecord = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null && !Array.isArray(found)

/** The incident that is open on this device. */
export function currentIncident(): Incident | undefined {
  const id = read(CURRENT) ?? ''
  const found = id === '' ? undefined : incidentBy(id)
  return found?.ended === undefined ? found : undefined
}

/** Whether so much time has passed that its ticks may be of another incident. */
export const isOld = ({ until }: Incident, now: number) => now > until

/** Opens an incident about a page. What was open before stays kept. */
export function openIncident(path: string, title: string, started?: number): Incident {
  const now = Date.now()
  const id = now.toString(36) + Math.floor(Math.random() * 46_656).toString(36)
  const made: Incident = {
    id,
    path,
    title,
    opened: now,
    until: Math.max(now, started ?? 0) + BELIEVED_FOR,
    pages: {},
    values: {},
    notes: '',
    ...(started !== undefined && { started }),
  }
  keep(made)
  forgetOld()
  return made
}

/** Makes an incident, perhaps from another device, the one at hand. */
export function keep(incident: Incident): void {
  write(PREFIX + incident.id, JSON.stringify(incident))
  write(CURRENT, incident.id)
  document.documentElement.dataset['incident'] = ''
  changed()
}

/** Changes what is kept of an incident, and nothing else of it. */
export function update(id: string, change: (incident: Incident) => void): void {
  const incident = incidentBy(id)
  if (!incident) return
  change(incident)
  write(PREFIX + id, JSON.stringify(incident))
  changed()
}

export function endIncident(id: string): void {
  const isCurrent = currentIncident()?.id === id
  update(id, (incident) => {
    incident.ended = Date.now()
  })
  if (isCurrent || !currentIncident()) {
    const isAnotherOpen = openBeside(Date.now()).length > 0
    write(CURRENT, isAnotherOpen ? NONE : '')
    if (!isAnotherOpen) delete document.documentElement.dataset['incident']
  }
  changed()
}

/** Those that are open and not at hand: another tab has started another one since. */
export function openBeside(now: number): Incident[] {
  const current = currentIncident()
  return allIncidents().filter(
    (incident) => incident.ended === undefined && incident.id !== current?.id && !isOld(incident, now),
  )
}

/** All that are kept, the last one first. */
export function allIncidents(): Incident[] {
  const keys = new Set(memory.keys())
  try {
    for (const key of Object.keys(localStorage)) keys.add(key)
  } catch {
    isRefused = true
  }
  return [...keys]
    .flatMap((key) => (key.startsWith(PREFIX) ? (incidentBy(key.slice(PREFIX.length)) ?? []) : []))
    .sort((a, b) => b.opened - a.opened)
}

function forgetOld(): void {
  for (const { id, opened } of allIncidents()) {
    if (opened > Date.now() - KEPT_FOR) continue
    memory.delete(PREFIX + id)
    try {
      localStorage.removeItem(PREFIX + id)
    } catch {
      isRefused = true
    }
  }
}

function changed(): void {
  document.dispatchEvent(new Event('incident'))
}

// Another tab has changed something.
addEventListener('storage', ({ key }) => {
  if (key === null || key.startsWith(CURRENT)) changed()
})
