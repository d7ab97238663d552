import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/content/check/check.ts'
import { initContent } from '../../../src/content/edit/init.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { npmRun } from '../../support/npm-run.ts'
import { FAMILIES } from '../../../src/text/error-families.ts'
import { ISSUE_BODY, SITE, page, withFiles } from '../../support/content-folder.ts'

/** Words of the first team's content. Another team's site has none of them. */
const FIRST_TEAM =
  /\b(profit|investors?|engagement|kafka|spark|accountant|finance|aggregate growth|business analytics|figures|risk team|accounts team|data science|software frontend)\b/i
/** Where the references of fields and of the API are. */
const REFERENCE = /^(contributing|llms-full|api\/)/
/** A duty that nobody here has; the references of fields and of the API name it, since a rota may ask for it. */
const MONTH_END = /\bmonth-ends?\b/i

const FOLDERS = {
  'clusters and services, in folders and with its own words': {
    'site.yaml': `${SITE}terms: { pipeline: { one: service }, issue: { one: alert page }, runbook: { one: guide } }
severities:
  - { id: p1, name: Critical, summary: Users notice., answerWithin: PT15M }
  - { id: p2, name: Minor }
sections: { issue: [{ heading: Meaning, required: true }, { heading: Mitigation, names: [Fix] }] }
areas: [{ id: cluster, name: Clusters }]
`,
    'teams/platform.yaml': 'name: Platform\nsummary: Runs the clusters.\ncontact: { phone: "+1 555 0100" }\n',
    'issues/Kubernetes/KubePodCrashLooping.md': page(
      { title: 'KubePodCrashLooping', severity: 'p1', alerts: ['KubePodCrashLooping'] },
      '## Meaning\n\nIt restarts.\n\n## Fix\n\nSee [the node](../node/README.md).\n',
    ),
    'issues/node/README.md': page({ title: 'Nodes', summary: 'What happens to nodes.' }, 'About nodes.\n'),
    'issues/node/full.md': page({ title: 'Disk is full', severity: 'p2' }, '## Meaning\n\nNo room.\n'),
    'pipelines/api.md': page({ title: 'API', primaryOwner: 'platform', area: 'cluster' }),
  },
  'the IT of a hospital, with a rota that is kept elsewhere': {
    'teams/it.yaml': 'name: IT\nsummary: Keeps the wards connected.\n',
    'rotas/it.yaml': 'name: IT\nteam: it\nexternal: https://example.com/schedule\n',
    'runbooks/wards/printers.md': page({ title: 'Printers', summary: 'Printers of the wards.' }),
    'issues/no-labels.md': page({ title: 'No labels', summary: 'Labels are not printed.' }, ISSUE_BODY),
  },
  'a shop of runbooks alone, without a rota': {
    'runbooks/till.md': page({ title: 'The till', summary: 'The till does not open.' }),
  },
} satisfies Record<string, Record<string, string>>

describe.each(Object.entries(FOLDERS))('%s', (_name, files) => {
  it(
    'passes the check, builds, and reads as its own',
    () =>
      withFiles(files, async (root) => {
        expect(checkContent(loadContent(root), { today: '2026-11-23' })).toEqual([])
        const build = path.join(root, '..', 'build')
        await npmRun(['build'], { CONTENT_ROOT: root, BUILD_ROOT: build })
        expect(foreignWords(path.join(build, 'dist'))).toEqual([])
      }),
    240_000,
  )
})

describe('a folder made by npm run init', () => {
  it(
    'has nothing of the first team',
    () =>
      withFiles({}, async (root) => {
        const own = path.join(root, '..', 'own')
        initContent(own, { name: 'Our site', today: '2026-11-23' })
        const build = path.join(root, '..', 'build')
        await npmRun(['build'], { CONTENT_ROOT: own, BUILD_ROOT: build })
        expect(foreignWords(path.join(build, 'dist'))).toEqual([])
      }),
    240_000,
  )
})

/** Pages, data and feeds in which a word of the first team is, with that word. */
function foreignWords(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|json|ics|txt|md)$/.test(file) && !file.startsWith('pagefind'))
    .flatMap((file) => {
      const all = readFileSync(path.join(folder, file), 'utf8').replace(/<[^>]*>/g, ' ')
      const isReference = REFERENCE.test(file)
      // It lists the families of error codes that the search knows, of any team.
      const text = isReference ? withoutFamilies(all) : all
      const word = FIRST_TEAM.exec(text) ?? (isReference ? null : MONTH_END.exec(text))
      return word ? [`${file}: ${word[0]}`] : []
    })
}

const withoutFamilies = (text: string) =>
  Object.keys(FAMILIES).reduce((rest, family) => rest.replaceAll(family, ' '), text)
