import type { Incident, PageSteps } from './store.ts'

/** So long is a link at most: chat programs and mail cut longer ones. */
export const MAX_LINK = 2048
const PREFIX = '#incident='
const MAX_TEXT = 2000
/** No page has more steps. */
const MAX_STEPS = 1000

/** What a link leaves out where it would be too long, one after the other, each with what it is without it. */
const WITHOUT: readonly [leftOut: string, change: (incident: Incident) => Incident][] = [
  ['the notes', (incident) => ({ ...incident, notes: '' })],
  ['the values', (incident) => ({ ...incident, values: {} })],
  [
    'the ticks of other pages',
    (incident) => ({
      ...incident,
      pages: Object.fromEntries(Object.entries(incident.pages).filter(([path]) => path === incident.path)),
    }),
  ],
  ['all ticks', (incident) => ({ ...incident, pages: {} })],
]

/**
 * An incident in a link's fragment: no server sees it. Steps by their short names, without the times of their ticks.
 *
 * @param base the length of the link without it
 * @returns the fragment, and in words what had to be left out because the link would be too long
 */
export async function toFragment(
  incident: Incident,
  base: number,
): Promise<{ fragment: string; leftOut: string[] }> {
  let rest = incident
  const leftOut: string[] = []
  let fragment = await encode(rest)
  for (const [what, change] of WITHOUT) {
    if (base + fragment.length <= MAX_LINK) break
    rest = change(rest)
    leftOut.push(what)
    fragment = await encode(rest)
  }
  return { fragment, leftOut }
}

async function encode(incident: Incident): Promise<string> {
  const pages = Object.fromEntries(
    Object.entries(incident.pages).map(([path, { title, total, done }]) => [
      path,
      [
        title,
        total,
        Object.keys(done)
          .filter((key) => done[key])
          .join(' '),
      ],
    ]),
  )
  const { deadlines = [], id, path, title, opened, started, until, at, next, values, notes, zone } = incident
  const text = JSON.stringify({
    id,
    path,
    title,
    opened,
    started,
    until,
    at,
    next,
    values,
    zone,
    notes,
    pages,
    deadlines,
  })
  const bytes = await through(new Blob([text]), new CompressionStream('deflate-raw'))
  return (
    PREFIX +
    btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '')
  )
}

/** Reads such a fragment. Whatever is not as it is written here is nothing: anybody can write a link. */
export async function fromFragment(hash: string): Promise<Incident | undefined> {
  if (!hash.startsWith(PREFIX) || hash.length > 2 * MAX_LINK) return undefined
  try {
    const bytes = Uint8Array.from(
      atob(hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/')),
      (char) => char.charCodeAt(0),
    )
    const text = new TextDecoder().decode(
      await through(new Blob([bytes]), new DecompressionStream('deflate-raw')),
    )
    return text.length > 64 * 1024 ? undefined : read(JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}

async function through(
  blob: Blob,
  transform: ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(blob.stream().pipeThrough(transform)).arrayBuffer())
}

type Found = Record<string, unknown>
const isRecord = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined)
const number = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8.64e15 ? value : undefined
/** A path of this site, and of no other. */
const path = (value: unknown) =>
  typeof value === 'string' && /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(value) ? value : undefined

function read(found: unknown): Incident | undefined {
  if (!isRecord(found)) return undefined
  const [id, about, opened] = [text(found['id']), path(found['path']), number(found['opened'])]
  if (id === undefined || !/^[a-z0-9]{4,24}$/.test(id) || about === undefined || opened === undefined)
    return undefined
  const started = number(found['started'])
  const [at, next, zone] = [path(found['at']), text(found['next']), text(found['zone'])]
  const list = Array.isArray(found['deadlines']) ? (found['deadlines'] as unknown[]) : []
  const deadlines = list.slice(0, 5).flatMap((each) => {
    const [label, by] = isRecord(each) ? [text(each['label']), number(each['at'])] : []
    return label === undefined || by === undefined ? [] : [{ label, at: by }]
  })
  return {
    id,
    path: about,
    title: text(found['title']) ?? '',
    opened,
    until: number(found['until']) ?? 0,
    pages: readPages(found['pages'], opened),
    values: readValues(found['values']),
    notes: text(found['notes']) ?? '',
    ...(started !== undefined && { started }),
    ...(at !== undefined && { at }),
    ...(next !== undefined && { next }),
    ...(zone !== undefined && { zone }),
    ...(deadlines.length > 0 && { deadlines }),
  }
}

function readPages(found: unknown, opened: number): Record<string, PageSteps> {
  if (!isRecord(found)) return {}
  const pages: Record<string, PageSteps> = {}
  for (const [of, page] of Object.entries(found).slice(0, 30)) {
    const [title, total, keys] = Array.isArray(page) ? (page as unknown[]) : []
    const [name, count, done] = [text(title), number(total), text(keys)]
    if (path(of) === undefined || name === undefined || count === undefined || done === undefined) continue
    const names = done.split(' ').filter((key) => /^[a-z0-9]{1,8}$/.test(key))
    pages[of] = {
      title: name,
      total: Math.min(Math.max(Math.trunc(count), 0), MAX_STEPS),
      done: Object.fromEntries(names.map((key) => [key, opened])),
    }
  }
  return pages
}

function readValues(found: unknown): Record<string, string> {
  if (!isRecord(found)) return {}
  return Object.fromEntries(
    Object.entries(found)
      .slice(0, 40)
      .flatMap(([name, value]): [string, string][] =>
        /^[A-Z][A-Z0-9_]{0,60}$/.test(name) && typeof value === 'string' ? [[name, value.slice(0, 500)]] : [],
      ),
  )
}
