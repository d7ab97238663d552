import path from 'node:path'
import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runRule, type Rule } from '../../../src/content/check/rules/rule.ts'
import { draftsOf } from '../../../src/content/read/drafts.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { parsePage } from '../../../src/content/read/body.ts'
import { TODAY, withContent } from './broken-content.ts'

const rule = (fails: (file: string) => boolean): Rule => ({
  id: 'test-rule',
  severity: 'error',
  reason: 'A test.',
  fix: 'Nothing.',
  *check({ pages }) {
    for (const { document } of pages) {
      if (fails(document.file)) throw new Error('Maximum call stack size exceeded')
      yield { document, message: 'Seen' }
    }
  },
})

function run(fails: (file: string) => boolean) {
  return withContent((root) => {
    writeFileSync(path.join(root, 'issues/bad.md'), '---\ntitle: Bad\n---\n\n## Symptoms\n')
    const content = loadContent(root)
    const pages = content.documents.filter(({ kind }) => kind === 'markdown').map(parsePage)
    const findings = runRule(rule(fails), { content, drafts: draftsOf(content), pages, today: TODAY })
    return findings.map((finding) => `${path.basename(finding.file)} ${finding.rule}`)
  })
}

it('a rule that fails on one page reports that page, and looks at the others', () => {
  expect(run((file) => file.endsWith('bad.md')).sort()).toEqual([
    'bad.md unreadable',
    'orders-late.md test-rule',
    'orders.mdx test-rule',
    'orders.mdx test-rule',
  ])
})

it('a rule that fails on every page reports every page', () => {
  expect(run(() => true)).toEqual(Array(4).fill(expect.stringMatching(/ unreadable$/)))
})
