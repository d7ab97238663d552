import path from 'node:path'
import { displayPath } from '../read/files.ts'
import { compareFindings, type Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { readBaseline } from '../read/baseline.ts'
import { changedBodies } from './changed-bodies.ts'
import { checkEverything, everyFinding } from './check.ts'
import { withoutNoise } from './noise.ts'
import { pictureFindings } from './pictures.ts'

/** What has rules for all pages: where it has changed, each page is looked at and everything is said. */
const FOR_ALL_PAGES = ['site.yaml', 'baseline.yaml']
/** Nothing that is looked at needs it; that is so because not everything is. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['unused-acceptance', 'unused-image'])

/** The content as it was before a change. */
export interface Earlier {
  /** The text of a file; `undefined` where it was not there. */
  textOf: (file: string) => string | undefined
  /** Calls `work` with the whole, or with `undefined` where there was none. */
  withContent: <T>(work: (before: Content | undefined) => T) => T
}

/**
 * What a change has brought: the findings in files that were changed, and whatever the check finds elsewhere since then.
 * Where only text below the fields has changed, the other pages that depend on it are looked at, and every error between
 * entries is said. Where fields, settings or files have changed, anything may depend on them: all pages are looked at, and
 * those findings left out that were there before.
 *
 * @param changed files that were added, edited, renamed or deleted, absolute
 * @param today `YYYY-MM-DD`
 */
export async function checkChanged(
  content: Content,
  changed: readonly string[],
  today: string,
  earlier: Earlier,
): Promise<Finding[]> {
  if (changed.length === 0) return []
  if (FOR_ALL_PAGES.some((name) => changed.includes(path.join(content.root, name))))
    return await checkEverything(content, { today })
  const hasSecrets = (readBaseline(content.root)?.data.secrets ?? []).length > 0
  const only = hasSecrets ? undefined : changedBodies(content, changed, earlier.textOf)
  if (only === undefined) return await newFindings(content, changed, today, earlier)
  const files = new Set([...only].map(displayPath))
  const findings = await checkEverything(content, { today, only })
  return findings.filter(
    ({ file, severity, rule }) => !OF_THE_WHOLE.has(rule) && (files.has(file) || severity === 'error'),
  )
}

/** All findings in files that were changed, and of the others those that were not there before. */
async function newFindings(
  content: Content,
  changed: readonly string[],
  today: string,
  earlier: Earlier,
): Promise<Finding[]> {
  const files = new Set(changed.map(displayPath))
  const { before, places } = earlier.withContent((old) => {
    const before = new Map<string, number>()
    if (!old) return { before, places: [] }
    // Both are taken away from both: a link may be written like the place of one of them.
    const places = placesOf(content, old)
    for (const finding of everyFinding(old, { today })) {
      const key = keyOf(old, places, finding)
      before.set(key, (before.get(key) ?? 0) + 1)
    }
    return { before, places }
  })
  const isNew = (finding: Finding): boolean => {
    const key = keyOf(content, places, finding)
    const left = before.get(key) ?? 0
    before.set(key, left - 1)
    return left <= 0
  }
  const findings = everyFinding(content, { today }).filter(
    (finding) => isNew(finding) || files.has(finding.file),
  )
  const pictures = (await pictureFindings(content)).filter(({ file }) => files.has(file))
  return [...withoutNoise(content, findings), ...pictures].sort(compareFindings)
}

/** A finding without its line, which any edit above it moves, and without the places of the two content folders. */
function keyOf({ root }: Content, places: readonly string[], { file, rule, message }: Finding): string {
  return [path.relative(root, path.resolve(file)), rule, places.reduce(withoutPlace, message)].join('\0')
}

/** The folders as messages name them, the longest first: `..` is also the beginning of another. */
function placesOf(...contents: Content[]): string[] {
  const places = contents.map(({ root }) => displayPath(root)).filter((place) => place !== '')
  return places.sort((a, b) => b.length - a.length)
}

/** A message in which paths begin in the content folder; what only contains the name of the folder stays as it is. */
function withoutPlace(message: string, place: string): string {
  const [first = '', ...others] = message.split(`${place}/`)
  let said = first
  for (const part of others) said += /[\w./-]$/.test(said) ? `${place}/${part}` : part
  return said
}
