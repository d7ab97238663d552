import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { compareClaims, reviewedClaims } from '../support/claims.ts'

const folder = inject('sites').ours
/** Those of /contributing/rules/ describe the rules of the check, each of which has tests of its own. */
const pages = globSync('**/index.md', { cwd: folder }).filter((file) => !file.startsWith('contributing'))
const texts = [...pages.map((file) => path.join(folder, file)), 'README.md']

describe('what this site and its README claim', () => {
  const { unreviewed, past } = compareClaims(
    texts.map((file) => readFileSync(file, 'utf8')),
    reviewedClaims('tests/our-content/claims.yaml'),
  )

  it('is read from the pages', () => {
    expect(pages.length).toBeGreaterThan(30)
  })

  it('is reviewed: each sentence has what shows it, in claims.yaml, or is said more modestly', () => {
    expect(unreviewed).toEqual([])
  })

  it('is still said: no sentence of claims.yaml is of the past', () => {
    expect(past).toEqual([])
  })
})
