import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findingsIn, withContent } from './broken-content.ts'

const ISSUE = 'issues/orders-late.md'
const ROTA = 'rotas/on-call.yaml'
const STEP = '1. Start the failed run again.'
type Make = (root: string) => void

const replace =
  (file: string, from: string | RegExp, to: string): Make =>
  (root) => {
    const place = path.join(root, file)
    const before = readFileSync(place, 'utf8')
    const after = before.replace(from, () => to)
    expect(after).not.toBe(before)
    writeFileSync(place, after)
  }
const write =
  (file: string, text: string): Make =>
  (root) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
const both =
  (...makes: readonly Make[]): Make =>
  (root) => {
    for (const make of makes) make(root)
  }
/** In the section on the fix, from line 29 on. */
const text = (words: string) => replace(ISSUE, STEP, `${STEP}\n\n${words}`)
const block = (language: string, code: string) =>
  text(`\`\`\`${language} test="none: an example"\n${code}\n\`\`\``)
const field = (name: string, value: string) =>
  replace(ISSUE, new RegExp(`^${name}: .*$`, 'm'), `${name}: ${value}`)
const table = (row: string) => text(`| a | b |\n|---|---|\n${row}`)
const swap = (from: string, to: string) =>
  write('overrides/x.yaml', `rota: on-call\nfrom: ${from}\nto: ${to}\nengineer: engineer-a\n`)
const leave = (name: string, from: string, to: string) =>
  write(`leave/${name}.yaml`, `engineer: engineer-a\nfrom: ${from}\nto: ${to}\n`)
const week = (start: string, engineer: string) =>
  `- start: ${start}\n  engineer: ${engineer}\n  cycle: 2026-11-23\n  plain: ${engineer}\n  holidays: {}\n  daysOff: []\n  absences: []\n`
const TABLE = `title: Clicks
summary: Clicks by day.
row: one day
writtenBy: The load
key: [day]
time: { column: day, zone: UTC }
columns:
  - { name: day, type: date, role: time, summary: The day }
  - { name: ordered_at, type: timestamp, summary: When }
  - { name: clicks, type: integer, role: measure, summary: How many }
`
const published = write(
  'published/on-call.yaml',
  (week('2026-11-23', 'engineer-a') + week('2026-11-30', 'engineer-b')).replace(
    '{}',
    '{ 2026-11-26: Thanksgiving Day }',
  ),
)

/** Slips as people made them in an attack on the check, each with the one thing that it has to say. */
const ROWS: readonly [slip: string, make: Make, finding: string][] = [
  // Alerts, halves of links, and what was left
  ['text on the line of the mark', text('> [!WARNING] Stop it first.'), `${ISSUE}:29:3 warning alert-form`],
  ['a mark without its !', text('> [WARNING]\n> x'), `${ISSUE}:29:3 error alert-form`],
  ['a mark alone', text('> [!WARNING]'), `${ISSUE}:29:3 error alert-form`],
  ['a mark in no quote', text('[!WARNING]\nx'), `${ISSUE}:29:1 error alert-form`],
  ['the literal (text)[target]', text('(text)[target]'), `${ISSUE}:29:1 error swapped-link`],
  ['a blank in an address', text('[x](https://example.com/a b)'), `${ISSUE}:29:1 error link-syntax`],
  ['a bracket too few', text('[x(../runbooks/orders.mdx)'), `${ISSUE}:29:1 error link-syntax`],
  ['a link to one’s own machine', text('[x](http://localhost/)'), `${ISSUE}:29:1 warning own-address`],
  ['a link to nothing', text('[x](#)'), `${ISSUE}:29:1 warning broken-anchor`],
  ['capital letters in a link', text('[x](../runbooks/Orders.mdx)'), `${ISSUE}:29:1 warning broken-link`],
  ['a note twice', text('[^a]\n\n[^a]: x\n\n[^a]: y'), `${ISSUE}:33:1 error unused-definition`],
  ['seven signs', text('####### Seven'), `${ISSUE}:29:1 error heading-space`],
  ['an empty item', text('- a\n-'), `${ISSUE}:30:1 warning empty-item`],
  ['a box in no list', text('[ ] do'), `${ISSUE}:29:1 error task-mark`],
  ['half of a conflict', text('=======\nb\n>>>>>>> x'), `${ISSUE}:31:1 error merge-conflict`],
  ['an open comment', text('<!-- x'), `${ISSUE}:29:1 error unclosed-html`],
  ['a fence alone', text('~~~'), `${ISSUE}:29:1 error unclosed-code`],
  [
    'a list directly below HTML',
    text('<details>\n<summary>x</summary>\n- a\n\n</details>'),
    `${ISSUE}:31:1 error html-blank-line`,
  ],
  ['a word before #', field('title', 'Late #1'), `${ISSUE}:2:13 warning cut-value`],
  [
    'a name before #',
    replace('engineers/engineer-b.yaml', /^name: .*$/m, 'name: B #1'),
    'engineers/engineer-b.yaml:1:9 warning cut-value',
  ],
  ['marks in a summary', field('summary', 'Orders are **late**.'), `${ISSUE}:3:10 warning markup-in-value`],
  [
    'a holiday of 2062',
    replace(ROTA, /$/, 'holidays: { add: [{ date: 2062-12-10, name: X }] }\n'),
    `${ROTA}:8:27 warning far-holiday`,
  ],
  [
    'a holiday that is one',
    replace(ROTA, /$/, 'holidays: { add: [{ date: 2026-12-25, name: Christmas Day }] }\n'),
    `${ROTA}:8:27 warning rota-add-known`,
  ],
  [
    'an area twice',
    replace('site.yaml', /$/, 'areas: [{ id: a }, { id: a }]\n'),
    'site.yaml:4:20 error duplicate-item',
  ],
  // Code
  ['JSON with a comma too many', block('json', '{"a": 1,}'), `${ISSUE}:30:9 error code-syntax`],
  ['YAML with an open list', block('yaml', 'a: [1'), `${ISSUE}:30:6 error code-syntax`],
  ['SQL that ends in a clause', block('sql', 'SELECT a FROM t WHERE'), `${ISSUE}:30:17 error code-syntax`],
  ['a condition without its end', block('bash', 'if true; do'), `${ISSUE}:30:10 error code-syntax`],
  ['a quote without its half', block('bash', "echo 'x"), `${ISSUE}:30:6 error code-syntax`],
  ['a prompt that was copied', block('bash', '$ ls'), `${ISSUE}:30:1 error code-prompt`],
  ['a variable that is mistyped', block('bash', 'echo $TOPICC'), `${ISSUE}:30:6 error unknown-variable`],
  ['a folder that nothing sets', block('bash', 'rm -rf $DIRR/x'), `${ISSUE}:30:8 error unknown-variable`],
  [
    'a place to fill in that a shell reads as a redirection',
    block('bash', 'kubectl delete pod <POD>'),
    `${ISSUE}:30:20 error unknown-variable`,
  ],
  ['two backticks', text('``bash\nls\n``'), `${ISSUE}:29:1 error code-fence`],
  [
    'a Windows line end behind a backslash',
    text('```bash test="none: x"\nls \\\r\n -l\n```'),
    `${ISSUE}:30:4 error code-syntax`,
  ],
  ['a language that nobody knows', block('bashh', 'ls'), `${ISSUE}:29:1 warning code-language`],
  [
    'an attribute of a fence twice',
    text('```bash test="none: x" test="none: y"\nls\n```'),
    `${ISSUE}:29:1 error code-fence`,
  ],
  ['a mistyped command of git', block('bash', 'git comit -m x'), `${ISSUE}:30:5 warning code-syntax`],
  [
    'a mistyped command of kubectl',
    block('bash', 'sudo kubectl descirbe pod x'),
    `${ISSUE}:30:14 warning code-syntax`,
  ],
  [
    'a column beside a sum without GROUP BY',
    block('sql', 'SELECT region, COUNT(*) FROM orders WHERE amount > 3'),
    `${ISSUE}:30:8 warning code-syntax`,
  ],
  ['too few values', block('sql', 'INSERT INTO t (a, b) VALUES (1)'), `${ISSUE}:30:29 error code-syntax`],
  // Links
  ['a link that nothing closes', text('See [x](../runbooks/orders.mdx'), `${ISSUE}:29:5 error link-syntax`],
  ['brackets the wrong way round', text('(text)[target.md]'), `${ISSUE}:29:1 error swapped-link`],
  ['a space in a link', text('[x] (orders-late.md)'), `${ISSUE}:29:1 error link-syntax`],
  ['htps:', text('[x](htps://example.com)'), `${ISSUE}:29:1 error address`],
  ['one slash', text('[x](https:/example.com)'), `${ISSUE}:29:1 error address`],
  ['a path of Windows', text('[x](C:\\docs\\x.md)'), `${ISSUE}:29:1 error address`],
  ['a reference without its line', text('[text][undefined]'), `${ISSUE}:29:1 error undefined-reference`],
  ['a line without its reference', text('[r]: https://example.com'), `${ISSUE}:29:1 error unused-definition`],
  ['a note that is not there', text('See[^9].'), `${ISSUE}:29:4 error undefined-reference`],
  ['a year before the rota', text('[x](/oncall/on-call/1999/)'), `${ISSUE}:29:1 error broken-link`],
  ['an alert that nothing has', text('[x](/alerts/NoSuch/)'), `${ISSUE}:29:1 error broken-link`],
  ['a page that is not there', text('[x](/issues/nothing/)'), `${ISSUE}:29:1 error broken-link`],
  ['a link without its ending', text('[x](orders-late)'), `${ISSUE}:29:1 error broken-link`],
  ['an anchor that is not there', text('[x](#nothing)'), `${ISSUE}:29:1 error broken-anchor`],
  [
    'an anchor of another page',
    text('[x](../runbooks/orders.mdx#nothing)'),
    `${ISSUE}:29:1 error broken-anchor`,
  ],
  ['a picture of another host', text('![x](https://example.com/x.png)'), `${ISSUE}:29:1 error address`],
  // Tables, lists and marks
  ['a row with a cell too few', table('| 1 |'), `${ISSUE}:31:1 error table-cells`],
  ['a row with a cell too many', table('| 1 | 2 | 3 |'), `${ISSUE}:31:1 error table-cells`],
  ['a bar in code in a cell', table('| `x | y` | 2 |'), `${ISSUE}:31:1 error table-cells`],
  ['a list without spaces', text('-one'), `${ISSUE}:29:1 error list-space`],
  ['3. after 1.', text('1. a\n3. b'), `${ISSUE}:29:1 error list-number`],
  ['a callout that no forge has', text('> [!DANGER]\n> x'), `${ISSUE}:29:3 error foreign-markup`],
  ['a callout that is mistyped', text('> [!WARNNG]\n> x'), `${ISSUE}:29:3 error foreign-markup`],
  ['bold without its end', text('**bold unclosed'), `${ISSUE}:29:1 error unclosed-mark`],
  ['a backtick alone', text('a ` b'), `${ISSUE}:29:3 error unclosed-mark`],
  ['a box without its space', text('- [] do'), `${ISSUE}:29:3 error task-mark`],
  ['a box with a space too many', text('- [ x] do'), `${ISSUE}:29:3 error task-mark`],
  ['(tbd)', text('(tbd)'), `${ISSUE}:29:1 warning leftover`],
  ['TODO', text('TODO'), `${ISSUE}:29:1 warning leftover`],
  ['Lorem ipsum', text('Lorem ipsum'), `${ISSUE}:29:1 warning leftover`],
  ['a word twice', text('the the'), `${ISSUE}:29:1 warning doubled-word`],
  ['a line of = below a line', text('a\n======='), `${ISSUE}:29:1 error first-level-heading`],
  [
    'a section one level too deep',
    replace(ISSUE, '## Fix', '### Fix'),
    `${ISSUE}:25:1 error missing-section`,
  ],
  [
    'a section one level too high',
    replace(ISSUE, '## Fix', '# Fix'),
    `${ISSUE}:25:1 error first-level-heading`,
  ],
  [
    'a section of another name',
    replace(ISSUE, '## Fix', '## Solution'),
    `${ISSUE}:25:1 error unknown-section`,
  ],
  [
    'a section twice',
    replace(ISSUE, '## Verify', '## Fix\n\n1. x\n\n## Verify'),
    `${ISSUE}:29:1 error section-order`,
  ],
  // Fields
  [
    'curly quotes around a value',
    field('summary', '“The orders are late.”'),
    `${ISSUE}:3:10 error curly-quote`,
  ],
  ['an entity in a value', field('summary', 'Orders &amp; more'), `${ISSUE}:3:10 error entity-in-value`],
  [
    'a component in the singular and in the plural',
    replace(ISSUE, '[scheduler, warehouse]', '[scheduler, warehouse, warehouses]'),
    `${ISSUE}:7:36 warning component-spelling`,
  ],
  [
    'a component with a hyphen and without',
    replace(ISSUE, '[scheduler, warehouse]', '[scheduler, data-lake, datalake]'),
    `${ISSUE}:7:36 warning component-spelling`,
  ],
  [
    'a step of another page',
    text('Go on with step 9 of the guide.\n\n### Step 1: A\n\nx\n\n### Step 2: B\n\n:warnning:'),
    `${ISSUE}:37:1 warning emoji-name`,
  ],
  ['an item twice', field('pipelines', '[orders, orders]'), `${ISSUE}:5:21 error duplicate-item`],
  [
    'a signature with a place to fill in',
    field('severity', 'sev2\nsignatures: ["Order <order_id> was not found"]'),
    `${ISSUE}:7:14 warning field-sense`,
  ],
  [
    'the name of a country for its code',
    replace(ROTA, /^calendar: .*$/m, 'calendar: UK'),
    `${ROTA}:7:11 error invalid-value`,
  ],
  ['a title of yes', field('title', 'yes'), `${ISSUE}:2:8 error empty-title`],
  ['a dash too many', replace(ISSUE, /^---\n/, '----\n'), `${ISSUE}:1:4 error frontmatter-language`],
  ['a space that is none', replace(ISSUE, /^title: /m, 'title:\u00a0'), `${ISSUE}:2:7 error yaml`],
  [
    'a folded text without its indent',
    replace(ISSUE, /^summary: (.*)$/m, 'summary: >\nxx'),
    `${ISSUE}:4:1 error yaml`,
  ],
  // MDX
  [
    'a style that is code',
    replace('runbooks/orders.mdx', /\n## /, '\n<span style={{color:"red"}}>x</span>\n\n## '),
    'runbooks/orders.mdx:15:1 error mdx-code',
  ],
  [
    'a class',
    replace('runbooks/orders.mdx', /\n## /, '\n<span class="x">x</span>\n\n## '),
    'runbooks/orders.mdx:15:1 error html',
  ],
  [
    'a brace alone',
    replace('runbooks/orders.mdx', /\n## /, '\nx }\n\n## '),
    'runbooks/orders.mdx:15:3 error lone-brace',
  ],
  // Rotas
  [
    'a time zone without summer',
    replace(ROTA, /^timeZone: .*$/m, 'timeZone: EST'),
    `${ROTA}:3:11 error fixed-time-zone`,
  ],
  [
    'an engineer taken out under published weeks',
    both(published, replace(ROTA, /^rotation: .*$/m, 'rotation: [engineer-a]')),
    `${ROTA}:6:11 error published-outside-rotation`,
  ],
  [
    'a day that is no holiday',
    replace(ROTA, /$/, 'holidays: { remove: [{ date: 2026-12-10 }] }\n'),
    `${ROTA}:8:30 warning rota-remove-nothing`,
  ],
  [
    'a holiday twice',
    replace(ROTA, /$/, 'holidays: { add: [{ date: 2026-12-10, name: X }, { date: 2026-12-10, name: Y }] }\n'),
    `${ROTA}:8:58 warning rota-add-known`,
  ],
  ['a swap in 2062', swap('2062-12-01', '2062-12-02'), 'overrides/x.yaml:2:7 error far-override'],
  ['a swap before the rota', swap('2020-12-01', '2020-12-02'), 'overrides/x.yaml:2:7 error far-override'],
  ['a swap of a year', swap('2026-12-01', '2027-12-02'), 'overrides/x.yaml:2:7 error far-override'],
  [
    'leave over leave',
    both(leave('a', '2026-12-07', '2026-12-10'), leave('b', '2026-12-09', '2026-12-12')),
    'leave/b.yaml:2:7 warning overlapping-leave',
  ],
  [
    'two engineers of one name',
    replace('engineers/engineer-b.yaml', /^name: .*$/m, 'name: Engineer A'),
    'engineers/engineer-b.yaml:1:7 error duplicate-name',
  ],
  [
    'a variable of a pipeline that nothing uses',
    replace(
      'pipelines/orders.mdx',
      /^runbook: .*$/m,
      'runbook: orders\nvariables: [{ name: TOPIC, summary: x }]',
    ),
    'pipelines/orders.mdx:8:21 warning unused-variable',
  ],
  [
    'a variable of a runbook that nothing uses',
    replace('runbooks/orders.mdx', /^reviewEvery: .*$/m, 'variables: [{ name: TOPIC, summary: x }]'),
    'runbooks/orders.mdx:12:21 warning unused-variable',
  ],
  [
    'a blank in the name of a channel',
    replace(ROTA, /$/, "contact: { chat: '#data alerts' }\n"),
    `${ROTA}:8:18 warning contact-sense`,
  ],
  [
    'a comma missing between two columns',
    both(write('tables/orders.yaml', TABLE), block('sql', 'SELECT day clicks FROM orders;')),
    `${ISSUE}:30:12 warning unknown-column`,
  ],
  [
    'an issue of another runbook than its pipelines',
    both(
      (root) => cpSync(path.join(root, 'runbooks/orders.mdx'), path.join(root, 'runbooks/returns.mdx')),
      replace('runbooks/returns.mdx', 'title: Orders', 'title: Returns'),
      replace('pipelines/orders.mdx', 'runbook: orders', 'runbook: returns'),
      (root) =>
        cpSync(path.join(root, 'pipelines/orders.mdx'), path.join(root, 'pipelines/other-orders.mdx')),
      replace('pipelines/other-orders.mdx', /title: Orders(?=[\s\S]*runbook: )/, 'title: Other orders'),
      replace('pipelines/other-orders.mdx', 'runbook: returns', 'runbook: orders'),
    ),
    `${ISSUE}:4:10 warning field-sense`,
  ],
  [
    'a week of a cycle that neither goes on nor begins',
    write(
      'published/on-call.yaml',
      week('2026-11-23', 'engineer-a').replace('{}', '{ 2026-11-26: Thanksgiving Day }') +
        week('2026-11-30', 'engineer-b') +
        week('2026-12-07', 'engineer-a').replace('cycle: 2026-11-23', 'cycle: 2026-11-30'),
    ),
    'published/on-call.yaml:17:10 warning published-sense',
  ],
  // Files
  [
    'an engineer deleted under published weeks',
    both(published, (root) => rmSync(path.join(root, 'engineers/engineer-a.yaml'))),
    'published/on-call.yaml:2:13 error unknown-reference',
  ],
  [
    'an issue renamed',
    (root) => renameSync(path.join(root, ISSUE), path.join(root, 'issues/other.md')),
    'runbooks/orders.mdx:17:48 error broken-link',
  ],
  [
    'an issue in runbooks/',
    (root) => renameSync(path.join(root, ISSUE), path.join(root, 'runbooks/orders-late.md')),
    'runbooks/orders-late.md:4:1 error misplaced-entry',
  ],
]

it.each(ROWS)('%s is one finding, at its line and column', (_, make, finding) => {
  const found = withContent((root) => {
    make(root)
    return findingsIn(root).map(
      ({ file, line, column, severity, rule }) =>
        `${file.replace('content/', '')}:${String(line)}:${String(column)} ${severity} ${rule}`,
    )
  })
  expect(found.filter((each) => !each.includes('published-running-out'))).toEqual([finding])
})
