import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findingsIn, withContent } from './broken-content.ts'
import { MISTAKES, NIGHT_MISTAKES, type EditingMistake } from './editing-mistakes.ts'
import { TIRED_MISTAKES } from './tired-mistakes.ts'

interface Verdict {
  mistake: EditingMistake
  verdict: 'at its line, alone' | 'at its line, with others' | 'at another place' | 'not reported'
}

/** The lines that a change has touched, from 1. */
function changedLines(before: string, after: string): { first: number; last: number } {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let first = 0
  while (first < b.length && a[first] === b[first]) first++
  let end = 0
  while (end < b.length - first && a.at(-1 - end) === b.at(-1 - end)) end++
  return { first: first + 1, last: Math.max(first + 1, b.length - end) }
}

function judge(root: string, mistake: EditingMistake): Verdict {
  const file = path.join(root, mistake.file)
  const before = readFileSync(file, 'utf8')
  const after = before.replace(mistake.from, () => mistake.to)
  expect(after, mistake.name).not.toBe(before)
  writeFileSync(file, after)
  try {
    const findings = findingsIn(root)
    const { first, last } = changedLines(before, after)
    const isThere = ({ file: name, line }: { file: string; line?: number | undefined }) =>
      name.endsWith(mistake.file) && line !== undefined && line >= first - 1 && line <= last + 1
    const there = findings.filter(isThere)
    if (findings.length === 0) return { mistake, verdict: 'not reported' }
    if (there.length === 0) return { mistake, verdict: 'at another place' }
    return { mistake, verdict: findings.length === 1 ? 'at its line, alone' : 'at its line, with others' }
  } finally {
    writeFileSync(file, before)
  }
}

it.each([
  ['planned', MISTAKES, 300],
  ['night', NIGHT_MISTAKES, 145],
  ['tired', TIRED_MISTAKES, 250],
])(
  'of the %s editing mistakes none is silent, and nearly all are reported at their line',
  (name, mistakes, least) => {
    expect(mistakes.length).toBeGreaterThanOrEqual(least)
    const verdicts = withContent((root) => mistakes.map((mistake) => judge(root, mistake)))
    const counts = Map.groupBy(verdicts, ({ verdict }) => verdict)
    const of = (verdict: Verdict['verdict']) => counts.get(verdict) ?? []
    console.log(
      [
        `Editing mistakes (${name}): ${String(verdicts.length)}`,
        ...[...counts].map(([verdict, rows]) => `  ${verdict}: ${String(rows.length)}`),
        ...of('at another place').map(({ mistake }) => `  elsewhere: ${mistake.name}`),
      ].join('\n'),
    )
    expect(of('not reported').map(({ mistake }) => mistake.name)).toEqual([])
    expect(of('at another place').length).toBeLessThanOrEqual(verdicts.length * 0.05)
  },
)
