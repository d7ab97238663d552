/** The path and query of a request, decoded once and by hand. */
export interface Target {
  /** The parts of the path between its slashes, decoded. The last one is empty where the path ends in `/`. */
  segments: readonly string[]
  /** As it was sent, with its `?`; empty where there is none. */
  query: string
}

// Nothing but the visible characters of ASCII, beginning with one slash.
const TARGET = /^(\/[!-~]*)$/

/**
 * Reads the target of a request. `new URL` would throw on some, take `//host/` for another host, and read `\` as `/`.
 *
 * @returns `undefined` for a target that names no file of any site: another form than a path, a `%` that encodes nothing,
 * a slash or control character that was hidden by encoding, an empty part, or one of dots
 */
export function readTarget(target: string | undefined): Target | undefined {
  const [path = ''] = TARGET.exec(target ?? '')?.[1]?.split('#', 1) ?? []
  if (path === '') return undefined
  const mark = path.indexOf('?')
  const query = mark < 0 ? '' : path.slice(mark)
  const segments: string[] = []
  const parts = (mark < 0 ? path : path.slice(0, mark)).slice(1).split('/')
  for (const [index, part] of parts.entries()) {
    const segment = decodedSegment(part)
    if (segment === undefined || (segment === '' && index < parts.length - 1)) return undefined
    segments.push(segment)
  }
  return { segments, query }
}

/** The path again, encoded: never what was sent. */
export function writePath(segments: readonly string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`
}

/** Windows has drives and streams behind a colon; elsewhere it is a sign of a name, as in the alert `job:errors:rate5m`. */
const NAMES_NO_FILE =
  process.platform === 'win32' ? /^\.+$|[/\\:\u0000-\u001f\u007f]/ : /^\.+$|[/\\\u0000-\u001f\u007f]/

function decodedSegment(part: string): string | undefined {
  let segment: string
  try {
    segment = decodeURIComponent(part)
  } catch {
    return undefined
  }
  return NAMES_NO_FILE.test(segment) ? undefined : segment
}
