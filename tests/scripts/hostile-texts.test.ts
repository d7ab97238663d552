import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { codeowners } from '../../src/content/edit/codeowners.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { createWorkspace } from './workspace.ts'

/** What the check accepts as a name, and what would be more than text where it goes. */
const HOSTILE = [
  '=HYPERLINK("https://evil.example/")',
  "=cmd|' /C calc'!A0",
  '@SUM(1)',
  '+1',
  '-2+3',
  ' =1+1',
  '＝1+1',
  '<!channel> now',
  '<@U123>',
  '@here and @channel',
  '<https://evil.example/|the runbook>',
  '[the runbook](https://evil.example/)',
  '![x](//evil.example/x.png)',
  '<script>alert(1)</script>',
  '*b* _i_ ~s~ `c`',
  'x;y,z\\nATTACH:https://evil.example/',
  '"quoted" \'twice\'',
  '$(id) `id`',
  '_name_ of data_team',
  'a|b',
]

/** A harmless word in each text: where it has come out, the text has been written at all. */
const MARKER = 'Kestrel'
const TEXTS = HOSTILE.map((text) => `${text}${MARKER}`)

/** A rota whose every text is this one. */
function workspaceOf(text: string) {
  const workspace = createWorkspace()
  const json = (file: string, fields: object) => {
    mkdirSync(path.dirname(path.join(workspace.root, file)), { recursive: true })
    workspace.write(file, JSON.stringify(fields))
  }
  json('site.yaml', {
    name: text,
    description: text,
    repository: 'https://github.com/example/site',
    defaultRota: 'data-engineering',
  })
  json('teams/data-engineering.yaml', { name: text, summary: text })
  for (const letter of ['a', 'b', 'c', 'd'])
    json(`engineers/engineer-${letter}.yaml`, {
      name: `${text}${letter}`,
      team: 'data-engineering',
      login: `login.${letter}`,
    })
  json('overrides/change.yaml', {
    rota: 'data-engineering',
    from: '2026-11-20',
    to: '2026-11-20',
    engineer: 'engineer-d',
    reason: text,
  })
  return workspace
}

const PERIOD = ['--from', '2026-11-19', '--to', '2026-11-22']

describe.each(TEXTS)('a name, a team and a reason that are %s', (text) => {
  const workspace = () => workspaceOf(text)

  it('begin no formula in a spreadsheet', async () => {
    for (const format of ['csv', 'hours']) {
      const { stdout, code } = await workspace().run(['export', '--format', format, ...PERIOD])
      expect(code).toBe(0)
      expect(cellsOf(stdout).filter((cell) => cell.includes(MARKER)).length).toBeGreaterThan(0)
      for (const cell of cellsOf(stdout)) {
        // A number alone is one.
        if (/^-?\d+(?:\.\d+)?$/.test(cell)) continue
        expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
      }
    }
  })

  it('are text in Slack, and call nobody', async () => {
    const { stdout, code } = await workspace().run(['who', '--format', 'slack'])
    expect(code).toBe(0)
    const { blocks } = JSON.parse(stdout) as { blocks: { text: { text: string } }[] }
    const said = blocks.map((block) => block.text.text).join('\n')
    // Links of our own lead to the site, which has no address here.
    expect(said).not.toMatch(/<[!@#]|<https?:|@\w|\]\(/)
    // What is left after the marks of the message itself.
    const text = said.replaceAll(/^\*|\*$|\*(?= is )|(?<=^• )\*/gm, '')
    expect(text).toContain(MARKER)
    // An underscore within a word is no mark.
    expect(text).not.toMatch(/[*~`]|(?<!\w)_|_(?!\w)/)
  })

  it('are text in the topic of a channel, which calls nobody', async () => {
    const { stdout, code } = await workspace().run(['who', '--format', 'topic'])
    expect(code).toBe(0)
    expect(stdout).toContain(MARKER)
    expect(stdout).not.toMatch(/[<>*~`]|(?<!\w)_|_(?!\w)|@\w|\]\(/)
  })

  it('are text in Markdown', async () => {
    const { stdout, code } = await workspace().run(['who', '--format', 'markdown'])
    expect(code).toBe(0)
    const text = stdout.replaceAll(/^\*\*|\*\*$|\*\*(?= is )|(?<=^- )\*\*/gm, '')
    expect(text).toContain(MARKER)
    expect(text).not.toMatch(/(?<!\\)[<[\]`|~*_]|@\w/)
  })

  it('are one property each in a calendar', async () => {
    const { stdout, code } = await workspace().run(['export', '--format', 'ics', ...PERIOD])
    expect(code).toBe(0)
    const calendar = new ICAL.Component(ICAL.parse(stdout) as unknown[])
    const events = calendar.getAllSubcomponents('vevent')
    expect(events.length).toBeGreaterThan(0)
    for (const event of events) {
      expect(event.getFirstPropertyValue('summary')).toContain(MARKER)
      expect(event.hasProperty('attach')).toBe(false)
    }
    expect(stdout).not.toMatch(/^ATTACH/m)
  })

  it('are not in CODEOWNERS, which knows ids alone', () => {
    const owners = codeowners(loadContent(workspace().root))
    expect(owners).toContain('@example/data-engineering')
    expect(owners?.split('\n').slice(1).join('\n')).not.toMatch(/[^\n\w@/.* -]/)
  })
})

/** The cells of a CSV file, as a spreadsheet has them. */
function cellsOf(text: string): string[] {
  return [...text.matchAll(/(?<=^|,|\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?=,|\r\n|$)/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  )
}
