import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { initContent } from '../../../src/content/edit/init.ts'
import { addDays } from '../../../src/text/dates.ts'
import { withTexts } from './every-field.ts'
import { HOSTILE_TEXTS } from './texts.ts'

/** One white pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
  'base64',
)

/**
 * Makes a sound content with a picture and a module in it, for pages to refer to.
 *
 * @param folder an empty one
 * @returns the content folder, absolute
 */
export function withPictures(folder: string): string {
  const root = path.join(folder, 'content')
  initContent(root, { name: 'Team', today: '2026-11-23' })
  for (const name of ['images', 'files']) mkdirSync(path.join(root, name))
  for (const name of ['images/x.png', 'images/lag.png', 'issues/beside.png'])
    writeFileSync(path.join(root, name), PNG)
  writeFileSync(path.join(root, 'files/a.csv'), 'a,b\n')
  return root
}

interface HostilePage {
  format: 'md' | 'mdx'
  text: string
}

/** Adds issues whose body holds a payload each: `p0`, `p1`, … */
export function addPages(root: string, pages: readonly HostilePage[]): void {
  for (const [index, { format, text }] of pages.entries())
    writeFileSync(
      path.join(root, `issues/p${String(index)}.${format}`),
      issue({ title: `Page ${String(index)}` }, text),
    )
}

const REVIEW = {
  reviewed: '2026-11-20',
  reviewEvery: 'P90D',
  tested: { on: '2026-11-20', by: 'x', how: 'x' },
}
const VARIABLES = [
  { name: 'TOPIC', summary: 'x', example: 'x' },
  { name: 'HOST', summary: 'x', value: 'x', quote: 'sh' },
  { name: 'PART', summary: 'x', pattern: 'x' },
]
const SLA = { summary: 'x', availableWithin: 'PT48H' }
const CONTACT = {
  phone: '+1 555 0100',
  chat: '#x',
  email: 'a@example.com',
  page: 'https://example.com/page',
}

/** An entry of each kind with every field that takes free text. */
const SAMPLES = {
  teams: { name: 'x', summary: 'x', contact: CONTACT },
  engineers: {
    name: 'x',
    team: 'data-engineering',
    login: 'x',
    contact: CONTACT,
    unavailable: [{ from: '2027-03-01', to: '2027-03-02', reason: 'x' }],
  },
  pipelines: {
    title: 'x',
    summary: 'x',
    primaryOwner: 'data-engineering',
    runbook: 'orders',
    tables: ['x'],
    dashboards: [{ name: 'x', url: 'https://example.com/d' }],
    variables: VARIABLES,
    sla: SLA,
    ...REVIEW,
  },
  runbooks: {
    title: 'x',
    summary: 'x',
    dataTypes: ['x'],
    sla: SLA,
    onCall: { summary: 'x', coverage: 'always', monitoredBy: 'data-engineering' },
    flow: [{ name: 'x', note: 'x' }, { name: 'x' }],
    variables: VARIABLES,
    tables: ['x'],
    ...REVIEW,
  },
  issues: {
    title: 'x',
    summary: 'x',
    impact: 'x',
    first: 'x',
    runbook: 'orders',
    severity: 'sev3',
    components: ['scheduler'],
    signatures: ['x'],
    families: ['x'],
    alerts: ['x'],
    keywords: ['x'],
    variables: VARIABLES,
    incidents: [{ date: '2026-11-20', summary: 'x', link: 'https://example.com/incident' }],
    ...REVIEW,
  },
  tables: {
    title: 'x',
    summary: 'x',
    row: 'x',
    writtenBy: 'x',
    time: { column: 'day', zone: 'x' },
    columns: [{ name: 'day', type: 'date', role: 'group', summary: 'x', values: ['x', 'x'] }],
  },
  overrides: {
    rota: 'r0',
    from: '2026-12-01',
    to: '2026-12-02',
    engineer: 'e0',
    reason: 'x',
  },
} as const

const SITE = {
  name: 'x',
  description: 'x',
  repository: 'https://github.com/example/site',
  branch: 'x',
  defaultRota: 'r0',
  personalContacts: 'show',
  areas: [{ id: 'a', name: 'x' }],
  severities: ['sev1', 'sev2', 'sev3'].map((id) => ({
    id,
    name: 'x',
    summary: 'x',
    answerWithin: 'PT15M',
    notify: 'x',
    notifyEvery: 'PT30M',
  })),
  sections: {
    runbook: [{ heading: 'x', names: ['x'], prompt: 'x' }],
    pipeline: [{ heading: 'x', names: ['x'], prompt: 'x' }],
    issue: [{ heading: 'x', names: ['x'], prompt: 'x' }],
  },
  terms: {
    pipeline: { one: 'x', many: 'x' },
    issue: { one: 'x', many: 'x' },
    runbook: { one: 'x', many: 'x' },
  },
  synonyms: [['x', 'x']],
}

/** How many rotas are planned: planning and drawing them costs most. Their lists hold the texts that they do not have as names. */
const ROTAS = 12

/** A rota with the texts from `first` on, and every `ROTAS`th of the holidays and weeks. */
function rotaSample(first: number) {
  const own = HOSTILE_TEXTS.map((_, index) => index).filter((index) => index % ROTAS === first)
  const days = own.map((_, index) => `2026-12-${String(index + 7).padStart(2, '0')}`)
  return {
    name: 'x',
    team: 'data-engineering',
    notes: 'x',
    timeZone: 'Etc/UTC',
    start: '2026-11-23',
    handoffTime: '09:00',
    rotation: own.map((index) => `e${String(index)}`),
    calendar: 'US',
    second: 'next',
    contact: CONTACT,
    holidays: { add: days.map((date) => ({ date, name: 'x' })), weights: { x: 2 } },
    overrides: days.map((date) => ({ from: date, to: date, engineer: `e${String(first)}`, reason: 'x' })),
  }
}

/** The weeks of that rota that are announced. */
const publishedSample = (engineer: string) => [
  {
    start: '2026-11-23',
    engineer,
    cycle: '2026-11-23',
    plain: engineer,
    holidays: { '2026-11-26': 'x' },
    daysOff: [{ date: '2026-11-24', cover: engineer, for: '2026-11-26', name: 'x' }],
    absences: [],
  },
]

/** What is written of each kind, to be compared with its schema: a field that is new there is missing here. */
export const HOSTILE_SAMPLES: Readonly<Record<string, object>> = {
  ...SAMPLES,
  leave: {},
  rotas: rotaSample(0),
  published: publishedSample('e0'),
  site: SITE,
}

/** Adds entries of every kind whose fields hold such texts: each text in each field. */
export function addHostileFields(root: string): void {
  const yaml = (file: string, fields: object) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    // JSON is YAML, and escapes whatever is in a text.
    writeFileSync(path.join(root, file), JSON.stringify(fields))
  }
  const markdown = (file: string, fields: object, body: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), withFrontmatter(fields, body))
  }
  for (const [index, text] of HOSTILE_TEXTS.entries()) {
    const name = (letter: string) => `${letter}${String(index)}`
    // The gate refuses the marks of the builder in a body; in fields they have to be harmless.
    const body = /__VITE/.test(text)
      ? 'Text.'
      : `\`\`\`\`text\n${text}\n\`\`\`\`\n\n\`${text.replaceAll('`', '')}\``
    const free = addDays('2027-03-01', index)
    const away = { from: free, to: free, reason: 'x' }
    yaml(`teams/${name('t')}.yaml`, withTexts('teams', SAMPLES.teams, HOSTILE_TEXTS, index))
    yaml(
      `engineers/${name('e')}.yaml`,
      withTexts('engineers', { ...SAMPLES.engineers, unavailable: [away] }, HOSTILE_TEXTS, index),
    )
    yaml(`tables/${name('w')}.yaml`, withTexts('tables', SAMPLES.tables, HOSTILE_TEXTS, index))
    markdown(
      `pipelines/${name('l')}.md`,
      withTexts('pipelines', SAMPLES.pipelines, HOSTILE_TEXTS, index),
      body,
    )
    markdown(`runbooks/${name('b')}.md`, withTexts('runbooks', SAMPLES.runbooks, HOSTILE_TEXTS, index), body)
    const alert = `Alert${String(index)}`
    markdown(
      `issues/${name('f')}.md`,
      withTexts('issues', { ...SAMPLES.issues, alerts: [alert] }, HOSTILE_TEXTS, index),
      `## Symptoms\n\n${body}\n\n${SECTIONS}`,
    )
    yaml(`alerts/${name('a')}.yaml`, alertRules(alert, text))
    const day = `2027-02-0${String(Math.floor(index / ROTAS) + 1)}`
    const override = {
      ...SAMPLES.overrides,
      rota: `r${String(index % ROTAS)}`,
      from: day,
      to: day,
      engineer: name('e'),
    }
    yaml(`overrides/${name('o')}.yaml`, withTexts('overrides', override, HOSTILE_TEXTS, index))
    if (index >= ROTAS) {
      const elsewhere = {
        name: 'x',
        team: 'data-engineering',
        notes: 'x',
        contact: CONTACT,
        external: 'https://example.com/rota',
      }
      yaml(`rotas/${name('r')}.yaml`, withTexts('rotas', elsewhere, HOSTILE_TEXTS, index))
    } else {
      yaml(`rotas/${name('r')}.yaml`, withTexts('rotas', rotaSample(index), HOSTILE_TEXTS, index))
      yaml(
        `published/${name('r')}.yaml`,
        withTexts('published', publishedSample(name('e')), HOSTILE_TEXTS, index),
      )
    }
  }
  yaml('site.yaml', { ...withTexts('site', SITE, HOSTILE_TEXTS, 0), sections: undefined })
}

/** Rules of an alert whose every annotation and label is this text. */
function alertRules(alert: string, text: string): object {
  const annotations = {
    summary: text,
    reason: text,
    silence: text,
    runbook_url: `https://example.com/alerts/${alert}/`,
  }
  return {
    groups: [
      {
        name: text,
        rules: [{ alert, expr: 'up == 0', for: '5m', labels: { severity: 'sev3', team: text }, annotations }],
      },
    ],
  }
}

const SECTIONS = ['Diagnose', 'Fix', 'Verify', 'Escalate']
  .map((name) => `## ${name}\n\n1. Do it.\n`)
  .join('\n')

function issue(fields: Record<string, unknown>, body: string): string {
  const all = {
    title: 'Title',
    summary: 'Summary.',
    runbook: 'orders',
    severity: 'sev3',
    components: ['scheduler'],
    reviewed: '2026-11-20',
    ...fields,
  }
  return withFrontmatter(all, `## Symptoms\n\n${body}\n\n${SECTIONS}`)
}

function withFrontmatter(fields: object, body: string): string {
  // JSON is YAML, and escapes whatever is in a text.
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n${body}`
}
