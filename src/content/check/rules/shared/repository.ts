import distance from 'damerau-levenshtein'
import type { Site } from '../../../model/site.ts'
import type { SettingProblem } from './setting-problem.ts'

/** What is wrong with the address of the repository, its forge and its branch, as far as it can be known offline. */
export function* repositoryProblems({ repository, forge, branch }: Site): Generator<SettingProblem> {
  if (branch !== undefined) yield* branchProblems(branch)
  if (repository === undefined) return
  const { protocol, host, pathname } = new URL(repository)
  const parts = pathname.split('/').filter((part) => part !== '')
  const at = ['repository']
  if (pathname.endsWith('.git'))
    yield { path: at, message: 'The address of the repository ends in .git', hint: 'Write it without .git.' }
  if (parts.length < 2 && /(?:^|\.)git(?:hub|lab)\.com$/.test(host))
    yield {
      path: at,
      message: 'The address names an owner and no repository',
      hint: `Write https://${host}/OWNER/REPOSITORY.`,
    }
  if (/\/(?:-\/)?(?:tree|blob)\//.test(pathname))
    yield {
      path: at,
      message: 'The address is that of a folder or file in the repository',
      hint: `Write ${repository.replace(/\/(?:-\/)?(?:tree|blob)\/.*$/, '')}; the branch is the field \`branch\`.`,
    }
  const other = host === 'github.com' ? 'gitlab' : host === 'gitlab.com' ? 'github' : undefined
  if (forge !== undefined && forge === other)
    yield {
      path: ['forge'],
      message: `The repository is on ${host}, which is not ${forge}`,
      hint: 'Delete the line: the forge is read from the address.',
    }
  const meant = FORGES.find((known) => host !== known && distance(host, known).steps === 1)
  if (meant !== undefined)
    yield {
      path: at,
      message: `The host is "${host}"`,
      hint: `Did you mean "${meant}"?`,
      severity: 'warning',
    }
  if (protocol === 'http:' && FORGES.includes(host))
    yield {
      path: at,
      message: `The address of the repository is not encrypted, and ${host} is`,
      hint: `Write ${repository.replace(/^http:/, 'https:')}.`,
      severity: 'warning',
    }
}

/** Hosts of many repositories; one letter beside them is nobody's host. */
const FORGES = ['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org']

/** A remote's name, or the folder of refs, is how git prints a branch on this machine, not what the branch is called. */
function* branchProblems(branch: string): Generator<SettingProblem> {
  const [, before, name] =
    /^(refs\/heads\/|refs\/remotes\/[^/]+\/|remotes\/[^/]+\/|origin\/|upstream\/)(.+)$/.exec(branch) ?? []
  if (before === undefined || name === undefined) return
  yield {
    path: ['branch'],
    message: `"${before}" is no part of the name of a branch in an address`,
    hint: `Write "${name}".`,
    severity: before.startsWith('refs/') ? 'error' : 'warning',
  }
}
