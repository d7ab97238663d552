import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../scripts/commands/index.ts'
import { listedIn } from '../../scripts/lib/command-help.ts'
import { claimsIn, compareClaims, reviewedClaims } from '../support/claims.ts'
import { help } from '../support/command-help.ts'

/**
 * What the forge shows. docs/performance.md gives measured figures, docs/decisions/ the reasons of a day, and docs/reference.md
 * the help of the commands again and the rules of the check, each of which has tests of its own.
 */
const PAPERS = ['SECURITY.md', 'CONTRIBUTING.md', 'src/README.md', ...globSync('docs/*.md')].filter(
  (file) => !/(?:performance|reference)\.md$/.test(file),
)

/** The help of each command, and of each in a group. */
async function helps(): Promise<string[]> {
  const texts: string[] = []
  for (const [name, { summary }] of Object.entries(COMMANDS)) {
    const { stdout } = await help(name)
    texts.push(`${summary}.`, stdout)
    for (const word of listedIn(stdout)) texts.push((await help(name, word)).stdout)
  }
  // What an exit code means is no promise.
  return texts.map((text) => text.replace(/^Exit codes: .*$/m, ''))
}

describe('a claim', () => {
  it('is a sentence with a word that promises something, outside of code', () => {
    expect(claimsIn('It works. It never fails.\n\n```sh\nnever\n```\n')).toEqual(['It never fails.'])
    expect(claimsIn('This finds every mistake. The rest is said.')).toEqual(['This finds every mistake.'])
    expect(claimsIn('It changes nothing else: see below.')).toEqual(['It changes nothing else:'])
  })

  it('is not what a reader should do, nor what has to be so before', () => {
    const text = 'Never restart it.\n\nIf every row says `ok`, commit.\n\n| `ok` on every row | [Step 3] |'
    expect(claimsIn(text)).toEqual([])
  })
})

/** The files that the reviewed sentences name. */
const namedFiles = (claims: readonly { shownBy: string }[]): string[] =>
  claims.flatMap(({ shownBy }) => shownBy.match(/\b(?:tests|scripts|docs|src)\/[\w./-]*\w/g) ?? [])

describe.each(['tests/house/claims.yaml', 'tests/our-content/claims.yaml'])('%s', (file) => {
  it('names tests that exist', () => {
    const named = namedFiles(reviewedClaims(file))
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((each) => !existsSync(each))).toEqual([])
  })
})

describe('what the command line and the papers beside the code claim', async () => {
  const { unreviewed, past } = compareClaims(
    [...(await helps()), ...PAPERS.map((file) => readFileSync(file, 'utf8'))],
    reviewedClaims('tests/house/claims.yaml'),
  )

  it('is reviewed: each sentence has what shows it, in claims.yaml, or is said more modestly', () => {
    expect(unreviewed).toEqual([])
  })

  it('is still said: no sentence of claims.yaml is of the past', () => {
    expect(past).toEqual([])
  })
})
