import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeBaseline } from '../../../src/content/check/baseline.ts'
import { checkContent } from '../../../src/content/check/check.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { SITE, page, withFiles } from '../../support/content-folder.ts'

const today = '2026-11-23'
const found = (root: string, accept = true) =>
  checkContent(loadContent(root), { today, accept }).map(
    ({ rule, severity, file }) => `${severity} ${rule} ${path.basename(file)}`,
  )
const late = page({ title: 'Late' }, '## Symptoms\n\nSomething.\n')
const old = page({ title: 'Old' }, '## Symptoms\n\nSomething.\n')

describe('what a team sets of a rule', () => {
  it.each([
    ['missing-section: off', []],
    ['missing-section: warning', ['warning missing-section late.md', 'warning missing-section old.md']],
    ['issues/imported: { missing-section: off }', ['error missing-section late.md']],
    [
      'missing-section: off\n  issues/imported: { missing-section: warning }',
      ['warning missing-section old.md'],
    ],
  ])('%s', (rules, findings) =>
    withFiles(
      { 'site.yaml': `${SITE}rules:\n  ${rules}\n`, 'issues/late.md': late, 'issues/imported/old.md': old },
      (root) => {
        expect(found(root).sort()).toEqual(findings)
      },
    ),
  )

  it('cannot lower what guards the site', () =>
    withFiles(
      {
        'site.yaml': `${SITE}rules: { mdx-code: off }\n`,
        'runbooks/a.mdx': page({}, 'A {process.env.HOME} in text.\n'),
      },
      (root) => {
        expect(found(root)).toEqual(
          expect.arrayContaining(['error unknown-rule site.yaml', 'error mdx-code a.mdx']),
        )
      },
    ))
})

describe('the baseline', () => {
  it('accepts what is found when a team comes, finds what is new, and forgets what was corrected', () =>
    withFiles({ 'issues/late.md': late }, (root) => {
      const content = () => loadContent(root)
      writeBaseline(content(), checkContent(content(), { today, accept: false }))
      expect(found(root)).toEqual([])
      expect(found(root, false)).toEqual(['error missing-section late.md'])
      const text = readFileSync(path.join(root, 'baseline.yaml'), 'utf8')
      expect(text).toContain('rule: missing-section')
      return withFiles({ 'issues/late.md': late, 'issues/new.md': old, 'baseline.yaml': text }, (other) => {
        expect(found(other)).toEqual(['error missing-section new.md'])
        const fixed = loadContent(other)
        writeBaseline(fixed, [])
        expect(readFileSync(path.join(other, 'baseline.yaml'), 'utf8')).not.toContain('missing-section')
      })
    }))

  it('counts: one more of a kind in a file is new', () =>
    withFiles({ 'runbooks/a.md': page({}, '[a](gone.md)\n') }, (root) => {
      writeBaseline(loadContent(root), checkContent(loadContent(root), { today, accept: false }))
      const text = readFileSync(path.join(root, 'baseline.yaml'), 'utf8')
      return withFiles(
        { 'runbooks/a.md': page({}, '[a](gone.md)\n\n[b](gone.md)\n'), 'baseline.yaml': text },
        (other) => {
          expect(found(other)).toEqual(['error broken-link a.md'])
        },
      )
    }))
})
