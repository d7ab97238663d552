import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { page } from './content-folder.ts'

/** What nobody plans for, each on a page of its own or in the fields of one. */
export const ODD = {
  longTitle:
    `Late ${'UnbrokenNameOfAnUnusuallyLongService'.repeat(4)} and ${'many more words '.repeat(12)}`.trim(),
  longWord: 'x'.repeat(300),
  rightToLeft: 'تأخر وصول البيانات إلى المستودع',
  /** As Grafana and recording rules call them. */
  alerts: [
    'Größe über 90% (Disk)',
    '5xx + 4xx, & more = late',
    'ディスク使用率',
    'job:errors:rate5m',
    "it's late!",
  ],
}

const fence = (language: string, text: string) =>
  `\`\`\`${language} test="none: needs a broker"\n${text}\n\`\`\`\n`

const LISTS = `- one
  1. two
     - three
       1. four
          - five, with \`${'code'.repeat(40)}\`

            ${'a paragraph within it '.repeat(8)}
`

const WIDE_TABLE = [
  `| ${Array.from({ length: 12 }, (_, column) => `Column ${String(column + 1)}`).join(' | ')} |`,
  `|${' --- |'.repeat(12)}`,
  `| ${Array.from({ length: 12 }, (_, column) => `value of column ${String(column + 1)}`).join(' | ')} |`,
].join('\n')

const TABS = `<Tabs sync="kafka">
<Tab label="Kafka 3">

### With Kafka 3

${fence('bash', 'kafka-consumer-groups.sh --describe --group loader')}
</Tab>
<Tab label="Kafka 4, with a label that is much longer than a phone is wide, and goes on and on">

### With Kafka 4

${fence('bash', `kafka-groups.sh --${'option'.repeat(60)}`)}
</Tab>
</Tabs>
`

const MERMAID = `\`\`\`mermaid
flowchart LR
  A[Lag grows] -->|yes| B{Is a loader reading?}
  B --> C[Restart the loader and wait until it has caught up]
  C --> D[(warehouse)]
\`\`\`
`

/** Steps of a page that another team wrote, in their own words. */
const STEPS = Array.from(
  { length: 60 },
  (_, place) =>
    `### ${String(place + 1)}) Look at "node_${String(place)}" & wait: is it \`Ready\`?\n\nLook.\n`,
).join('\n')

const sections = (diagnose: string) =>
  `## Symptoms\n\n- ${ODD.longWord}\n\n## Diagnose\n\n${diagnose}\n\n## Fix\n\n### Step 1\n\nDo it.\n\n## Verify\n\n- Done.\n\n## Escalate\n\n- Nobody.\n`

/** A site without an owner, a rota or a severity but on one page, which has too much of everything. */
export function writeOddContent(root: string): void {
  const files: Record<string, string> = {
    'site.yaml':
      'name: Odd site\ndescription: What nobody plans for.\npersonalContacts: show\nterms:\n  issue: { one: fault }\n  runbook: { one: play }\n',
    'issues/bare.md': page(
      { title: 'Bare', summary: 'An issue with nothing but its text.' },
      sections('Look.'),
    ),
    'issues/walked.md': page(
      { title: 'Walked', summary: 'An issue of sixty steps.', severity: 'sev1' },
      sections(STEPS),
    ),
    'runbooks/how.md': page({ title: 'How', summary: 'A runbook with nothing but its text.' }, 'Look.\n'),
    'issues/odd.mdx': page(
      {
        title: ODD.longTitle,
        summary: 'A summary. '.repeat(40).trim(),
        first: `Do not touch ${ODD.longWord.slice(0, 100)}.`,
        severity: 'sev1',
        components: Array.from({ length: 30 }, (_, place) => `component-${String(place)}`),
        signatures: Array.from(
          { length: 30 },
          (_, place) => `ERROR ${String(place)}: ${'long text '.repeat(20)}`,
        ),
        alerts: ['A'.repeat(80)],
      },
      sections([LISTS, WIDE_TABLE, TABS, MERMAID].join('\n')),
    ),
    'issues/RTL.MD': page(
      { title: ODD.rightToLeft, summary: `${ODD.rightToLeft}.`, alerts: ODD.alerts },
      sections(
        `${ODD.rightToLeft}\n\n### ${ODD.rightToLeft}\n\n${fence('bash', `echo "${ODD.rightToLeft}"`)}`,
      ),
    ),
    'teams/alone.yaml': `name: ${'Team of a very long name '.repeat(6).trim()}\nsummary: One person.\ncontact:\n  chat: "#${'channel-'.repeat(12)}x"\n  email: ${'long'.repeat(12)}@example.com\n`,
    'engineers/only.yaml': `name: ${'Engineer'.repeat(10)}\nteam: alone\ncontact:\n  phone: "+1 555 0100"\n`,
    'rotas/alone.yaml':
      'name: Alone\nteam: alone\ntimeZone: Asia/Kathmandu\nstart: 2025-12-29\nhandoffTime: "09:00"\nrotation: [only]\ncalendar: US\n',
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
}
