import type { PlacedBlock, Plan } from '../../facts/proofs/plan.ts'
import type { BlockResult } from '../results.ts'
import { CALL_LOG, type Box, type BoxRun } from '../shell/box.ts'
import { readShellCase, type ShellCase } from '../shell/case.ts'
import { readRecorded, stub, type Behavior, type Recorded } from '../shell/recorded.ts'

export type Values = Readonly<Record<string, string>>
export type Files = ReadonlyMap<string, string>

/** A shell block in its box. */
export interface Trial {
  box: Box
  block: PlacedBlock
  result: BlockResult
  tools: ReadonlyMap<string, Recorded>
  cases: ReadonlyMap<string, ShellCase>
  values: Values
}

/** How the log marks a call that has no recorded answer; it follows the call itself. */
export const UNRECORDED = 'unrecorded: '

/** Reads the recorded answers and the cases of a plan for one of its blocks; mistakes in them are wrong answers of it. */
export function trialOf(box: Box, { rehearsal }: Plan, block: PlacedBlock, result: BlockResult): Trial {
  const read = <T>(texts: Files, folder: string, reader: (text: string) => T | { problem: string }) =>
    new Map(
      [...texts].flatMap(([name, text]): [string, T][] => {
        const found = reader(text)
        if (typeof found !== 'object' || found === null || !('problem' in found)) return [[name, found as T]]
        report(result, 'recorded', `${folder}/${name}.yaml`, found.problem, 'a file that can be read')
        return []
      }),
    )
  return {
    box,
    block,
    result,
    tools: read<Recorded>(rehearsal.commands, 'commands', readRecorded),
    cases: read<ShellCase>(rehearsal.shellCases, 'cases', readShellCase),
    values: rehearsal.file.variables ?? {},
  }
}

export interface Typing {
  values?: Values
  files?: Files
  tool?: string
  behavior?: Behavior
  /** Answers that come before the recorded ones. */
  answers?: Readonly<Record<string, Recorded>>
  /** Whether a call that nobody recorded is what is expected here. */
  mayBeUnrecorded?: boolean
}

/** Types the block once. */
export async function type(trial: Trial, kind: string, what: string, options: Typing): Promise<BoxRun> {
  const { box, block, result, values: usual } = trial
  const { values = usual, files, mayBeUnrecorded = false } = options
  const run = await box.run(block.written, scripts(trial, options), values, files)
  result.count(kind)
  const unrecorded = run.calls.find((call) => call.startsWith(UNRECORDED))
  if (unrecorded !== undefined && !mayBeUnrecorded)
    report(
      result,
      kind,
      what,
      `a call without a recorded answer: ${unrecorded.slice(UNRECORDED.length)}`,
      'recorded calls only',
    )
  return run
}

/** The tools as scripts. */
export function scripts({ tools, values }: Trial, options: Typing = {}): Map<string, string> {
  const { tool, behavior = 'recorded', answers = {} } = options
  const names = new Set([...tools.keys(), ...Object.keys(answers)])
  return new Map(
    [...names].map((name) => {
      const own = [...(answers[name] ?? []), ...(tools.get(name) ?? [])]
      return [name, stub(name, own, values, name === tool ? behavior : 'recorded', CALL_LOG)]
    }),
  )
}

/** No command runs after the first call that failed. */
export function stopsAfter(
  trial: Trial,
  kind: string,
  what: string,
  run: BoxRun,
  failed: (call: string) => boolean,
): void {
  const first = run.calls.findIndex(failed)
  const [next] = first < 0 ? [] : run.calls.slice(first + 1).filter((call) => !call.startsWith(UNRECORDED))
  if (next !== undefined)
    report(trial.result, kind, what, `another command runs after it: ${next}`, 'the block stops')
}

export function keepsFiles({ result }: Trial, kind: string, what: string, before: Files, run: BoxRun): void {
  for (const [name, text] of before) {
    const now = run.files.get(name)
    if (now !== text)
      report(
        result,
        kind,
        what,
        `the file ${name} is ${now === undefined ? 'gone' : 'another'}`,
        'no file is destroyed',
      )
  }
}

export function neverOk({ result, block }: Trial, kind: string, what: string, run: BoxRun): void {
  if (verdictOf(run.output, block) === 'ok') report(result, kind, what, 'verdict: ok', 'never ok')
}

/** What the last line `verdict: …` of a block says, in plain words. */
export function verdictOf(output: string, { proof }: PlacedBlock): string | undefined {
  const word = [...output.matchAll(/^verdict: (.*?)\s*$/gm)].at(-1)?.[1]
  return word === undefined
    ? undefined
    : (proof.words.get(word) ?? `"${word}", which is no word of the block`)
}

export const toolOf = (call: string): string => call.split(' ')[0] ?? ''

export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

export function report(result: BlockResult, kind: string, what: string, got: string, wanted: string): void {
  result.wrong.push({ engine: 'bash', set: { kind, what, sql: [] }, got, wanted })
}
