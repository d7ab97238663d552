/** Pages that are worst for a rule or a pattern of the check: one thing, over and over, as often as the limits let it. */
type Shape = (times: number) => string

const lines = (line: string) => (times: number) => `${line}\n`.repeat(times)
const numbered = (line: (at: number) => string) => (times: number) =>
  Array.from({ length: times }, (_, at) => line(at)).join('\n')
const row =
  (part: string, most = 200) =>
  (times: number) =>
    `${part.repeat(most)}\n\n`.repeat(Math.ceil(times / most))
const block =
  (language: string, code: Shape): Shape =>
  (times) =>
    `\`\`\`${language} test="none: x"\n${code(times)}\n\`\`\`\n`

export const SHAPES: Readonly<Record<string, Shape>> = {
  'the same words': row('the word '),
  'one letter': row('a'),
  'brackets that open': row('['),
  'links that nobody closes': row('[a](./b '),
  'links that nobody opens': row('a](./b) '),
  stars: row('**a '),
  backticks: row('` a `` '),
  'addresses in half a bracket': row('<https://a '),
  'signs of less': row('<'),
  comments: (times) => '<!-- a -->\n\n'.repeat(times / 4),
  headings: (times) => '### A heading\n\na\n\n'.repeat(times / 3),
  'links to one anchor': lines('[x](#symptoms)'),
  'dead links': lines('[x](nothing.md)'),
  pictures: lines('![x](../images/n.png)'),
  references: (times) => `${'[x][r]\n'.repeat(times)}\n[r]: orders-late.md\n`,
  definitions: numbered((at) => `[r${String(at)}]: orders-late.md`),
  notes: (times) => numbered((at) => `a[^${String(at)}]\n\n[^${String(at)}]: b\n`)(times / 4),
  'rows of a table': (times) => `| a | b |\n| - | - |\n${'| `x` | y |\n'.repeat(times)}`,
  bars: row('|'),
  items: lines('- a'),
  'items with numbers': numbered((at) => `${String(at + 1)}. a`),
  tasks: lines('- [ ] a'),
  alerts: (times) => '> [!WARNING]\n> a\n\n'.repeat(times / 4),
  'blocks of a shell': (times) => '```bash test="none: x"\nls -l\n```\n\n'.repeat(times / 5),
  'blocks of SQL': (times) =>
    '```sql test="none: x"\nSELECT a FROM b WHERE c = 1;\n```\n\n'.repeat(times / 5),
  'statements of SQL': block('sql', lines('SELECT a FROM b WHERE c BETWEEN 1 AND 2 ORDER BY d;')),
  'columns of SQL': block('sql', (times) => `SELECT\n${'a,\n'.repeat(times)}b FROM c;`),
  'brackets of SQL': block('sql', (times) => `SELECT ${'(\n'.repeat(times)}1${')\n'.repeat(times)};`),
  'BETWEEN in BETWEEN': block('sql', (times) => `SELECT\n${'CASE WHEN a BETWEEN\n'.repeat(times)}1;`),
  'rows of an INSERT': block('sql', (times) => `INSERT INTO t (a) VALUES\n${'(1),\n'.repeat(times)}(2);`),
  'quotes of SQL that nobody closes': block('sql', lines("SELECT 'a")),
  'commands of a shell': block('bash', lines('echo "$HOME" | grep x')),
  'other commands': block(
    'bash',
    numbered((at) => `command${String(at)} x`),
  ),
  'here-documents': block('bash', (times) => 'cat <<EOF\nx\nEOF\n'.repeat(times / 3)),
  'here-documents without an end': block('bash', lines('cat <<EOF')),
  'conditions of a shell': block('bash', lines('[ "a" = "b" ] && rm -f a/ b')),
  'words behind rm': block('bash', (times) => `rm \\\n${'-r a/ \\\n'.repeat(times)}x`),
  'variables that nothing sets': block(
    'bash',
    numbered((at) => `echo "$V${String(at)}"`),
  ),
  'keys of JSON': block('json', (times) => `{\n${numbered((at) => `"k${String(at)}": 1,`)(times)}\n"z": 1}`),
  'aliases of YAML': block('yaml', (times) => `a: &b 1\n${'- c: *d\n'.repeat(times)}`),
  'sums of rates': block('promql', (times) => `${'rate(x{a="b"}[5m]) +\n'.repeat(times)}1`),
  'rates in rates': block('promql', (times) => `${'sum(rate(\n'.repeat(times)}x[5m]${'))\n'.repeat(times)}`),
  'labels of a metric': block('promql', (times) => `x{${'a="b",\n'.repeat(times)}}`),
  'arrows of SQL': block('sql', (times) => `SELECT ${'a => b AND '.repeat(times)} c FROM t`),
  'queries of WITH': block('sql', (times) => `WITH a AS (${'SELECT 1) x, ('.repeat(times)}`),
  'GROUP without BY': block('sql', (times) => `SELECT 1 ${'y GROUP x '.repeat(times)}`),
  'commands of find': block('bash', (times) => `${'find '.repeat(times)}x`),
  'ends of find': block('bash', (times) => `${'find x -exec y '.repeat(times)}\\;`),
  'lines of Python': block('python', lines('print("x")')),
  'places to fill in': lines('`<NAME>`'),
  'user and password': row('https://a:b'),
  'names of secrets': row('password '),
  'colons of addresses': row('a:'),
  'letters of base64': lines('QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo'),
  'braces of templates': row('{'),
  admonitions: (times) => '!!! note\n    a\n\n'.repeat(times / 4),
  'lines below text': (times) => 'a\n---\n\n'.repeat(times / 4),
  'empty lines': lines(''),
  'a long line below one that goes on': (times) => `a\\\nb\n\n${'word '.repeat(3 * times)}`,
}
