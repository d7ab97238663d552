/** One slip in a sound content folder: what is replaced in which file, and the line at which it has to be reported. */
export interface EditingMistake {
  name: string
  file: string
  /** What stands there, and what somebody has made of it. */
  from: string
  to: string
}

export const ISSUE = 'issues/orders-late.md'
const RUNBOOK = 'runbooks/orders.mdx'
const PIPELINE = 'pipelines/orders.mdx'
const ROTA = 'rotas/on-call.yaml'
const ENGINEER = 'engineers/engineer-a.yaml'
const TEAM = 'teams/data-engineering.yaml'
const STEP = '1. Start the failed run again.'

const inText = (text: string, file = ISSUE, from = STEP): EditingMistake => ({
  name: `${file}: ${text.replaceAll('\n', '⏎').slice(0, 70)}`,
  file,
  from,
  to: `${from}\n\n${text}`,
})
const instead = (file: string, from: string, to: string): EditingMistake => ({
  name: `${file}: ${to.replaceAll('\n', '⏎').slice(0, 70)} for ${from.slice(0, 30)}`,
  file,
  from,
  to,
})
const block = (language: string, code: string) =>
  inText(`\`\`\`${language} test="none: an example"\n${code}\n\`\`\``)

/** A sound block, cut off or changed in ways that fingers and clipboards know. */
const JSON_TEXT = '{"topic": "orders", "partitions": [1, 2, 3], "retention": {"ms": 1000}}'
const YAML_TEXT = 'groups:\n  - name: orders\n    rules:\n      - alert: Late\n        for: 5m'
const SQL_TEXT =
  "SELECT region, COUNT(*) FROM orders WHERE day = '2026-11-22' GROUP BY region ORDER BY region;"
const SHELL_TEXT = 'for part in 1 2 3; do\n  echo "$part" | grep -c \'x\'\ndone'
const PYTHON_TEXT = 'def late(rows):\n    return [row for row in rows if row["day"] > 3]'
const TOML_TEXT = '[orders]\nname = "orders"\nparts = [1, 2]'

const without = (text: string, signs: string) =>
  [...text].flatMap((sign, at) => (signs.includes(sign) ? [text.slice(0, at) + text.slice(at + 1)] : []))

const misspelled = (word: string) => [
  word.slice(0, 1) + word.slice(2),
  word.slice(0, -1),
  word.slice(0, 1) + word.charAt(2) + word.charAt(1) + word.slice(3),
  word.slice(0, 2) + word.slice(1),
]

export const MISTAKES: readonly EditingMistake[] = [
  // Blocks of code
  ...without(JSON_TEXT, '{}[]",:').map((code) => block('json', code)),
  ...[
    '{"a": 1,}',
    "{'a': 1}",
    '{"a": 1} // note',
    '{"a": 01}',
    '{"a" 1}',
    '[1 2]',
    '{a: 1}',
    '{"a": tru}',
  ].map((code) => block('json', code)),
  ...[
    'a: 1\n b: 2',
    'a: [1, 2',
    'a: "x',
    '\ta: 1',
    'a: 1\na: 2',
    '- a\nb: 1',
    'a: b: c',
    YAML_TEXT.replace('    rules', '   rules'),
  ].map((code) => block('yaml', code)),
  ...without(TOML_TEXT, '[]"').map((code) => block('toml', code)),
  ...['name = orders', 'name "x"', '[a\nb = 1', 'a = 1\na = 2'].map((code) => block('toml', code)),
  ...without(SQL_TEXT, "()'").map((code) => block('sql', code)),
  ...['SELECT', 'FROM', 'WHERE', 'GROUP', 'ORDER'].flatMap((word) =>
    misspelled(word).map((wrong) => block('sql', SQL_TEXT.replace(word, wrong))),
  ),
  ...[
    'SELECT a, FROM orders;',
    'SELECT a FROM orders WHERE;',
    'SELECT a FROM orders WHERE a = 1 AND;',
    'SELECT a FROM FROM orders;',
    'SELECT a,, b FROM orders;',
    'SELECT a FROM orders WHERE AND a = 1;',
    'SELECT a FROM orders ORDER BY;',
    'SELECT a /* note FROM orders;',
    'INSRT INTO orders VALUES (1);',
    'UDPATE orders SET a = 1;',
    'DELET FROM orders;',
    'CRAETE TABLE a (b INT);',
  ].map((code) => block('sql', code)),
  ...without(SHELL_TEXT, '"\'').map((code) => block('bash', code)),
  ...[
    'for f in *; do echo x',
    'if true; then echo x',
    'case x in a) echo;;',
    'echo "open',
    "echo 'it's'",
    'ls | | wc',
    'ls \\ \n  -l',
    'ls \\',
    'echo $(date',
    'while true; echo x; done',
    'echo "a" "b',
    'if [ 1 ] then echo; fi',
    'ls &&',
    '( ls',
  ].map((code) => block('bash', code)),
  ...[
    '$ ls',
    '$ kafka-topics.sh --list',
    '% ls',
    'user@host:~$ ls',
    'root@db-1:/# ls',
    '>>> print(1)',
    'PS C:\\Users> dir',
  ].map((code) => block('bash', code)),
  ...['mysql> SELECT 1;', 'postgres=# SELECT 1;', 'dw=> SELECT 1;', 'sqlite> SELECT 1;'].map((code) =>
    block('sql', code),
  ),
  ...['>>> print(1)', 'In [1]: x = 1'].map((code) => block('python', code)),
  ...[
    'rm -r "$DIRR"',
    'kubectl delete pod <POD>',
    'echo "${TOPICC}"',
    'ls "$dri"',
    'psql "$DSN_URL"',
    'curl <the address>',
    'kafka-topics.sh --topic $TOPC',
  ].map((code) => block('bash', code)),
  ...without(PYTHON_TEXT, '()[]":').map((code) => block('python', code)),
  ...[
    'if a\n    b',
    'def f(:\n    pass',
    'print("x)',
    'for in x:\n    pass',
    'return = 1',
    'x = [1, 2',
    'class :\n    pass',
    'else:\n    x',
  ].map((code) => block('python', code)),
  ...['nothing here', 'a=1\nb', 'a=1\na=2', 'key value'].map((code) => block('properties', code)),
  ...['bash', 'sql', 'json', 'python', 'yaml'].flatMap((language) => [
    inText(`\`\`${language}\nx\n\`\``),
    inText(`\`${language}\nx\n\``),
    inText(`\`\`\`${language} test="none: x"\nx`),
    inText(`\`\`\`${language} test="none: x"\n\`\`\``),
  ]),
  inText('```bahs test="none: x"\nls\n```'),
  inText('```bash test="none: x"\necho “x”\n```'),
  // Links
  ...[
    '(the runbook)[../runbooks/orders.mdx]',
    '[the runbook] (../runbooks/orders.mdx)',
    '[x](../runbooks/order.mdx)',
    '[x](../runbook/orders.mdx)',
    '[x](orders.mdx)',
    '[x](../runbooks/orders)',
    '[x](htps://example.com)',
    '[x](https:/example.com)',
    '[x](http//example.com)',
    '[x](C:\\docs\\x.md)',
    '[x]()',
    '[x][nowhere]',
    '[x][]',
    'See[^9].',
    '[x](/alerts/NoSuch/)',
    '[x](/oncall/on-call/1999/)',
    '[x](/runbooks/nope/)',
    '[x](/nope/)',
    '[x](#nowhere)',
    '[x](../runbooks/orders.mdx#nowhere)',
    '[x](javascript:alert(1))',
    '[x](mailto:)',
    '[x](files/x.csv)',
    '![x](../images/none.png)',
    '![](../images/none.png)',
    '![x](https://example.com/x.png)',
    '[x](www.example.com)',
    '[](../runbooks/orders.mdx)',
    '[x](../runbooks/orders mdx.md)',
    '[r]: ../runbooks/orders.mdx',
    '[^1]: A note that nothing names.',
  ].map((text) => inText(text)),
  // Tables, lists, marks
  ...[
    '| a | b |\n| - | - |\n| 1 |',
    '| a | b |\n| - | - |\n| 1 | 2 | 3 |',
    '| a | b |\n| - | - |\n| `x | y` | 2 |',
    '| a | b |\n| 1 | 2 |',
    '| a | b |\n| - |\n| 1 | 2 |',
    '-one\n-two',
    '- one\n-two',
    '1.one\n2.two',
    '1. one\n3. two',
    '1. one\n1. two\n3. three',
    '2) two\n4) four',
    '• one\n• two',
    '- [] one',
    '- [ x] one',
    '- [x ] one',
    '- [X]one',
    '> [!DANGER]\n> Stop.',
    '> [!WARNNG]\n> Stop.',
    '> [!Notice]\n> Stop.',
    '**bold',
    'bold**',
    'a **bold word',
    'Run `ls now.',
    'Run ls` now.',
    '~~gone',
    '##Part',
    '#### Deep',
    '# Top',
    '##',
    '(tbd)',
    '(TODO: ask)',
    'TODO',
    'FIXME later',
    'Lorem ipsum dolor',
    'the the run',
    'Start it it again.',
    '???',
    'word\u200bword',
    'word\u202eword',
    'word\u0007word',
    '<script>alert(1)</script>',
    '<b>open',
    '<marquee>x</marquee>',
    '<img src=x onerror=y>',
    '<span style="x">y</span>',
    '<!-- open',
    'TBD',
  ].map((text) => inText(text)),
  ...['start } now', '<span class="x">y</span>', '{1 + 1}', 'import x from "y"', '<Nope />', '{open'].map(
    (text) => inText(text, RUNBOOK, '## Start here'),
  ),
  // Sections
  ...['Symptoms', 'Diagnose', 'Fix', 'Verify', 'Escalate'].flatMap((section) => [
    instead(ISSUE, `## ${section}`, `### ${section}`),
    instead(ISSUE, `## ${section}`, `# ${section}`),
    instead(ISSUE, `## ${section}`, `##${section}`),
    instead(ISSUE, `## ${section}`, `**${section}**`),
    instead(ISSUE, `## ${section}`, `## ${section}s and more`),
  ]),
  // Fields
  ...['title', 'summary', 'runbook', 'severity', 'components'].flatMap((field) => [
    instead(ISSUE, `\n${field}:`, `\n${field.slice(0, -1)}:`),
    instead(ISSUE, `\n${field}:`, `\n${field}`),
    instead(ISSUE, `\n${field}:`, `\n ${field}:`),
    instead(ISSUE, `\n${field}:`, `\n${field}: x: y:`),
  ]),
  ...[
    ['title: Orders are late', 'title: “Orders are late”'],
    ['title: Orders are late', 'title: yes'],
    ['title: Orders are late', 'title: TODO'],
    ['title: Orders are late', 'title:'],
    ['title: Orders are late', 'title: "Orders are late'],
    ['title: Orders are late', 'title: Orders: late'],
    ['title: Orders are late', 'title: Orders &amp; lateness'],
    ['title: Orders are late', 'title: "Orders\\nlate"'],
    ['title: Orders are late', 'title: [Orders]'],
    ['severity: sev3', 'severity: sev9'],
    ['severity: sev3', 'severity: high'],
    ['severity: sev3', 'severity: 3'],
    ['components: [scheduler, warehouse]', 'components: scheduler, warehouse'],
    ['components: [scheduler, warehouse]', 'components: [scheduler, scheduler]'],
    ['components: [scheduler, warehouse]', 'components: [Scheduler]'],
    ['components: [scheduler, warehouse]', 'components: [scheduler warehouse'],
    ['pipelines: [orders]', 'pipelines: [order]'],
    ['pipelines: [orders]', 'pipelines: [orders, orders]'],
    ['pipelines: [orders]', 'pipelines: orders'],
    ['runbook: orders', 'runbook: order'],
    ['runbook: orders', 'runbook: orders.mdx'],
    ['alerts: [OrdersLate]', 'alerts: [Orders/Late]'],
    ['alerts: [OrdersLate]', 'alerts: [OrdersLate, OrdersLate]'],
    ['alerts: [OrdersLate]', 'alerts: ["100%"]'],
    ['reviewEvery: P90D', 'reviewEvery: 90 days'],
    ['reviewEvery: P90D', 'reviewEvery: PT3M'],
    ['reviewEvery: P90D', 'reviewEvery: P0D'],
    ['reviewed: 2026-11-23', 'reviewed: 2026-13-23'],
    ['reviewed: 2026-11-23', 'reviewed: 23.11.2026'],
    ['reviewed: 2026-11-23', 'reviewed: 2062-11-23'],
    ['reviewed: 2026-11-23', 'reviewed: yesterday'],
    ['reviewed: 2026-11-23', 'reviewed: 2026-11-23\nreviewed: 2026-11-24'],
    ['---\ntitle', '--\ntitle'],
    ['---\ntitle', '\n---\ntitle'],
    ['---\n\n## Symptoms', '\n## Symptoms'],
    ['reviewEvery: P90D', '\treviewEvery: P90D'],
  ].map(([from = '', to = '']) => instead(ISSUE, from, to)),
  ...[
    ['timeZone: Etc/UTC', 'timeZone: EST'],
    ['timeZone: Etc/UTC', 'timeZone: New York'],
    ['timeZone: Etc/UTC', 'timeZone: Etc/GMT+5'],
    ['start: 2026-11-23', 'start: 1990-01-01'],
    ['start: 2026-11-23', 'start: 2026-02-30'],
    ['start: 2026-11-23', 'start: tomorrow'],
    ['rotation: [engineer-a, engineer-b]', 'rotation: [engineer-a, engineer-x]'],
    ['rotation: [engineer-a, engineer-b]', 'rotation: [engineer-a, engineer-a]'],
    ['rotation: [engineer-a, engineer-b]', 'rotation: []'],
    ['rotation: [engineer-a, engineer-b]', 'rotaton: [engineer-a, engineer-b]'],
    ['calendar: US', 'calendar: USA'],
    ['calendar: US', 'calendar: US-ZZ'],
    ["handoffTime: '09:00'", "handoffTime: '25:00'"],
    ["handoffTime: '09:00'", 'handoffTime: 9am'],
    ['team: data-engineering', 'team: data'],
  ].map(([from = '', to = '']) => instead(ROTA, from, to)),
  instead(ENGINEER, 'Engineer A', 'Engineer B'),
  instead(ENGINEER, 'name: Engineer A', 'nmae: Engineer A'),
  instead(ENGINEER, 'team: data-engineering', 'team: data-enginering'),
  instead(ENGINEER, 'team: data-engineering', 'team: data-engineering\nfrom: 2026-12-01\nuntil: 2026-11-01'),
  instead(TEAM, 'summary:', 'sumary:'),
  instead(PIPELINE, 'primaryOwner: data-engineering', 'primaryOwner: data'),
  instead(PIPELINE, 'primaryOwner:', 'owner:'),
]
