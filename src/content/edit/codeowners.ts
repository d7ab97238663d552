import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Finding } from '../read/findings.ts'
import { factsOf } from '../facts/entries.ts'
import { pagesIn, type PageEntry } from '../facts/pages.ts'
import { displayPath, type Content } from '../read/load.ts'
import { PAGE_COLLECTIONS } from '../model/collections.ts'
import { codeownersRule } from '../check/descriptions/codeowners.ts'

/** Where the forge's list of owners differs from what the content says; in the forge's editor it is corrected by hand. */
export function codeownersFindings(file: string, current: string, wanted: string): Finding[] {
  const has = current.split('\n')
  const wants = wanted.split('\n')
  const finding = (line: number, message: string, hint: string): Finding => ({
    file,
    line,
    column: 1,
    severity: codeownersRule.severity,
    rule: codeownersRule.id,
    message,
    hint,
  })
  return [
    ...has.flatMap((text, index) =>
      wants.includes(text)
        ? []
        : [finding(index + 1, 'The content says otherwise now', `Delete this line: ${text}`)],
    ),
    ...wants.flatMap((text, index) =>
      has.includes(text)
        ? []
        : [finding(Math.min(index + 1, has.length), 'A line is missing', `Add this one: ${text}`)],
    ),
  ]
}

/** Where the forge of the content looks for its list of owners, in the repository. */
export function codeownersFile(content: Content): string {
  return `${isOnGitLab(content) ? '.gitlab' : '.github'}/CODEOWNERS`
}

function isOnGitLab({ site }: Content): boolean {
  const { forge, repository = '' } = site?.data ?? {}
  return forge === 'gitlab' || (forge === undefined && /^https:\/\/gitlab\./.test(repository))
}

/**
 * The CODEOWNERS of the forge from what the content says of ownership. A change of a pipeline asks both of its owners,
 * a change of a runbook or an issue its owners, and any other change the team of the rota that the site is about. A team is `@ORGANISATION/ID`, the organisation that of
 * site.yaml's `repository`; `undefined` where there is none on GitHub or GitLab.
 *
 * @param top the folder of the repository that the content is in, absolute: paths in the list begin there
 */
export function codeowners(content: Content, top = process.cwd()): string | undefined {
  const { repository = '' } = content.site?.data ?? {}
  const on = isOnGitLab(content) ? /^https:\/\/[^/]+\/(.+)\/[^/]+?\/?$/ : /^https:\/\/github\.com\/([^/]+)\//
  const organisation = on.exec(repository)?.[1]
  if (organisation === undefined) return undefined
  const root = displayPath(content.root)
  // git names a repository by its own folder, whatever links lead there.
  const inside = existsSync(content.root) ? realpathSync(content.root) : content.root
  const inRepository = (file: string) =>
    path
      .relative(top, path.join(inside, path.relative(content.root, path.resolve(file))))
      .split(path.sep)
      .join('/')
  const rule = (file: string, teams: readonly string[]) =>
    `/${inRepository(file)} ${[...new Set(teams)].map((team) => `@${organisation}/${team}`).join(' ')}`
  const facts = factsOf(content)
  const owned = (entry: PageEntry) => {
    const { primary, secondary } = facts.ownersOf(entry)
    const teams = [...primary, ...secondary].map(({ id }) => id)
    return teams.length === 0 ? [] : [rule(entry.file, teams)]
  }
  // The last line that fits counts: the first one is for whatever no other names, as code, workflows and new content.
  const keeper = content.rotas.get(content.site?.data.defaultRota ?? [...content.rotas.keys()][0] ?? '')?.data
    .team
  const rules = [
    ...(keeper === undefined ? [] : [`* @${organisation}/${keeper}`]),
    ...[...content.engineers.values()].map(({ file, data }) => rule(file, [data.team])),
    ...[...content.rotas.values()].flatMap(({ id, file, data }) => [
      rule(file, [data.team]),
      rule(`${root}/published/${id}.yaml`, [data.team]),
    ]),
    ...PAGE_COLLECTIONS.toReversed().flatMap((collection) => pagesIn(content, collection).flatMap(owned)),
  ]
  return ['# Written by `npm run codeowners` from the owners that the content names.', ...rules, ''].join(
    '\n',
  )
}
