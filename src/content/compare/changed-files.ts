import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { GitBaseError } from './git-base.ts'

/**
 * The files below a folder that differ from a git revision: edited, added, deleted, both names of what was renamed, and what
 * git does not know yet. Absolute paths.
 *
 * @throws GitBaseError where the folder is in no repository, or the revision is not in it
 */
export function changedFiles(folder: string, revision: string): string[] {
  // In a git hook, these name the hook's repository, as seen from another folder.
  const env = { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined }
  const list = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      env,
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\0')
      .filter((name) => name !== '')
  try {
    // The revision as a commit: a word that looks like an option is none.
    const [commit = ''] = list('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
    const edited = list('diff', '--name-only', '--no-renames', '--relative', '-z', commit.trim(), '--', '.')
    const unknown = list('ls-files', '--others', '--exclude-standard', '-z', '--', '.')
    return [...edited, ...unknown].map((file) => path.join(folder, file))
  } catch {
    throw new GitBaseError(
      `There is no revision "${revision}" of ${folder} to compare with. In a shallow clone, fetch it first: git fetch origin ${revision.replace(/^origin\//, '')}`,
    )
  }
}
