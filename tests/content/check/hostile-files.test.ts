import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingsIn, withContent } from './broken-content.ts'

const ISSUE = 'issues/z.md'
const page = (body: string, fields = 'title: A page\nsummary: One.\n') =>
  `---\n${fields}---\n\n## Symptoms\n\n${body}\n`
const write = (file: string, text: string | Buffer) => (root: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}
const body = (text: string) => write(ISSUE, page(text))
const fields = (text: string) => write(ISSUE, page('x', text))
const link =
  (target: string, file = ISSUE) =>
  (root: string) => {
    rmSync(path.join(root, file), { force: true })
    symlinkSync(target, path.join(root, file))
  }
const pipe =
  (file = ISSUE) =>
  (root: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    rmSync(path.join(root, file), { force: true })
    execFileSync('mkfifo', [path.join(root, file)])
  }
const folder = (file: string) => (root: string) => {
  rmSync(path.join(root, file), { force: true })
  mkdirSync(path.join(root, file), { recursive: true })
}
const aliases = ['b', 'c', 'd', 'e', 'f', 'g']
  .map(
    (name, index) =>
      `${name}: &${name} [${Array(9)
        .fill(`*${'abcdef'.charAt(index)}`)
        .join(', ')}]\n`,
  )
  .join('')
const billion = `a: &a [x, x, x, x, x, x, x, x, x]\n${aliases}`
const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

/** Whatever a file can be: each ends, and what is wrong is said of that file, by this rule. */
const ROWS: readonly [name: string, make: (root: string) => void, rule: string, file?: string][] = [
  ['values that stand for billions', fields(`title: A\nsummary: B\n${billion}`), 'yaml'],
  [
    'a value that is part of itself',
    write('teams/q.yaml', 'name: &a [*a]\nsummary: x\n'),
    'yaml',
    'teams/q.yaml',
  ],
  [
    'the keys of every object',
    fields('title: A\nsummary: B\n__proto__: { a: 1 }\nconstructor: x\n'),
    'unknown-key',
  ],
  [
    'an id that every object has',
    write('teams/__proto__.yaml', 'name: X\nsummary: y\n'),
    'invalid-id',
    'teams/__proto__.yaml',
  ],
  ['a number of 400 digits', fields(`title: ${'9'.repeat(400)}\nsummary: B\n`), 'invalid-value'],
  ['numbers that are none', fields('title: .nan\nsummary: B\nboost: .inf\n'), 'invalid-value'],
  ['a date that does not exist', fields('title: A\nsummary: B\nreviewed: 2026-02-30\n'), 'invalid-value'],
  ['a date of the year 0', fields('title: A\nsummary: B\nreviewed: 0000-00-00\n'), 'invalid-value'],
  [
    'leave of 8,000 years',
    write('leave/x.yaml', 'engineer: engineer-a\nfrom: 0001-01-01\nto: 9999-12-31\n'),
    'invalid-value',
    'leave/x.yaml',
  ],
  [
    'a swap of 8,000 years',
    write('overrides/x.yaml', 'rota: on-call\nfrom: 0001-01-01\nto: 9999-12-31\nengineer: engineer-a\n'),
    'invalid-value',
    'overrides/x.yaml',
  ],
  [
    '5,000 times the same week',
    write(
      'published/on-call.yaml',
      '- { start: 2026-11-23, engineer: engineer-a, cycle: 2026-11-23, plain: engineer-a, holidays: {}, daysOff: [], absences: [] }\n'.repeat(
        5000,
      ),
    ),
    'published-duplicate',
    'published/on-call.yaml',
  ],
  ['tabs for spaces', fields('title: A\nsummary: B\n\tx: y\n'), 'yaml'],
  ['line ends of an old Mac', write(ISSUE, page('x').replaceAll('\n', '\r')), 'frontmatter-unclosed'],
  ['UTF-16', write(ISSUE, Buffer.from(`\ufeff${page('x')}`, 'utf16le')), 'not-utf-8'],
  [
    'UTF-16, the other way round',
    write(ISSUE, Buffer.from(`\ufeff${page('x')}`, 'utf16le').swap16()),
    'not-utf-8',
  ],
  ['a byte of 0 in the text', body('a\0b'), 'invisible-character'],
  ['a byte of 0 in a value', fields('title: "a\\0b"\nsummary: B\n'), 'invalid-value'],
  [
    'bytes of anything',
    write(ISSUE, Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))),
    'not-utf-8',
  ],
  ['nothing', write(ISSUE, ''), 'frontmatter-missing'],
  ['5,000 rules', write(ISSUE, '---\n'.repeat(5000)), 'missing-field'],
  ['a link to another file', link('/etc/passwd'), 'not-a-file'],
  ['a link to itself', link('z.md'), 'not-a-file'],
  ['a link to a device', link('/dev/zero'), 'not-a-file'],
  ['a link for the settings', link('/etc/passwd', 'site.yaml'), 'not-a-file', 'site.yaml'],
  ['a link for what is accepted', link('/etc/passwd', 'baseline.yaml'), 'not-a-file', 'baseline.yaml'],
  ['a link to the folder above', link('..', 'issues/up'), 'not-a-file', 'issues/up'],
  ['a pipe', pipe(), 'not-a-file'],
  ['a pipe for the settings', pipe('site.yaml'), 'not-a-file', 'site.yaml'],
  ['a pipe for what is accepted', pipe('baseline.yaml'), 'not-a-file', 'baseline.yaml'],
  ['a pipe for the queries', pipe('search-queries.yaml'), 'not-a-file', 'search-queries.yaml'],
  ['a pipe for a picture', pipe('images/x.png'), 'not-a-file', 'images/x.png'],
  [
    'a pipe for a receipt',
    pipe('receipts/issues/orders-late.json'),
    'not-a-file',
    'receipts/issues/orders-late.json',
  ],
  [
    'a pipe for a rehearsal',
    pipe('rehearsals/x/rehearsal.yaml'),
    'not-a-file',
    'rehearsals/x/rehearsal.yaml',
  ],
  ['a folder called as a page', folder(ISSUE), 'invalid-id'],
  ['a module that no bundler knows', write('issues/z.MDX', page('x')), 'not-an-entry', 'issues/z.MDX'],
  ['a folder called as the settings', folder('site.yaml'), 'not-an-entry', 'site.yaml'],
  ['a file called as a folder of receipts', write('receipts', 'x'), 'not-an-entry', 'receipts'],
  ['a folder called as what is accepted', folder('baseline.yaml'), 'not-an-entry', 'baseline.yaml'],
  [
    'a folder called as the published weeks',
    folder('published/on-call.yaml'),
    'not-an-entry',
    'published/on-call.yaml',
  ],
  ['a line of 10 MB', body('x'.repeat(10 * 1024 * 1024)), 'too-much'],
  [
    'a value of 10 MB',
    write('teams/q.yaml', `name: ${'x'.repeat(10 * 1024 * 1024)}\n`),
    'too-much',
    'teams/q.yaml',
  ],
  ['19,000 spaces', body(`${' '.repeat(19_000)}x`), 'too-much'],
  ['20,000 rows', body(`|a|b|\n|-|-|\n${'|a|b|\n'.repeat(20_000)}`), 'too-much'],
  ['20,000 headings', body('## Fix\n\n'.repeat(20_000)), 'empty-section'],
  ['90 lists in each other', body(many(90, (at) => `${' '.repeat(at * 2)}- a`)), 'html'],
  ['3,000 elements', body('<div>\n'.repeat(3000)), 'too-much'],
  ['3,000 elements of MDX', write('issues/z.mdx', page('{'.repeat(3000))), 'mdx-syntax', 'issues/z.mdx'],
  [
    '5,000 conditions of a shell',
    body(`\`\`\`bash test="none: x"\n${'if true; then\n'.repeat(5000)}\`\`\``),
    'code-syntax',
  ],
  [
    '3,000 commands in each other',
    body(`\`\`\`bash test="none: x"\necho ${'$('.repeat(3000)}\n\`\`\``),
    'code-syntax',
  ],
  [
    '15,000 brackets of SQL',
    body(`\`\`\`sql test="none: x"\nSELECT ${'('.repeat(15_000)}\n\`\`\``),
    'code-syntax',
  ],
  [
    'a drawing of 400 arrows',
    body(`\`\`\`mermaid\ngraph TD\n${'a-->b\n'.repeat(400)}\`\`\``),
    'undrawn-diagram',
  ],
  [
    'a drawing of all with all',
    body(`\`\`\`mermaid\ngraph TD;${'a-->b & '.repeat(2000)}\n\`\`\``),
    'undrawn-diagram',
  ],
  [
    'a pattern that takes for ever',
    fields('title: A\nsummary: B\nvariables:\n  - { name: A, summary: x, pattern: "(a+)+$" }\n'),
    'invalid-value',
  ],
  ['3,000 fields', fields(`title: A\nsummary: B\n${many(3000, (at) => `k${String(at)}: v`)}\n`), 'too-much'],
  ['500 slips', fields(`${many(500, (at) => `k${String(at)}:v: x: y`)}\n`), 'yaml'],
  ['19,000 backslashes', fields(`title: "${'\\'.repeat(19_000)}\nsummary: B\n`), 'yaml'],
  [
    'a drawing with an entity',
    write(
      'images/b.svg',
      '<!DOCTYPE svg [<!ENTITY a "aa">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
    ),
    'asset',
    'images/b.svg',
  ],
  [
    'a drawing of 50,000 groups',
    write('images/b.svg', `<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(50_000)}`),
    'asset',
    'images/b.svg',
  ],
]

describe('a hostile file is a finding with its name, and the rest is looked at', () => {
  it.each(ROWS)('%s', (_, make, rule, file = ISSUE) => {
    const found = withContent((root) => {
      write('issues/other.md', page('[x](nowhere.md)'))(root)
      make(root)
      return findingsIn(root).map((finding) => `${finding.file} ${finding.rule}`)
    })
    expect(found.filter((each) => each.endsWith(' unreadable'))).toEqual([])
    expect(found).toContain(`content/${file} ${rule}`)
    expect(found).toContain('content/issues/other.md broken-link')
  })

  it.each([
    ['with bytes of 0', Buffer.from('\0password: q7Zt9LwXv2Rk8Pn4\n')],
    ['in UTF-16 with its mark', Buffer.from('\ufeffpassword: q7Zt9LwXv2Rk8Pn4\n', 'utf16le')],
    ['in UTF-16 without it', Buffer.from('password: q7Zt9LwXv2Rk8Pn4\n', 'utf16le')],
  ])('a secret in a file %s is found', (_, bytes) => {
    withContent((root) => {
      write('files/x.txt', bytes)(root)
      expect(findingsIn(root).map(({ file, rule }) => `${file} ${rule}`)).toContain(
        'content/files/x.txt secret',
      )
    })
  })
})
