import { describe, expect, it } from 'vitest'
import { findBlocks } from '../../src/content/read/find.ts'
import type { Block } from '../../src/content/read/find.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { proofsOf } from '../../src/content/facts/proofs/index.ts'
import { limits } from './limits.ts'

const content = loadContent('content')
const { plans } = proofsOf(content)
const issues = [...content.issues].map(([id, { data, body }]) => ({
  id,
  data,
  body,
  blocks: findBlocks(body, 'md'),
  runbook: content.runbooks.get(data.runbook ?? '')?.body ?? '',
}))

/** The text under the second-level heading. */
function section(body: string, heading: string): string {
  return (
    body
      .split(/^## /m)
      .find((part) => part.startsWith(`${heading}\n`))
      ?.replaceAll(/^```[^]*?^```$/gm, '') ?? ''
  )
}

/** The parts of a section under third-level headings that begin with a word, e.g. "Step". */
function parts(text: string, word: string): { heading: string; text: string }[] {
  return text
    .split(/^### /m)
    .filter((part) => part.startsWith(`${word} `))
    .map((part) => ({ heading: part.split('\n')[0] ?? '', text: part }))
}

/** The variables that shell blocks read, and those that they set. */
function variables(blocks: readonly Block[], pattern: RegExp): string[] {
  const code = blocks.filter(({ kind }) => kind === 'shell').map((block) => block.code)
  return [...new Set([...code.join('\n').matchAll(pattern)].map(([, name = '']) => name))]
}

describe.each(issues)('$id', ({ data, body, blocks, runbook }) => {
  it('says what to do in the first minute', () => {
    expect(data.first).toMatch(/^[A-Z].+\.$/)
  })

  it('names each of its alerts where it tells how it shows, and where a dashboard shows it', () => {
    const symptoms = section(body, 'Symptoms')
    expect(data.alerts?.filter((alert) => !symptoms.includes(`\`${alert}\``))).toEqual([])
    expect(symptoms).toMatch(/dashboard|chart/i)
  })

  it('leads to what looks like it', () => {
    expect(section(body, 'Symptoms')).toMatch(/(?:Looks alike, is not this:|Not this issue:)[^]+\]\(\.\//)
  })

  it(`says in at most ${String(limits.openingSentences)} sentences what is wrong for whom, above its first heading`, () => {
    const opening = body.split(/^## /m)[0]?.trim() ?? ''
    const sentences = opening.split(/(?<=[.!?])\s+/)
    expect(sentences.length).toBeGreaterThanOrEqual(2)
    expect(sentences.length).toBeLessThanOrEqual(limits.openingSentences)
  })

  it(`can be walked in at most ${String(limits.steps)} steps of diagnosis`, () => {
    expect(parts(section(body, 'Diagnose'), 'Step').length).toBeLessThanOrEqual(limits.steps)
  })

  it('folds its background away', () => {
    expect(section(body, 'Background')).toMatch(/^Background\n\n<details>\n<summary>[^]+<\/details>\s*$/)
  })

  it('leads on from each step of the diagnosis', () => {
    const steps = parts(section(body, 'Diagnose'), 'Step')
    expect(steps.length).toBeGreaterThanOrEqual(3)
    expect(steps.filter(({ text }) => !/\]\([#.]/.test(text)).map(({ heading }) => heading)).toEqual([])
  })

  it('says of each fix what it risks and how it is undone', () => {
    const fixes = parts(section(body, 'Fix'), 'Fix')
    expect(fixes.length).toBeGreaterThanOrEqual(3)
    const silent = fixes.filter(({ text }) => !/\bRisk: /.test(text) || !/\bUndo\b/.test(text))
    expect(silent.map(({ heading }) => heading)).toEqual([])
  })

  it('has a message ready for the owner team and one for the owner of the report', () => {
    const messages = blocks.filter(
      ({ section: place, language }) => place === 'Escalate' && language === 'text',
    )
    expect(messages.length).toBeGreaterThanOrEqual(2)
    expect(section(body, 'Escalate')).toMatch(/To the (?:report's owner|Business Analytics Team)[^\n]*:/)
  })

  it('says what to record and how to prevent it', () => {
    expect(body).toMatch(/^Record\b.*:/m)
    expect(
      section(body, 'Prevent')
        .split('\n')
        .filter((line) => /^(?:-|\d\.) /.test(line)).length,
    ).toBeGreaterThan(2)
  })

  it('leads to the list of what a team fills in, which has every variable of its commands', () => {
    expect(body).toMatch(new RegExp(`\\]\\(\\.\\./runbooks/${data.runbook}\\.mdx#fill-in\\)`))
    const set = /(?:^|\s|export )([A-Z][A-Z_]+)=/g
    const listed = [...section(runbook, 'Fill in').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name = '']) => name)
    const known = [...listed, ...variables(findBlocks(runbook, 'mdx'), set), ...variables(blocks, set)]
    const used = variables(blocks, /\$\{?([A-Z][A-Z_]+)/g)
    expect(used.filter((name) => !known.includes(name))).toEqual([])
  })

  it('uses no table that the list of what a team fills in does not explain', () => {
    const rehearsed = new Set(blocks.flatMap(({ test }) => (test.kind === 'run' ? [test.fixture] : [])))
    const tables = plans
      .filter(({ rehearsal }) => rehearsed.has(rehearsal.name))
      .flatMap(({ rehearsal }) => rehearsal.tables.map(({ name }) => name))
    expect(tables).not.toEqual([])
    const explained = section(runbook, 'Fill in')
    const unexplained = tables.filter(
      (table) => !/_before/.test(table) && !explained.includes(`\`${table}\``),
    )
    expect([...new Set(unexplained)]).toEqual([])
  })
})
