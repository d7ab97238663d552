import { describe, expect, it } from 'vitest'
import { search } from '../../scripts/commands/search.ts'
import { runCommand } from '../../scripts/lib/run.ts'
import { ISSUE_BODY, page, withFiles } from '../support/content-folder.ts'

const SITE = `name: Depot
description: A site.
synonyms:
  - [van late, driver delayed, lorry behind]
`
const FILES = {
  'site.yaml': SITE,
  'issues/late.md': page(
    { title: 'Vans behind their plan', severity: 'sev2', keywords: ['van late'], boost: 1.5 },
    ISSUE_BODY.replace('Something.', 'The depot waits for parcels.'),
  ),
  'issues/lost.md': page(
    {
      title: 'Parcels lost on the way',
      summary: 'A parcel does not arrive at its depot.',
      severity: 'sev3',
      signatures: ['ScanMissingError: parcel * was not scanned'],
    },
    ISSUE_BODY.replace('Something.', 'A van may have it.'),
  ),
  'runbooks/depot.md': page({ title: 'Depot' }, '## Parcels\n\nParcels come in, and parcels go out.\n'),
}

/** What the command prints, and its exit code. */
async function ask(...args: string[]) {
  return withFiles(FILES, async (root) => {
    const lines: string[] = []
    const code = await runCommand(search, args, {
      out: (text) => lines.push(...text.split('\n')),
      error: (text) => lines.push(`error: ${text}`),
      now: new Date('2026-11-23T12:00:00Z'),
      zone: 'UTC',
      root,
    })
    return { lines, code, text: lines.join('\n') }
  })
}

/** The lines of each page that is printed, under its title. */
function pagesIn(lines: readonly string[]): string[][] {
  const starts = lines.flatMap((line, at) => (/^\d+\. /.test(line) ? [at] : []))
  const end = lines.findIndex((line) => /^(?:What the query says|The query has no word)/.test(line))
  return starts.map((start, index) => lines.slice(start, starts[index + 1] ?? end))
}

const numbers = (line: string, pattern: RegExp) =>
  [...line.matchAll(pattern)].map(([, digits]) => Number(digits))

describe('search --explain', () => {
  it('says in which place of a page each word is, and which are not on it', async () => {
    const { lines, code } = await ask('--explain', 'lost parcel', 'airport')
    expect(code).toBe(0)
    const [first = []] = pagesIn(lines)
    expect(first[0]).toBe('1. Parcels lost on the way  /issues/lost/')
    expect(first.find((line) => line.startsWith('   In its title, keywords or names: '))).toMatch(
      /: "lost" \+\d\.\d\d, "parcel" \+\d\.\d\d$/,
    )
    expect(first).toContain('   Not on it: "airport"')
  })

  it.each(['lost parcel airport', 'driver delayed again', 'van depot parcels', 'ScanMissingError'])(
    'adds up for "%s": the words of a page are its words, and their product is its score',
    async (query) => {
      const pages = pagesIn((await ask('--explain', query)).lines)
      expect(pages.length).toBeGreaterThan(0)
      for (const lines of pages) {
        const score = lines.find((line) => line.startsWith('   Score ')) ?? ''
        const [own = NaN] = numbers(score, /^ {3}Score ([\d.]+)/g)
        const [words = NaN] = numbers(score, /words ([\d.]+)/g)
        const said = lines.filter((line) => line.startsWith('   In its ')).join()
        const sum = numbers(said, /\+([\d.]+)/g).reduce((total, each) => total + each, 0)
        const parts = said.match(/\+/g)?.length ?? 0
        expect(Math.abs(sum - words), lines.join('\n')).toBeLessThanOrEqual(0.005 * (parts + 1) + 1e-9)
        const product = numbers(score, /× ([\d.]+) for/g).reduce((total, each) => total * each, words)
        // Each number is rounded to hundredths.
        expect(Math.abs(product - own), score).toBeLessThanOrEqual(0.01 + 0.06 * own)
      }
    },
  )

  it('gives the pages of a group in the order of their scores, and the groups one after the other', async () => {
    const groups = ['called just so', 'names a text', 'has enough', 'has a part', 'too little']
    const pages = pagesIn((await ask('--explain', 'parcels depot van')).lines)
    const placed = pages.map((lines) => {
      const why = lines.find((line) => line.startsWith('   Why it is here: ')) ?? ''
      const [score = NaN] = numbers(
        lines.find((line) => line.startsWith('   Score ')) ?? '',
        /Score ([\d.]+)/g,
      )
      return { group: groups.findIndex((group) => why.includes(group)), score }
    })
    expect(placed.length).toBeGreaterThan(1)
    expect(placed).toEqual(placed.toSorted((a, b) => a.group - b.group || b.score - a.score))
    expect(placed.every(({ group }) => group >= 0)).toBe(true)
  })

  it('says that a page was called so, or names the error that was pasted', async () => {
    expect(pagesIn((await ask('--explain', 'Parcels lost on the way')).lines)[0]?.[1]).toContain(
      'it is called just so',
    )
    const [first = []] = pagesIn(
      (await ask('--explain', 'ScanMissingError: parcel 8812 was not scanned')).lines,
    )
    expect(first[1]).toContain('"ScanMissingError: parcel * was not scanned" is in: ')
    expect(first[2]).toMatch(/it names a text that is in yours|it is called just so/)
  })

  it('names the synonyms of site.yaml and the boost that had a part in it', async () => {
    const { text } = await ask('--explain', 'driver delayed')
    expect(text).toContain(
      'the synonyms of site.yaml that begin with "van late", "driver delayed", "lorry behind" on 1 page',
    )
    expect(text).toContain('1.50 for its own boost')
  })

  it('says what a misspelt word was taken for', async () => {
    const { text } = await ask('--explain', 'pracels lost')
    expect(text).toMatch(/"pracels", taken for "parcels?": word, counts/)
  })

  it('puts the closest pages under their own heading where nothing is an answer, and ends with 1', async () => {
    const { lines, code } = await ask('--explain', 'van insurance premium of the airport hotel')
    expect(code).toBe(1)
    expect(lines).toContain('Closest:')
    expect(lines.join('\n')).toContain('it has too little of the query to be an answer')
  })

  it.each([
    ['nothing but small words', 'of the'],
    ['an emoji', '😀'],
    ['random letters', 'qpwo eiru'],
    ['signs', '%%% --- ???'],
  ])('ends well with %s', async (_, query) => {
    const { text, code } = await ask('--explain', '--', query)
    expect(code).toBe(1)
    expect(text).toContain('No page has any of this.')
    expect(text).toMatch(/The query has no word to search for|on no page/)
  })

  it('prints a long paste and control characters in short lines of plain text', async () => {
    const paste = `\u001b[31mScanMissingError: parcel 7\u001b[5m was not scanned\u001b[0m van "late parcels"\u001b[0m\u0007 ${'depot parcel van '.repeat(400)}\n\u001b]0;title\u0007lost`
    const { lines } = await ask('--explain', paste)
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1000)
  })

  it('without it prints the pages alone', async () => {
    const { text } = await ask('lost parcel')
    expect(text).toContain('1. Parcels lost on the way  /issues/lost/')
    expect(text).not.toMatch(/Score|Why it is here|What the query says/)
  })
})
