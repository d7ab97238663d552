import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { RuleExample } from '../../../src/content/edit/rule-examples.ts'
import type { Finding } from '../../../src/content/read/findings.ts'

/** So much of a file is an example at most: more lines than this, or longer ones, explain nothing. */
const MAX_LINES = 14
const MAX_LINE = 160

/** A fixture: its folder, what the check finds in it, and the sound content that it was laid over. */
export interface BrokenFixture {
  folder: string
  findings: readonly Finding[]
}

/**
 * For each rule the shortest example among the fixtures: the lines that are wrong, what the check says of them, and the
 * lines of the sound content that they replace.
 *
 * @param sound the folder of the sound content
 */
export function examplesOf(fixtures: readonly BrokenFixture[], sound: string): Record<string, RuleExample> {
  const best = new Map<string, { example: RuleExample; value: number }>()
  for (const { folder, findings } of fixtures) {
    for (const finding of findings) {
      const example = exampleOf(folder, finding, sound)
      if (!example) continue
      const value = worth(finding.rule, folder, example)
      if (value > (best.get(finding.rule)?.value ?? -Infinity)) best.set(finding.rule, { example, value })
    }
  }
  return Object.fromEntries(
    [...best].map(([rule, { example }]) => [rule, example] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/**
 * How well an example explains a rule: one with a right version more than one without, one whose lines are replaced line by
 * line more than one that adds or leaves out lines, the fixture that is named after the rule more than another, and a short
 * one more than a long one.
 */
function worth(rule: string, folder: string, { wrong, right }: RuleExample): number {
  const isReplaced = right?.split('\n').length === wrong.split('\n').length
  const isNamed = path.basename(folder) === rule
  const size = wrong.length + (right?.length ?? 0)
  return (right === undefined ? 0 : 4) + (isReplaced ? 2 : 0) + (isNamed ? 1 : 0) - size / 10_000
}

function exampleOf(
  folder: string,
  { file, line = 1, message, hint }: Finding,
  sound: string,
): RuleExample | undefined {
  const wrongFile = path.join(folder, file)
  if (!isFile(wrongFile)) return undefined
  const name = file.replace(/^content\//, '')
  const finding = `${message}. ${hint}`.replace(/([.?!])\. /, '$1 ')
  const written = linesOf(wrongFile)
  const rightFile = path.join(sound, name)
  const { wrong, right } = isFile(rightFile)
    ? difference(written, linesOf(rightFile))
    : { wrong: written.slice(Math.max(0, line - 4), line + 3), right: undefined }
  if ([wrong, right ?? []].some(isTooMuch) || wrong.length === 0) return undefined
  return {
    file: name,
    wrong: wrong.join('\n').replace(/^\n+|\n+$/g, ''),
    finding,
    ...(right !== undefined &&
      right.join('').trim() !== '' && { right: right.join('\n').replace(/^\n+|\n+$/g, '') }),
  }
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n')
}

/** The lines that differ, with the one before and the one after. */
function difference(wrong: readonly string[], right: readonly string[]) {
  let start = 0
  while (start < Math.min(wrong.length, right.length) && wrong[start] === right[start]) start += 1
  let end = 0
  const rest = Math.min(wrong.length, right.length) - start
  while (end < rest && wrong.at(-1 - end) === right.at(-1 - end)) end += 1
  const part = (lines: readonly string[]) => lines.slice(Math.max(0, start - 1), lines.length - end + 1)
  return { wrong: part(wrong), right: part(right) }
}

function isTooMuch(lines: readonly string[]): boolean {
  return lines.length > MAX_LINES || lines.some((line) => line.length > MAX_LINE)
}
