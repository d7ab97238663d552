import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'

/** Content as it was at a revision, in a temporary folder for as long as the work on it lasts. */
export interface Base {
  /** The content folder; absent where the revision has none. */
  root: string | undefined
  /** The full commit hash. */
  commit: string
}

/** Why the content of a revision cannot be had, in words for whoever asked for it. */
export class GitBaseError extends Error {
  override name = 'GitBaseError'
}

/**
 * Runs `work` on the content of a git revision, and removes it afterwards. The working tree and its index stay untouched.
 *
 * @throws GitBaseError where the folder is in no repository, or the revision is not in it
 */
export function withContentAt<T>(contentRoot: string, revision: string, work: (base: Base) => T): T {
  if (tryGit(contentRoot, ['rev-parse', '--is-inside-work-tree']) === undefined) {
    throw new GitBaseError(
      `${contentRoot} is in no git repository, so there is no earlier state to compare with.`,
    )
  }
  const commit = tryGit(contentRoot, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ])
  if (commit === undefined) {
    throw new GitBaseError(
      `No revision "${revision}" here. In a shallow clone, fetch it first: git fetch origin ${revision.replace(/^origin\//, '')}`,
    )
  }
  const folder = mkdtempSync(join(tmpdir(), 'watchbook-base-'))
  try {
    return work({ root: extract(contentRoot, commit, folder), commit })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The top folder of the repository that a folder is in, its links resolved; `undefined` where it is in none. */
export function repositoryTop(folder: string): string | undefined {
  return tryGit(folder, ['rev-parse', '--show-toplevel'])
}

/** The text of a file at a revision; `undefined` where it was not there. */
export function textAt(contentRoot: string, revision: string, file: string): string | undefined {
  const name = relative(contentRoot, file).split(sep).join('/')
  return tryGit(contentRoot, ['cat-file', 'blob', `${revision}:./${name}`], undefined, false)
}

/** Writes the content folder of a commit below `folder`, through an index of its own. */
function extract(contentRoot: string, commit: string, folder: string): string | undefined {
  // From the top: in a subfolder, git would write only what lies below the same subfolder of the tree.
  const top = tryGit(contentRoot, ['rev-parse', '--show-toplevel']) ?? contentRoot
  const prefix = tryGit(contentRoot, ['rev-parse', '--show-prefix']) ?? ''
  const index = join(folder, 'index')
  if (tryGit(top, ['read-tree', `${commit}:${prefix.replace(/\/$/, '')}`], index) === undefined)
    return undefined
  const root = join(folder, 'content')
  mkdirSync(root)
  if (tryGit(top, ['checkout-index', '--all', '--quiet', `--prefix=${root}/`], index) === undefined) {
    throw new GitBaseError(`The content of ${commit} could not be written to a temporary folder.`)
  }
  return root
}

/** The command's output, without the line break at its end where it is a line; `undefined` where it fails. */
function tryGit(folder: string, args: readonly string[], index?: string, isLine = true): string | undefined {
  // In a git hook, these name the hook's repository, as seen from another folder. `undefined` leaves one out.
  const env = { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: index }
  try {
    const said = execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      env,
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return isLine ? said.trim() : said
  } catch {
    return undefined
  }
}
