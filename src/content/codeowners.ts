import { displayPath, type Content } from './load.ts'

/**
 * GitHub's CODEOWNERS from what the content says of ownership. A change of a pipeline asks both of its owners,
 * a change of a runbook or an issue the owners of its pipelines. A team is `@ORGANISATION/ID`, the organisation that of
 * site.yaml's `repository`; `undefined` where there is none on GitHub.
 */
export function codeowners(content: Content): string | undefined {
  const organisation = /^https:\/\/github\.com\/([^/]+)\//.exec(content.site?.data.repository ?? '')?.[1]
  if (organisation === undefined) return undefined
  const root = displayPath(content.root)
  const rule = (file: string, teams: readonly string[]) =>
    `/${file} ${[...new Set(teams)].map((team) => `@${organisation}/${team}`).join(' ')}`
  const pipelines = [...content.pipelines.values()]
  const ownersOf = (runbook: string) =>
    pipelines
      .filter(({ data }) => data.runbook === runbook)
      .flatMap(({ data }) => [data.primaryOwner, data.secondaryOwner])
  const rules = [
    ...[...content.engineers.values()].map(({ file, data }) => rule(file, [data.team])),
    ...[...content.rotas.values()].flatMap(({ id, file, data }) => [
      rule(file, [data.team]),
      rule(`${root}/published/${id}.yaml`, [data.team]),
    ]),
    ...pipelines.map(({ file, data }) => rule(file, [data.primaryOwner, data.secondaryOwner])),
    ...[...content.runbooks.values()].map(({ id, file }) => rule(file, ownersOf(id))),
    ...[...content.issues.values()].map(({ file, data }) => rule(file, ownersOf(data.runbook))),
  ]
  return ['# Written by `npm run codeowners` from the owners that the content names.', ...rules, ''].join(
    '\n',
  )
}
