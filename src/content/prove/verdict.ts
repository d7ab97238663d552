import { EngineTimeout, type EngineError } from './engines/engine.ts'
import { VERDICTS, type Verdict, type Words } from '../read/proof.ts'

/** Rows of a block's last statement that answers with rows; every value as text, NULL as null. */
export interface Rows {
  columns: readonly string[]
  rows: readonly (readonly (string | null)[])[]
}

/** What a block said: a verdict, an error of the engine, or something that is no answer. */
export type Answer =
  | { kind: 'verdict'; verdict: Verdict; rows: Rows }
  | { kind: 'error'; message: string }
  | { kind: 'no answer'; why: string; rows?: Rows }
  /** The engine stopped it. */
  | { kind: 'no end'; message: string }

/**
 * The answer in a block's rows. Silence, a missing column, NULL and an unknown word are no answers: they would let a
 * reader take nothing for good news.
 */
export function judge(rows: Rows | undefined, words: Words): Answer {
  if (rows === undefined) return { kind: 'no answer', why: 'no statement answers with rows' }
  const column = rows.columns.findIndex((name) => name.toLowerCase() === 'verdict')
  if (column < 0) return { kind: 'no answer', why: 'no column "verdict"', rows }
  if (rows.rows.length === 0) return { kind: 'no answer', why: 'no rows', rows }
  let worst = 0
  for (const row of rows.rows) {
    const word = row[column] ?? null
    const verdict = word === null ? undefined : words.get(word)
    if (verdict === undefined)
      return {
        kind: 'no answer',
        why: `verdict ${word === null ? 'NULL' : `"${word}"`} is no word of it`,
        rows,
      }
    worst = Math.max(worst, VERDICTS.indexOf(verdict))
  }
  return { kind: 'verdict', verdict: VERDICTS[worst] ?? 'ok', rows }
}

/** Whether an answer is none: silence, or no end. */
export const isNoAnswer = ({ kind }: Answer): boolean => kind === 'no answer' || kind === 'no end'

/** What an engine's error is as an answer. */
export function failed(error: EngineError): Answer {
  return { kind: error instanceof EngineTimeout ? 'no end' : 'error', message: error.message }
}

/** The answer in one word, as cases name it. */
export function named(answer: Answer): string {
  if (answer.kind === 'verdict') return answer.verdict
  if (answer.kind === 'no end') return `no answer (${answer.message})`
  return answer.kind === 'error' ? 'error' : `no answer (${answer.why})`
}

/** Whether an answer is one of those that a case accepts, as `fault or cannot tell`. */
export function accepts(expected: string, answer: string): boolean {
  return expected === 'any' ? !answer.startsWith('no answer') : expected.split(' or ').includes(answer)
}
