import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingsIn, withContent } from './broken-content.ts'

const ISSUE = 'issues/orders-late.md'
const edit = (root: string, file: string, from: string | RegExp, to: string) => {
  const place = path.join(root, file)
  const before = readFileSync(place, 'utf8')
  const after = before.replace(from, to)
  expect(after, file).not.toBe(before)
  writeFileSync(place, after)
}
const found = (change: (root: string) => void) =>
  withContent((root) => {
    change(root)
    return findingsIn(root).map(
      ({ file, line, rule, message }) => `${file}:${String(line ?? '')} ${rule} ${message}`,
    )
  })

describe('one slip is one finding', () => {
  it.each([
    [
      'a space that is none, after a colon',
      /^title: /m,
      'title:\u00a0',
      'looks like a space and is another character',
    ],
    [
      'a folded text without its indent',
      /^summary: (.*)$/m,
      'summary: >\n$1',
      'The text of "summary" is not indented',
    ],
  ])('%s', (_, from, to, message) => {
    const findings = found((root) => {
      edit(root, ISSUE, from, to)
    })
    expect(findings).toEqual([expect.stringContaining(message)])
  })

  it('where the fields cannot be read, what the page names is not reported as undeclared', () => {
    const findings = found((root) => {
      edit(root, ISSUE, '## Fix', '```bash test="none: an example"\nrm "$TOPICC" "$OTHER"\n```\n\n## Fix')
      edit(root, ISSUE, /^title: /m, 'title:\u00a0')
    })
    expect(findings.filter((each) => each.includes('unknown-variable'))).toEqual([])
    expect(findings.length).toBe(1)
  })

  it('a name that nothing has any more is said once, with the places that have it', () => {
    withContent((root) => {
      mkdirSync(path.join(root, 'issues/more'))
      for (const name of ['a', 'b', 'c']) {
        const text = readFileSync(path.join(root, ISSUE), 'utf8')
          .replace(/^title: .*$/m, `title: Another of the kind ${name}`)
          .replace(/^(?:alerts|signatures):.*\n(?: {2}- .*\n)*/gm, '')
          .replace('## Fix', `See [it](../orders-late.md).\n\n## Fix`)
        writeFileSync(path.join(root, `issues/more/${name}.md`), text)
      }
      renameSync(path.join(root, ISSUE), path.join(root, 'issues/late-orders.md'))
      const links = findingsIn(root).filter(({ rule }) => rule === 'broken-link')
      expect(links.length).toBe(1)
      expect(links[0]?.hint).toMatch(
        /The same holds in 3 more places: \S*issues\/more\/b\.md:\d+, \S*issues\/more\/c\.md:\d+, /,
      )
    })
  })
})

it('a dash in the first words of an item is what it says, and one before each line is a list that is none', () => {
  const lists = (text: string) =>
    found((root) => {
      const place = path.join(root, ISSUE)
      writeFileSync(place, `${readFileSync(place, 'utf8')}\n## Background\n\n${text}\n`)
    }).filter((line) => line.includes('list-mark'))
  expect(lists('- 05. – 09.07.2026: the fair')).toEqual([])
  expect(lists('– one\n– two')).toHaveLength(1)
})
