import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { pathOf } from '../facts/addresses.ts'
import { factsOf } from '../facts/entries.ts'
import { pagesIn, pageTitle } from '../facts/pages.ts'
import { PAGE_COLLECTIONS, isPageCollection } from '../model/collections.ts'
import type { Content, ContentDocument } from '../read/load.ts'

/** What became of a page in one commit. */
export interface Change {
  kind: 'added' | 'renamed' | 'reviewed' | 'edited'
  title: string
  /** Below the site's root. */
  path: string
  /** When it was committed, ISO 8601 in UTC. */
  at: string
  /** What the commit says it does. */
  subject: string
  commit: string
  /** Ids of the pipelines and the teams that the page has to do with. */
  pipelines: string[]
  owners: string[]
}

export const MAX_CHANGES = 50
/** Commits that are looked at: some change no page. */
const MAX_COMMITS = 400

/**
 * What changed on the pages that there are, newest first: from commits alone, so the same commit gives the same list.
 *
 * @returns `undefined` where git does not know: without a repository, or in a clone without its history
 */
export function recentChanges(content: Content): Change[] | undefined {
  const log = readLog(content.root)
  if (!log) return undefined
  const pages = new Map(
    content.documents
      .filter(({ collection }) => isPageCollection(collection))
      .map((document) => [document.path, document] as const),
  )
  const changes: Change[] = []
  const seen = new Set<string>()
  for (const { commit, seconds, subject, files } of log) {
    const at = new Date(seconds * 1000).toISOString()
    for (const { file, kind } of files) {
      const document = pages.get(file)
      // A page is named once for a day and a kind: correcting a correction is not news.
      const key = `${file} ${at.slice(0, 10)} ${kind}`
      if (!document || seen.has(key)) continue
      seen.add(key)
      changes.push({ kind, at, subject, commit, ...about(content, document) })
      if (changes.length === MAX_CHANGES) return changes
    }
  }
  return changes
}

function about(content: Content, document: ContentDocument) {
  const facts = factsOf(content)
  const { collection, id } = document
  const entry = isPageCollection(collection)
    ? pagesIn(content, collection).find((page) => page.id === id)
    : undefined
  return {
    title: entry ? pageTitle(entry) : id,
    path: pathOf(document),
    pipelines: entry ? facts.pipelinesOf(entry).map((each) => each.id) : [],
    owners: entry ? facts.ownersOf(entry).primary.map((team) => team.id) : [],
  }
}

interface Commit {
  commit: string
  seconds: number
  subject: string
  files: { file: string; kind: Change['kind'] }[]
}

const MARK = '\u0001'

function readLog(root: string): Commit[] | undefined {
  try {
    const [top = '', isShallow] = git(root, 'rev-parse', '--show-toplevel', '--is-shallow-repository')
      .trim()
      .split('\n')
    if (isShallow !== 'false') return undefined
    const text = git(
      root,
      ...[
        '-c',
        'core.quotePath=false',
        '-c',
        'diff.noprefix=false',
        'log',
        '--no-color',
        '--no-ext-diff',
        '--no-textconv',
      ],
      ...['-M', '-U0', '-p', `--max-count=${String(MAX_COMMITS)}`, `--format=${MARK}%H %ct %s`],
      '--',
      ...PAGE_COLLECTIONS,
    )
    return text
      .split(MARK)
      .slice(1)
      .map((part) => toCommit(part, top))
  } catch {
    // No git, or no commit yet.
    return undefined
  }
}

function toCommit(text: string, top: string): Commit {
  const [head = '', ...diffs] = text.split(/^diff --git /m)
  const [, commit = '', seconds = '0', subject = ''] = /^(\S+) (\d+) (.*)/.exec(head) ?? []
  return {
    commit,
    seconds: Number(seconds),
    subject,
    files: diffs.flatMap((diff) => {
      const file = /^\+\+\+ b\/(.+?)\t?$/m.exec(diff)?.[1] ?? /^rename to (.+)$/m.exec(diff)?.[1]
      return file === undefined ? [] : [{ file: path.join(top, file), kind: kindOf(diff) }]
    }),
  }
}

function kindOf(diff: string): Change['kind'] {
  if (/^new file mode/m.test(diff)) return 'added'
  if (/^rename from /m.test(diff)) return 'renamed'
  const lines = diff.split('\n').filter((line) => /^[+-](?![+-]{2} )/.test(line))
  return lines.length > 0 && lines.every((line) => /^[+-]reviewed:/.test(line)) ? 'reviewed' : 'edited'
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
  })
}
