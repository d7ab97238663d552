import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { EVIL, RUN } from './payloads.ts'
import { initContent } from '../../../src/content/edit/init.ts'

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

/** Texts that would be code, markup, another line, another value or another path, were they not escaped where they go. */
export const HOSTILE_TEXTS: readonly string[] = [
  `</script><script>${RUN}</script>`,
  `</title><img src=x onerror=${RUN}>`,
  `"><svg onload=${RUN}>`,
  `' onmouseover='${RUN}`,
  `<!--<script>${RUN}//`,
  `]]><script>${RUN}</script>`,
  `\${${RUN}}`,
  `{${RUN}}`,
  `{{constructor.constructor(1)}}`,
  `javascript:${RUN}`,
  `//${EVIL}/x`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `a;VALUE=URI:https://${EVIL}/`,
  `a\\nATTACH:https://${EVIL}/`,
  `END:VEVENT BEGIN:VEVENT`,
  `*/ ${RUN} /*`,
  `@import url(//${EVIL}/x.css);`,
  `$(touch /tmp/x) \`id\` ; rm -rf x`,
  `!!js/function 'x' # & * ? | - : %`,
  `../../../../etc/passwd`,
  `%0d%0aSet-Cookie: a=b`,
  `(a+)+$ [ ( \\ .*`,
  `__proto__ constructor toString`,
  `=HYPERLINK("https://${EVIL}/")`,
  `[x](javascript:${RUN}) ![y](//${EVIL}/y.png)`,
  `__VITE_ASSET__abc__ import.meta.env.X process.env.HOME`,
]

/** Adds entries of every kind whose fields hold such texts. */
export function addHostileFields(root: string): void {
  const yaml = (fields: Record<string, unknown>) => JSON.stringify(fields)
  const at = (index: number) => HOSTILE_TEXTS[index % HOSTILE_TEXTS.length] ?? ''
  for (const [index, text] of HOSTILE_TEXTS.entries()) {
    writeFileSync(
      path.join(root, `issues/f${String(index)}.md`),
      issue(
        {
          title: `${String(index)} ${text}`.slice(0, 140),
          summary: text,
          first: text.slice(0, 140),
          impact: text,
          keywords: [text],
          incidents: [{ date: '2026-11-20', summary: text, link: 'https://example.com/incident' }],
          signatures: [text],
        },
        // The gate refuses the marks of the builder in a body; in fields they have to be harmless.
        /__VITE/.test(text) ? 'Text.' : `\`\`\`text\n${text}\n\`\`\`\n\n\`${text.replaceAll('`', '')}\``,
      ),
    )
  }
  writeFileSync(
    path.join(root, 'site.yaml'),
    yaml({
      name: at(0),
      description: at(2),
      defaultRota: 'on-call',
      personalContacts: 'show',
      severities: [
        {
          id: 'sev3',
          name: at(4),
          summary: at(1),
          answerWithin: 'PT15M',
          notify: at(0),
          notifyEvery: 'PT30M',
        },
      ],
      terms: { issue: { one: at(4), many: at(3) } },
    }),
  )
  writeFileSync(
    path.join(root, 'teams/data-engineering.yaml'),
    yaml({ name: at(1), summary: at(3), contact: { chat: at(0), phone: '+1 555 0100' } }),
  )
  writeFileSync(
    path.join(root, 'engineers/engineer-a.yaml'),
    yaml({ name: at(13), team: 'data-engineering', contact: { chat: `#${at(2)}` } }),
  )
  writeFileSync(path.join(root, 'engineers/engineer-b.yaml'), yaml({ name: at(0), team: 'data-engineering' }))
  writeFileSync(
    path.join(root, 'rotas/on-call.yaml'),
    yaml({
      name: at(12),
      team: 'data-engineering',
      timeZone: 'Etc/UTC',
      start: '2026-11-23',
      handoffTime: '09:00',
      rotation: ['engineer-a', 'engineer-b'],
      calendar: 'US',
      contact: { chat: `#${at(9)}` },
      holidays: {
        add: [
          { date: '2026-12-02', name: at(0) },
          { date: '2026-12-09', name: at(12) },
        ],
      },
    }),
  )
  mkdirSync(path.join(root, 'overrides'), { recursive: true })
  writeFileSync(
    path.join(root, 'overrides/change.yaml'),
    yaml({ rota: 'on-call', from: '2026-12-01', to: '2026-12-02', engineer: 'engineer-a', reason: at(0) }),
  )
  const dashboards = HOSTILE_TEXTS.map((name, index) => ({
    name,
    url: `https://example.com/d/${String(index)}`,
  }))
  const pipeline = {
    title: at(1),
    summary: at(0),
    primaryOwner: 'data-engineering',
    runbook: 'orders',
    dashboards,
  }
  writeFileSync(
    path.join(root, 'pipelines/hostile.md'),
    `---\n${Object.entries(pipeline)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .join('\n')}\n---\n\nText.\n`,
  )
}

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
  // JSON is YAML, and escapes whatever is in a text.
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const sections = ['Diagnose', 'Fix', 'Verify', 'Escalate'].map((name) => `## ${name}\n\n1. Do it.\n`)
  return `---\n${lines.join('\n')}\n---\n\n## Symptoms\n\n${body}\n\n${sections.join('\n')}`
}
