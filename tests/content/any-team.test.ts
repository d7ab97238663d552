import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { calendarYearSchema } from '../../src/calendar/contract.ts'
import { checkContent } from '../../src/content/check/check.ts'
import { loadContent } from '../../src/content/read/load.ts'
import type { CalendarYear } from '../../src/oncall/index.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'
import { ISSUE_BODY, page, withFiles } from '../support/content-folder.ts'
import { npmRun } from '../support/npm-run.ts'
import { readPagesOf } from '../support/pages.ts'

const TEAM = { 'teams/ops.yaml': 'name: Ops\nsummary: Runs it.\n' }
const ROTA = {
  ...TEAM,
  'engineers/a.yaml': 'name: Engineer A\nteam: ops\n',
  'engineers/b.yaml': 'name: Engineer B\nteam: ops\n',
  'rotas/nights.yaml':
    "name: Nights\nteam: ops\ntimeZone: Europe/Berlin\nstart: 2026-01-05\nhandoffTime: '09:00'\nrotation: [a, b]\ncalendar: DE\n",
}

interface Site {
  /** The text of a page that readers see, its tags aside; nothing where there is no such page. */
  page: (address: string) => string | undefined
  /** A file as it is. */
  raw: (file: string) => string
  /** Every file of the site. */
  files: string[]
  /** All that the search has of pages. */
  fragments: () => string
  /** What several pages say in their heads, with these pages. */
  repeated: (pattern: RegExp) => [string, string[]][]
}

/** Checks and builds a folder as a team does. */
async function site(files: Readonly<Record<string, string>>, read: (built: Site) => void): Promise<void> {
  await withFiles(files, async (root) => {
    const findings = checkContent(loadContent(root), { today: '2026-11-23' })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const build = path.join(root, '..', 'build')
    await npmRun(['build'], { CONTENT_ROOT: root, BUILD_ROOT: build })
    const dist = path.join(build, 'dist')
    const raw = (file: string) => readFileSync(path.join(dist, file), 'utf8')
    read({
      raw,
      fragments: () => fragmentsIn(path.join(dist, INDEX_FOLDER, 'fragment')),
      repeated: (pattern) => repeatedIn(dist, pattern),
      files: readdirSync(dist, { recursive: true, encoding: 'utf8' }),
      page: (address) =>
        existsSync(path.join(dist, address, 'index.html'))
          ? raw(path.join(address, 'index.html'))
              .replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, ' ')
              .replace(/<[^>]*>/g, ' ')
              .replace(/\s+/g, ' ')
          : undefined,
    })
  })
}

function fragmentsIn(folder: string): string {
  const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file)))
  return files.map((file) => gunzipSync(file).toString('utf8')).join('\n')
}

function repeatedIn(dist: string, pattern: RegExp): [string, string[]][] {
  const pages = Map.groupBy(readPagesOf(dist), ({ html }) => pattern.exec(html)?.[1] ?? '')
  return [...pages]
    .filter(([text, those]) => text === '' || those.length > 1)
    .map(([text, those]) => [text, those.map(({ path: address }) => address)])
}

describe('a team that has only a part of all this', () => {
  it('runbooks alone: no page speaks of a rota, of pipelines or of severities', () =>
    site({ 'runbooks/till.md': page({ title: 'The till', summary: 'It does not open.' }) }, (built) => {
      const pages = ['', 'runbooks', 'runbooks/till'].map((address) => built.page(address) ?? '')
      for (const text of pages) expect(text).not.toMatch(/on call|pipeline|severity|worst first|\bnow\b/i)
      expect(built.page('')).toContain('The till')
      expect(built.page('oncall')).toContain('This site has no rota')
      expect(built.page('issues')).toContain('This site has no issues yet')
      expect(built.page('reviews')).toContain('No page says when it must be read again')
      expect(built.raw('llms.txt')).toContain('Runbooks')
      for (const list of ['llms.txt', 'sitemap-0.xml'])
        expect(built.raw(list)).not.toMatch(/\/(?:issues|pipelines|oncall|reviews|teams|offline)\//)
    }))

  it('issues alone, in a language and on a forge of their own', () =>
    site(
      {
        'site.yaml':
          'name: Störungen\ndescription: Was tun.\nlanguage: de\nrepository: https://git.example.com/ops/docs\nforge: gitlab\nterms: { issue: { one: Störung, many: Störungen } }\n',
        'issues/Netz/Zug.md': page({ title: 'Zug' }, ISSUE_BODY),
        'issues/Aerger.md': page({ title: 'Ärger' }, ISSUE_BODY),
      },
      (built) => {
        expect(built.raw('index.html')).toContain('<html lang="de"')
        expect(built.raw('issues/netz/zug/index.html')).toContain(
          'href="https://git.example.com/ops/docs/-/edit/main/content/issues/Netz/Zug.md"',
        )
        const list = built.page('issues') ?? ''
        expect(list.indexOf('Ärger')).toBeLessThan(list.indexOf('Zug'))
        expect(list).not.toMatch(/\bissue/i)
        expect(built.page('offline')).toContain('Störungen')
        expect(built.page('offline')).not.toMatch(/\bissues|runbooks|worst first|on call/i)
        expect(built.page('contributing')).toContain('merge request')
        expect(built.page('contributing')).not.toContain('pull request')
        expect(built.raw('contributing/index.html')).toContain('-/new/main/content/issues?file_name=')
        expect(built.raw('search/index.html')).toContain('file_name')
      },
    ))

  it('a rota alone: its calendar, its feed, and no lists of pages', () =>
    site(ROTA, (built) => {
      expect(built.page('')).toContain('On call now')
      expect(built.page('')).not.toMatch(/runbook|issue|pipeline/i)
      expect(built.page('oncall/nights/2026')).toContain('Engineer B')
      expect(built.files).toContain('oncall/nights.ics')
      for (const list of ['llms.txt', 'sitemap-0.xml'])
        expect(built.raw(list)).not.toMatch(/\/(?:issues|pipelines|runbooks|reviews|offline)\//)
    }))

  it('pages that are called and described alike: each window says which it is', () =>
    site(
      {
        ...ROTA,
        'rotas/days.yaml': ROTA['rotas/nights.yaml'].replace('Nights', 'Days'),
        'teams/orders.yaml': 'name: Orders\nsummary: It is late.\n',
        'issues/orders.md': page({ title: 'Orders', summary: 'It is late.' }, ISSUE_BODY),
        'issues/late/orders.md': page({ title: 'Orders arrive', summary: 'It is late.' }, ISSUE_BODY),
        'runbooks/late/orders.md': page({ title: 'Orders', summary: 'It is late.' }),
        'runbooks/later/late/orders.md': page({ title: 'Other orders' }),
      },
      (built) => {
        expect(built.repeated(/<title>([^<]*)</)).toEqual([])
        expect(built.repeated(/<meta name="description" content="([^"]*)"/)).toEqual([])
        expect(built.raw('teams/orders/index.html')).toContain('<title>Orders (teams/orders) · ')
        expect(built.raw('issues/orders/index.html')).toContain('content="It is late. (issues/orders)"')
        expect(built.raw('issues/orders/index.html')).toContain('property="og:title" content="Orders"')
        expect(built.raw('runbooks/late/orders/index.html')).toContain('<title>Orders runbook · ')
        expect(built.raw('oncall/days/a/index.html')).toContain('<title>Engineer A: Days · ')
      },
    ))

  it('a rota that is kept elsewhere, without engineers', () =>
    site(
      { ...TEAM, 'rotas/ops.yaml': 'name: Ops\nteam: ops\nexternal: https://pager.example.com/ops\n' },
      (built) => {
        expect(built.page('oncall')).toContain('see who is on call')
        expect(built.raw('oncall/index.html')).toContain('https://pager.example.com/ops')
        expect(built.page('')).not.toContain('Coming up')
      },
    ))

  it('a rota that is kept elsewhere, whose calendar lies in the content: its shifts are shown', () => {
    const days = Array.from({ length: 200 }, (_, week) =>
      new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10).replaceAll('-', ''),
    )
    const events = days.map((day, week) =>
      [
        'BEGIN:VEVENT',
        `DTSTART:${day}T090000Z`,
        'DURATION:P7D',
        `SUMMARY:On Call - Engineer ${week % 2 === 0 ? 'P' : 'Q'}`,
        'END:VEVENT',
      ].join('\n'),
    )
    return site(
      {
        ...TEAM,
        'rotas/ops.yaml':
          'name: Ops\nteam: ops\nexternal: https://pager.example.com/ops\nics: files/ops.ics\n',
        'files/ops.ics': `BEGIN:VCALENDAR\n${events.join('\n')}\nEND:VCALENDAR\n`,
      },
      (built) => {
        expect(built.page('oncall')).toMatch(/Engineer [PQ]: \w+ \d+ \w+ 09:00 to/)
        expect(built.raw('oncall/index.html')).toContain('files/ops.ics')
        expect(built.files).toContain('files/ops.ics')
        expect(built.raw('teams/ops/index.html')).toContain('<on-call-now')
        expect(built.page('teams/ops')).toMatch(/Engineer [PQ] from/)
        expect(built.raw('oncall/index.html')).toContain('/oncall/ops/2027/')
        expect(built.page('oncall/ops/2027')).toMatch(
          /Shifts January Engineer [PQ] ?: Mon 28 Dec 09:00 to Mon 4 Jan 09:00/,
        )
        const year = JSON.parse(built.raw('oncall/ops/2027.json')) as CalendarYear
        expect(calendarYearSchema.parse(year).shifts[0]).toMatchObject({ kind: 'rotation' })
        expect(year).toMatchObject({ rota: 'ops', year: 2027, proved: 'none', weeks: [], ledger: [] })
      },
    )
  })

  it('one file, beside a README for those who read the repository', () =>
    site(
      {
        'runbooks/README.md': '# Our guides\n\nRead me first.\n',
        'runbooks/one.md': page({ title: 'The one' }),
      },
      (built) => {
        expect(built.page('runbooks')).toContain('The one')
        expect(built.page('runbooks')).not.toContain('Read me first')
        expect(built.page('runbooks/one')).toContain('The one')
      },
    ))

  it('nothing but a name: the site says that it is empty, and what to do', () =>
    site({}, (built) => {
      expect(built.page('')).toContain('This site has no pages yet')
      expect(built.page('runbooks')).toContain('npm run new -- runbook')
    }))

  it('one engineer, and words of the team: every list and the search call things by them', () =>
    site(
      {
        'site.yaml':
          'name: Nachtdienst\ndescription: Was zu tun ist.\nlanguage: de\nterms:\n  issue: { one: Störung, many: Störungen }\n  runbook: { one: Anleitung, many: Anleitungen }\n',
        'teams/betrieb.yaml': 'name: Betrieb\nsummary: Hält alles am Laufen.\n',
        'engineers/engineer-a.yaml': 'name: Engineer A\nteam: betrieb\n',
        'rotas/dienst.yaml':
          'name: Dienst\nteam: betrieb\ntimeZone: Europe/Berlin\nstart: 2026-01-05\nhandoffTime: "09:00"\nrotation: [engineer-a]\ncalendar: DE-BY\n',
        'issues/netz/gestoert.md': page({ title: 'Netz gestört' }, ISSUE_BODY),
        'runbooks/strasse.md': page({ title: 'Straße' }),
      },
      (built) => {
        expect(built.raw('llms.txt')).toMatch(/^## Störungen$/m)
        expect(built.raw('llms.txt')).toMatch(/^## Anleitungen$/m)
        expect(built.raw('llms.txt')).not.toMatch(/^## (?:Issues?|Runbooks?)$/m)
        expect(built.page('search')).toMatch(/Look through all Störungen or all Anleitungen ?\./)
        expect(built.raw('search/index.html')).toContain('all Anleitungen</a>.')
        expect(built.raw('search/index.html')).not.toContain('href="/pipelines/"')
        expect(built.raw('search/index.html')).toContain(
          'data-called="{&quot;issue&quot;:&quot;Störung&quot;,&quot;runbook&quot;:&quot;Anleitung&quot;}"',
        )
        expect(built.fragments()).toContain('"called":"Anleitung"')
        expect(built.raw('search/names/index.json')).toContain('"kind":"Anleitung"')
        expect(built.page('issues/netz/gestoert')).toContain('Netz gestört')
        expect(built.page('oncall/dienst/2026')).toContain('Engineer A')
      },
    ))
})
