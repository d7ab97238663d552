import { describe, expect, it } from 'vitest'
import { promptIn } from '../../../src/content/check/rules/code-prompt.ts'

describe('a prompt in a block that is copied', () => {
  it.each([
    ['what a here-document holds', 'cat <<EOF > alert.txt\nops@example.com mail at 90% of disk\nEOF\nls'],
    ['a here-document in quotes', "psql <<'SQL'\nshop=# is what psql shows\nSQL"],
    ['a here-document whose end has a tab', 'cat <<-END\n\t$ ls\n$ ls\n\tEND'],
    ['two here-documents of one line', 'diff /dev/fd/3 3<<A - <<B\n$ a\nA\n$ b\nB'],
  ])('is none in %s', (_, code) => {
    expect(promptIn('bash', code)).toBeUndefined()
  })

  it.each([
    ['after the end of a here-document', 'cat <<EOF\ntext\nEOF\n$ ls', 19],
    ['before a here-document', '$ cat <<EOF\ntext\nEOF', 0],
    ['after a string for a command', 'cat <<<word\n$ ls', 12],
    ['after a number that is shifted by a variable', 'echo $((1 << n))\n$ ls', 17],
    ['after a here-document that nothing ends', 'cat <<EOF\n\tEOF\n$ ls', 15],
    ['after two numbers that are shifted', 'echo $((1 << 2))\n$ ls', 17],
  ])('is found where it is: %s', (_, code, index) => {
    expect(promptIn('bash', code)?.index).toBe(index)
  })
})
