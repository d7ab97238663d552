import { expect, it } from 'vitest'
import { codeProblems } from '../../../../src/content/check/code/index.ts'

const said = (language: string, code: string) => codeProblems(language, code).map(({ message }) => message)

it.each([
  ['TOPIC = events', 'With blanks around it, = sets nothing: the name is run as a command'],
  ['export $TOPIC=events', 'A name that is set has no $ before it'],
  ['$TOPIC=events', 'A name that is set has no $ before it'],
  ['ls 2&>1', 'This writes into a file that is called by a number'],
  ['for i in 1..3; do echo "$i"; done', 'The loop runs once, with the dots'],
  ['ls | awk {print}', 'The program of awk is in no quotes: the shell reads its signs'],
  ['sed s/a/b', 'The command s of sed has no third /'],
  ["sed -i 's/a/b' file", 'The command s of sed has no third /'],
  ["sed -e 's/a.*/b\\/c' file", 'The command s of sed has no third /'],
  ['curl http//example.com/x', 'The address has one sign too few'],
  ['curl "https:/example.com/x"', 'The address has one sign too few'],
  ["find . -name '*.log' -exec rm {}", 'The command of -exec has no end'],
  ['echo &quot;x&quot;', 'This is a sign of HTML: a shell reads & and ; in it'],
  ['+ ls\n+ pwd', 'Each line begins with the + that a comparison or a trace prints'],
  ['> ls', 'Each line begins with > : it writes into a file of that name'],
  [
    'kafka-topics.sh --topic events\n  --describe',
    'The line begins with an option, and is a command of its own',
  ],
])('says of %j: %s', (code, message) => {
  expect(said('bash', code)).toEqual([message])
})

it.each([
  "sed 's/a/b/g; s/c/d/' file",
  "sed -i 's|a/b|c|' file",
  'kafka-topics.sh --topic events \\\n  --describe',
  'args=(\n  --topic\n  --describe\n)',
  "find . -name '*.log' -exec rm {} +",
  "find . -name '*.log' -exec rm {} \\;",
  'for i in {1..3}; do echo "$i"; done',
  "awk '{print $1}' file",
  'ls > out 2>&1',
  'cat file > copy',
  'curl https://example.com/a//b',
  'declare -A FILES=(\n  ["a.crt"]="x"\n  ["b.crt"]="y"\n)',
])('finds nothing in %j', (code) => {
  expect(said('bash', code)).toEqual([])
})

it.each([
  ['if a:\n    x = 1\n  y = 2', 'The line is indented as no line above it'],
  ['x = 1\n    y = 2', 'The line is indented further than the one above, which opens no block'],
])('reads the indentation of Python: %j', (code, message) => {
  expect(said('python', code)).toEqual([message])
})

it.each([
  'x = [\n    1,\n        2,\n]\ny = 1',
  'def f():\n    """Text\n  of any indent"""\n    return 1\n\n\nx = f()',
  'x = 1 + \\\n    2\ny = x',
  '    x = 1\n    y = 2\nz = 3',
  'if a:  # why\n    b()\nelse:\n        c()',
])('finds nothing in the indentation of %j', (code) => {
  expect(said('python', code)).toEqual([])
})

it('says where the blank of a key is missing in YAML', () => {
  expect(said('yaml', 'key:value')).toEqual(['A blank is missing behind key:'])
  expect(said('yaml', 'https://example.com')).toEqual([])
  expect(said('yaml', '- nginx:1.27')).toEqual([])
})
