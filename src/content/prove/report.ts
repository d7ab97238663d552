import { blocksOfPlan } from '../facts/proofs/index.ts'
import type { PlacedBlock } from '../facts/proofs/plan.ts'
import type { Proved } from './prove.ts'
import type { Finding } from '../read/findings.ts'
import type { BlockResult, Wrong } from './results.ts'

/** A block's result with the block. */
export interface Line {
  block: PlacedBlock
  result: BlockResult
}

/** Every block that was run, in order of page and line. */
export function lines({ plans, results }: Proved): Line[] {
  return plans
    .flatMap(blocksOfPlan)
    .map((block) => ({ block, result: results.of(block.page.file, block.id) }))
    .filter(({ result }) => result.total > 0 || result.wrong.length > 0)
    .sort((a, b) =>
      a.block.page.file < b.block.page.file
        ? -1
        : a.block.page.file > b.block.page.file
          ? 1
          : a.block.line - b.block.line,
    )
}

/** Wrong answers for people: for each block the kinds, and the first data set as SQL to paste. */
export function textReport(proved: Proved): string {
  const all = lines(proved)
  const blocks = all.filter(({ result }) => result.wrong.length > 0).flatMap(blockReport)
  const sets = all.reduce((sum, { result }) => sum + result.total, 0)
  const wrong = all.reduce((sum, { result }) => sum + wrongSets(result), 0)
  return [...blocks, ...table(all), summary(all.length, sets, wrong)].join('\n')
}

/** Wrong answers as findings: one for a block, at its fence. */
export function wrongFindings(proved: Proved): Finding[] {
  return lines(proved)
    .filter(({ result }) => result.wrong.length > 0)
    .map(({ block, result }) => ({
      file: block.page.file,
      line: block.line,
      column: block.column,
      severity: 'error',
      rule: 'wrong-answer',
      message: `"${block.id}" gave a wrong answer on ${String(wrongSets(result))} of ${String(result.total)} data sets: ${first(result.wrong)}`,
      hint: `Run \`npm run prove -- --block ${block.proof.rehearsal}/${block.proof.name}\` to see them.`,
    }))
}

function summary(blocks: number, sets: number, wrong: number): string {
  if (blocks === 0) return 'No block names a rehearsal, so nothing was run.'
  const many = (count: number, word: string) =>
    `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`
  const result = wrong === 0 ? 'No wrong answer.' : `${many(wrong, 'wrong answer')}.`
  return `${many(blocks, 'block')} on ${many(sets, 'data set')} in all. ${result}`
}

function wrongSets({ wrongSets: counts }: BlockResult): number {
  return [...counts.values()].reduce((sum, each) => sum + each, 0)
}

function blockReport({ block, result }: Line): string[] {
  const { page, line, id } = block
  const byKind = Map.groupBy(result.wrong, ({ set }) => set.kind)
  const kinds = [...byKind].map(([kind, wrong]) => `    ${kind}: ${first(wrong)}${more(wrong)}`)
  const paste = result.wrong.find((wrong) => wrong.paste !== undefined)?.paste
  return [
    `${page.file}:${String(line)}  ${id}: ${String(wrongSets(result))} of ${String(result.total)} data sets got a wrong answer`,
    ...kinds,
    ...(paste === undefined ? [] : ['    The smallest data set that shows it:', indent(paste)]),
    '',
  ]
}

function first(wrong: readonly Wrong[]): string {
  const [one] = wrong
  if (!one) return ''
  const engines = [
    ...new Set(wrong.filter(({ set }) => set.what === one.set.what).map(({ engine }) => engine)),
  ].sort()
  return `${one.set.what}. Got ${one.got}; right is ${one.wanted} (${engines.join(' and ')})`
}

function more(wrong: readonly Wrong[]): string {
  const others = new Set(wrong.map(({ set }) => set.what)).size - 1
  return others > 0 ? `, and ${String(others)} more` : ''
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n')
}

function table(all: readonly Line[]): string[] {
  const byPage = Map.groupBy(all, ({ block }) => block.page.file)
  if (byPage.size === 0) return []
  const rows = [...byPage].map(([file, own]) => {
    const sets = own.reduce((sum, { result }) => sum + result.total, 0)
    const wrong = own.reduce((sum, { result }) => sum + wrongSets(result), 0)
    const survivors = own.reduce((sum, { result }) => sum + result.survivors.length, 0)
    return [file, own.length, sets, wrong, survivors].map(String)
  })
  const head = ['page', 'blocks', 'data sets', 'wrong', 'changed queries not noticed']
  const width = (index: number) => Math.max(...[head, ...rows].map((row) => row[index]?.length ?? 0))
  return [
    ...[head, ...rows].map((row) =>
      row
        .map((cell, index) => (index === 0 ? cell.padEnd(width(index)) : cell.padStart(width(index))))
        .join('  '),
    ),
    '',
  ]
}
