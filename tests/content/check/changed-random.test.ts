import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkChanged, type Earlier } from '../../../src/content/check/changed.ts'
import { checkEverything } from '../../../src/content/check/check.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import type { Finding } from '../../../src/content/read/findings.ts'
import { TODAY, breakContent, withContent } from './broken-content.ts'

const EDITS_TRIED = 60

/** Whatever pages and entries can name of each other, and slips in it. */
const WORDS = [
  'orders-late',
  'orders-late-2',
  'storage/full',
  'full',
  'disk',
  'orders',
  'OrdersLate',
  'DiskFull',
  'on-call',
  'second',
  'engineer-a',
  'engineer-b',
  'data-engineering',
  'late_id',
  'visits',
  'visit_id',
  'order_id',
  'fix',
  'Fix',
  'Symptoms',
  'old-name',
  'chart.png',
  'TOPIC',
  'late-orders/newest',
  'Orders',
  '2026-11-23',
  '2026-12-07',
  'nothing',
]
const LINES = [
  '[x](orders-late.md)',
  '[x](orders-late.md#fix)',
  '[x](storage/full.md#symptoms)',
  '[x](/issues/storage/full/#fix)',
  '[x](/issues/storage/)',
  '[x](/alerts/DiskFull/)',
  '[x](/issues/old-name/)',
  '[x](/issues/old-name/#fix)',
  '[x](%6frders-late.md#fix)',
  '![x](../images/chart.png)',
  '```bash test="none: an example"\necho "$TOPIC"\n```',
  '`TOPIC` is the topic.',
  '```sql test="none: an example"\nCREATE VIEW late AS SELECT visit_id AS late_id FROM visits;\n```',
  '```sql test="none: an example"\nSELECT late_id FROM visits;\n```',
  '## Fix',
  '## Another',
  'TODO',
  'alerts: [DiskFull]',
  'aliases: [old-name]',
  'title: Orders are late',
  'runbook: orders',
  'pipelines: [orders]',
  'owner: data-engineering',
  'until: 2026-11-01',
  'team: nobody',
  'rotation: [engineer-a, engineer-b]',
  'start: 2026-11-30',
  'api_key: q7Zt9LwXv2Rk8Pn4',
]
const FILES = {
  'issues/storage/full.md':
    '---\ntitle: The disk is full\nsummary: No room is left.\naliases: [old-name]\nalerts: [DiskFull]\n---\n\n## Symptoms\n\n1. No room. See [this](../orders-late.md#fix) and [that](/issues/orders-late/).\n\n![A chart](../../images/chart.png)\n\n```sql test="none: an example"\nCREATE VIEW late AS SELECT visit_id AS late_id FROM visits;\n```\n\n## Fix\n\n1. Set `TOPIC`.\n',
  'issues/reads.md':
    '---\ntitle: Reads a view\nsummary: It reads what another page makes.\nrunbook: disk\n---\n\n## Symptoms\n\n1. See [that](/issues/old-name/#fix), [the alert](/alerts/DiskFull/) and [the folder](/issues/storage/).\n\n```sql test="none: an example"\nSELECT late_id FROM late;\n```\n\n## Fix\n\n```bash test="none: an example"\necho "$TOPIC"\n```\n',
  'runbooks/disk.md':
    '---\ntitle: Disks\nsummary: What to do about disks. TODO\n---\n\n## Steps\n\n1. Set `TOPIC`, see [the issue](../issues/storage/full.md#symptoms).\n',
  'tables/visits.yaml':
    'title: Visits\nsummary: All.\nrow: one visit\ncolumns:\n  - { name: visit_id, type: text, summary: The id }\n',
  'teams/others.yaml': 'name: Others\nsummary: Nobody of them has a pipeline.\n',
  'rotas/second.yaml':
    'name: Second\nteam: data-engineering\ntimeZone: UTC\nstart: 2026-11-23\nhandoffTime: "09:00"\nrotation: [engineer-a, engineer-b]\ncalendar: US\n',
}

const pick = fc.nat()
const edit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('word' as const),
      at: pick,
      place: pick,
      word: fc.constantFrom(...WORDS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      at: pick,
      place: pick,
      line: fc.constantFrom(...LINES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: pick, place: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rename' as const),
      at: pick,
      word: fc.constantFrom('moved', 'old-name', 'new/one'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('swap' as const),
      rota: fc.constantFrom('on-call', 'second', 'none'),
      engineer: fc.constantFrom('engineer-a', 'engineer-b'),
    }),
  },
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(?:mdx?|yaml)$/.test(item.name) && item.name !== 'README.md')
    .map((item) => path.join(item.parentPath, item.name))
    .sort()
}

/** Makes the edit. @returns the files that it changed */
function make(root: string, each: Edit): string[] {
  if (each.kind === 'swap') {
    const file = path.join(root, 'overrides/swap.yaml')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `rota: ${each.rota}\nfrom: 2026-12-07\nto: 2026-12-13\nengineer: ${each.engineer}\n`)
    return [file]
  }
  const files = filesOf(root)
  const file = files[each.at % files.length] ?? ''
  if (each.kind === 'delete') {
    rmSync(file)
    return [file]
  }
  if (each.kind === 'rename') {
    const to = path.join(path.dirname(file), `${each.word}${path.extname(file)}`)
    if (existsSync(to)) return []
    mkdirSync(path.dirname(to), { recursive: true })
    renameSync(file, to)
    return [file, to]
  }
  const lines = readFileSync(file, 'utf8').split('\n')
  const place = each.place % lines.length
  if (each.kind === 'cut') lines.splice(place, 1)
  else if (each.kind === 'line') lines.splice(place, 0, each.line)
  else {
    const words = [...(lines[place] ?? '').matchAll(/[\w/-]+/g)]
    const old = words[each.at % Math.max(1, words.length)]
    if (!old) return []
    lines[place] =
      `${lines[place]?.slice(0, old.index) ?? ''}${each.word}${lines[place]?.slice(old.index + old[0].length) ?? ''}`
  }
  writeFileSync(file, lines.join('\n'))
  return [file]
}

function prepare(root: string): void {
  breakContent(root, 'tests/fixtures/broken/proofs')
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const picture =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  mkdirSync(path.join(root, 'images'), { recursive: true })
  writeFileSync(path.join(root, 'images/chart.png'), Buffer.from(picture, 'base64'))
}

const keyOf = (root: string) => {
  const place = path.relative(process.cwd(), root).split(path.sep).join('/')
  return ({ file, rule, message }: Finding) => ({
    full: [file, rule, message].join('\0').replaceAll(place, ''),
    cause: [rule, message].join('\0').replaceAll(place, ''),
  })
}

it(
  `of ${String(EDITS_TRIED)} random edits, --changed reports all that the whole check has found since`,
  { timeout: 600_000 },
  async () => {
    let brought = 0
    await withContent(async (root) => {
      prepare(root)
      const before = `${root}-before`
      cpSync(root, before, { recursive: true })
      const old = loadContent(before)
      const ofOld = new Set(
        (await checkEverything(old, { today: TODAY })).map((each) => keyOf(before)(each).full),
      )
      const earlier: Earlier = {
        textOf: (file) => {
          const was = path.join(before, path.relative(root, file))
          return existsSync(was) ? readFileSync(was, 'utf8') : undefined
        },
        withContent: (work) => work(old),
      }
      await fc.assert(
        fc.asyncProperty(edit, async (each) => {
          rmSync(root, { recursive: true })
          cpSync(before, root, { recursive: true })
          const changed = make(root, each)
          const whole = await checkEverything(loadContent(root), { today: TODAY })
          const fresh = whole.map(keyOf(root)).filter(({ full }) => !ofOld.has(full))
          brought += fresh.length
          if (changed.length === 0) return
          const said = await checkChanged(loadContent(root), changed, TODAY, earlier)
          const known = new Set(said.map((finding) => keyOf(root)(finding).cause))
          expect(fresh.map(({ cause }) => cause).filter((cause) => !known.has(cause))).toEqual([])
        }),
        { numRuns: EDITS_TRIED, seed: 20261126 },
      )
    })
    expect(brought).toBeGreaterThan(EDITS_TRIED / 2)
  },
)
