import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { toYaml } from '../../src/content/read/yaml/write.ts'

/** What people call things: every text that a title, a name or a heading may be, as far as a team would write it. */
const words = fc.constantFrom(
  'Orders are late',
  'A & B: "quoted", \'single\' and `code`',
  'Größe über 90 %',
  '遅延が増える',
  'تأخر وصول البيانات',
  '100% {of} [all] *of* _it_ | $x$ #1',
  '- a dash at the begin',
  '🎉 a party',
  'yes and no: maybe',
  `${'LongNameOfAService'.repeat(4)} is late`,
  `a ${'very '.repeat(12)}long name`,
)

/** One pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const ids = fc.constantFrom(
  'late',
  '404',
  'all',
  'index-of-things',
  '2026',
  'search',
  'a_b',
  'new',
  'Upper',
  'api',
  'onboarding',
)
const folders = fc.constantFrom('', 'deep/', 'deep/er/', 'issues/', 'Shop/')

const block = fc.oneof(
  words.map((text) => `Text with **${text.replace(/[*_`{}[\]|$#<>&]/g, '')}**.`),
  words.map((text) => `### ${text.replace(/[{}[\]<>|]/g, '')}\n\nText.`),
  fc.constantFrom(
    '### 🎉\n\nText.',
    '#### Deeper\n\nText.',
    '1. One\n2. Two\n   - three\n     1. four\n',
    '- [ ] to do\n- [x] done',
    '| a | b |\n| - | -: |\n| `x \\| y` | 1 |\n',
    '<details>\n<summary>More</summary>\n\nText.\n\n</details>',
    '> [!WARNING]\n> Take care.',
    '> A quote.',
    'Note[^NUMBER].\n\n[^NUMBER]: A footnote.',
    '---',
    '```text\nplain {x} <y> &z\n```',
    '````text\n```\nfence in fence\n```\n````',
    '```json\n{ "a": [1, 2] }\n```',
    '```console\n$ ls -l\ntotal 0\n```',
    '```mermaid\nflowchart LR\n  A[One] --> B{Two}\n```',
    'Press <kbd>Ctrl</kbd>+<kbd>C</kbd>.<br>Then H<sub>2</sub>O &amp; CO<sub>2</sub> :tada:.',
    '![A picture](ROOT/images/a%20picture.png)',
    '[A file](ROOT/files/data%20%C3%BC.csv) and <https://example.com/?a=1&b=2>.',
    '<!-- a comment -->',
  ),
)

const page = fc.record({
  id: fc.tuple(folders, ids).map(([folder, id]) => folder + id),
  ending: fc.constantFrom('.md', '.md', '.md', '.MD'),
  title: words,
  summary: words,
  blocks: fc.array(block, { maxLength: 8 }),
  alerts: fc.uniqueArray(fc.constantFrom('Late', 'Disk full (90%)', 'job:x:rate5m', 'Größe'), {
    maxLength: 2,
  }),
  owner: fc.boolean(),
  severity: fc.boolean(),
})

const rota = fc.record({
  timeZone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns'),
  handoffTime: fc.constantFrom('00:00', '09:00', '23:30'),
  start: fc.constantFrom('2025-12-29', '2026-06-01', '2026-11-23'),
  calendar: fc.constantFrom('US', 'JP', 'DE-BY'),
  rotation: fc.constantFrom(['a'], ['a', 'b'], ['b', 'a']),
})

const folder = fc.record({
  name: words,
  settings: fc.record(
    {
      language: fc.constantFrom('en', 'de', 'ja', 'ar'),
      offline: fc.boolean(),
      index: fc.boolean(),
      personalContacts: fc.constantFrom('show', 'hide'),
      repository: fc.constantFrom('https://github.com/example/runbooks', 'https://gitlab.com/a/b/c'),
      terms: fc.record({ issue: fc.record({ one: fc.constantFrom('alert page', '障害') }) }),
    },
    { requiredKeys: [] },
  ),
  severities: fc.boolean(),
  people: fc.boolean(),
  pages: fc.array(fc.record({ collection: fc.constantFrom('issues', 'runbooks'), page }), { maxLength: 6 }),
  rotas: fc.uniqueArray(rota, { maxLength: 2 }),
  isExternal: fc.boolean(),
  // A site with pictures costs a whole build; those without share what renders their pages.
  hasPictures: fc.constantFrom(false, false, false, true),
  base: fc.constantFrom('/', '/runbooks'),
})
export type GeneratedFolder = typeof folder extends fc.Arbitrary<infer T> ? T : never

/** So many content folders as teams write them, always the same for a seed. Not each passes the check. */
export function generatedFolders(count: number, seed: number): GeneratedFolder[] {
  return fc.sample(folder, { numRuns: count, seed })
}

/** Writes a generated folder. */
export function writeGenerated(root: string, { name, settings, pages, ...generated }: GeneratedFolder): void {
  const put = (file: string, text: string | Buffer) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const yaml = (fields: object) =>
    Object.entries(fields)
      .map(([key, value]) => `${key}: ${toYaml(value)}\n`)
      .join('')
  const hasPeople = generated.people || generated.rotas.length > 0 || generated.isExternal
  put(
    'site.yaml',
    yaml({
      name,
      description: `What ${name} is for, in one sentence.`,
      ...settings,
      ...(generated.severities && {
        severities: [
          { id: '1', name: 'Urgent & <now>', answerWithin: 'PT15M' },
          { id: 'p2', name: 'Later' },
        ],
      }),
      rules: { 'missing-section': 'off', 'unknown-section': 'off', 'untested-code': 'off' },
    }),
  )
  if (generated.hasPictures) put('images/a picture.png', PICTURE)
  put('files/data ü.csv', 'a,b\n1,2\n')
  if (hasPeople) {
    put('teams/ops.yaml', yaml({ name, summary: 'They answer.', contact: { phone: '+1 555 0100' } }))
    for (const id of ['a', 'b'])
      put(`engineers/${id}.yaml`, yaml({ name: `Engineer ${id.toUpperCase()}`, team: 'ops' }))
  }
  for (const [index, rota] of generated.rotas.entries())
    put(`rotas/r${String(index)}.yaml`, yaml({ name: `${name} ${String(index)}`, team: 'ops', ...rota }))
  if (generated.isExternal)
    put('rotas/pager.yaml', yaml({ name, team: 'ops', external: 'https://pager.example.com/x' }))
  for (const [index, { collection, page }] of pages.entries()) {
    const fields = {
      // No two pages are called the same.
      title: `${page.title} ${String(index)}`,
      summary: page.summary,
      ...(collection === 'issues' && index === 0 && page.alerts.length > 0 && { alerts: page.alerts }),
      ...(hasPeople && page.owner && collection === 'issues' && { owner: 'ops' }),
      ...(generated.severities && page.severity && collection === 'issues' && { severity: 'p2' }),
    }
    const above = '../'.repeat(page.id.split('/').length).slice(0, -1)
    const body = page.blocks
      .filter((text) => generated.hasPictures || !text.startsWith('!['))
      .map((text, at) => text.replaceAll('NUMBER', String(at)))
      .join('\n\n')
      .replaceAll('ROOT', above)
    put(`${collection}/${page.id}${page.ending}`, `---\n${yaml(fields)}---\n\n## Text\n\nText.\n\n${body}\n`)
  }
}
