import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'

/** Words that promise something. Those of /contributing/ describe the rules of the check, each of which has tests of its own. */
const CLAIM = /\b(tested|proved|proven|never|always|exactly|guarantee[sd]?)\b/i
/** `Never do it`, `and never a stronger one`: what a reader should not do is no promise of ours. */
const INSTRUCTION = /^[-*0-9. |]*Never |\band never (?!before)/
/** What a mark says comes from a receipt, and a year's plan says of itself how far it is proved. */
const COMPUTED = /^not tested\.?$|^Changed since it was tested|^Proved: |^The best order/i

interface Claim {
  says: string
  shownBy: string
}

const reviewed = parse(readFileSync('tests/our-content/claims.yaml', 'utf8')) as Claim[]
const folder = inject('sites').ours
const pages = globSync('**/index.md', { cwd: folder }).filter((file) => !file.startsWith('contributing'))
const texts = [...pages.map((file) => path.join(folder, file)), 'README.md']

/** The sentences of a page that claim something, without code and addresses. */
function claimsIn(text: string): string[] {
  const plain = text
    .replace(/^---[^]*?\n---\n/, '')
    .replace(/```[^]*?```/g, '\n\n')
    .replace(/\]\([^)]*\)/g, ']')
  return plain
    .split(/(?<=[.!?:])\s+|\n{2,}|\n(?=[-*|#\d])/)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter((each) => CLAIM.test(each) && each.length > 8)
    .filter((each) => !INSTRUCTION.test(each) && !COMPUTED.test(each))
}

describe('what this site and its README claim', () => {
  const found = [...new Set(texts.flatMap((file) => claimsIn(readFileSync(file, 'utf8'))))].sort()

  it('is found in the pages', () => {
    expect(claimsIn('It works. It never fails.\n\n```sh\nnever\n```\n')).toEqual(['It never fails.'])
    expect(pages.length).toBeGreaterThan(30)
  })

  it('is reviewed: each sentence has what shows it, in claims.yaml, or is said more modestly', () => {
    expect(found.filter((each) => !reviewed.some(({ says }) => says === each))).toEqual([])
  })

  it('is still said: no sentence of claims.yaml is of the past', () => {
    expect(reviewed.filter(({ says }) => !found.includes(says))).toEqual([])
  })
})
