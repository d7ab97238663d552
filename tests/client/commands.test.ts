import { expect, it } from 'vitest'
import { blanksIn, commandsOf } from '../../src/client/commands.ts'

it.each([
  ['a session that begins with words gives its commands', 'Then:\n$ ls', 'language-console', 'ls'],
  ['a session without a prompt is copied as it is', 'ls\npwd', 'language-console', 'ls\npwd'],
  [
    'a session gives its commands',
    '$ kubectl get pods\nNAME READY\n# not a prompt here\n$ exit',
    'language-console',
    'kubectl get pods\nexit',
  ],
  ['a shell whose first line has a prompt is a session', '$ ls\na b', 'language-bash', 'ls'],
  ['a block without a language can be one', '$ ls\na b', '', 'ls'],
  [
    'a command that goes on keeps its lines',
    '$ a \\\n  --b \\\n  --c\nout\n$ d',
    'language-sh',
    'a \\\n  --b \\\n  --c\nd',
  ],
  ['a script is copied as it is', 'ls\n# a comment\n', 'language-bash', 'ls\n# a comment\n'],
  ['a comment at the beginning is no prompt', '# list them\nls', 'language-bash', '# list them\nls'],
  ['another language is copied as it is', '$ x', 'language-php', '$ x'],
])('%s', (_, text, classes, expected) => {
  expect(commandsOf(text, classes)).toBe(expected)
})

it.each([
  ['the placeholders of a block are named', 'a <NAME> <OTHER_1>', ['NAME', 'OTHER_1']],
  ['the word of a heredoc is no placeholder', 'cat <<EOF>conf.yaml\na: <NAME>\nEOF', ['NAME']],
])('%s', (_, text, blanks) => {
  expect(blanksIn(text)).toEqual(blanks)
})
