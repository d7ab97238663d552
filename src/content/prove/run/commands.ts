import type { PlacedBlock, Plan } from '../../facts/proofs/plan.ts'
import type { BlockResult } from '../results.ts'
import { CALL_LOG, type Box, type BoxRun } from '../shell/box.ts'
import { readRecorded, stub, type Behavior, type Recorded } from '../shell/recorded.ts'

/** A shell block in its box. */
interface Trial {
  box: Box
  block: PlacedBlock
  result: BlockResult
  tools: ReadonlyMap<string, Recorded>
  values: Readonly<Record<string, string>>
}

/** How the log marks a call that has no recorded answer; it follows the call itself. */
const UNRECORDED = 'unrecorded: '

type Values = Readonly<Record<string, string>>
type Files = ReadonlyMap<string, string>

/** Runs a shell block against the recorded answers of its rehearsal, and in the ways in which a night goes wrong. */
export async function runCommand(
  box: Box,
  plan: Plan,
  block: PlacedBlock,
  result: BlockResult,
): Promise<void> {
  const tools = new Map<string, Recorded>()
  for (const [tool, text] of plan.rehearsal.commands) {
    const recorded = readRecorded(text)
    if ('problem' in recorded)
      report(result, 'recorded', `commands/${tool}.yaml`, recorded.problem, 'a list of recorded answers')
    else tools.set(tool, recorded)
  }
  const trial: Trial = { box, block, result, tools, values: plan.rehearsal.file.variables ?? {} }
  const first = await recorded(trial)
  if (first.exit !== 0) return
  await pastedTwice(trial, first.files)
  for (const name of variablesOf(block.written, trial.values)) await withoutVariable(trial, name, first.files)
  const called = [...new Set(first.calls.map(toolOf))]
  for (const tool of called) await withoutTool(trial, tool, first.files)
}

async function recorded(trial: Trial): Promise<BoxRun> {
  const run = await type(trial, 'recorded', 'everything is set', {})
  const { block, result } = trial
  if (run.exit !== 0)
    report(
      result,
      'recorded',
      'everything is set',
      `exit code ${String(run.exit)}: ${lastLine(run.output)}`,
      'exit code 0',
    )
  if (run.calls.length === 0 && trial.tools.size > 0)
    report(result, 'recorded', 'everything is set', 'no recorded command was called', 'at least one')
  const expected = block.rules.fault
  const verdict = verdictOf(run.output, block)
  if (expected !== undefined && verdict !== expected)
    report(result, 'recorded', 'everything is set', `verdict: ${verdict ?? 'none'}`, expected)
  return run
}

/** A second paste finds what the first left. */
async function pastedTwice(trial: Trial, files: Files): Promise<void> {
  const run = await type(trial, 'twice', 'the block is pasted a second time', { files })
  keepsFiles(trial, 'twice', 'the block is pasted a second time', files, run)
}

/** What an unset variable looks like, and what people leave in its place. */
async function withoutVariable(trial: Trial, name: string, files: Files): Promise<void> {
  const unset = Object.fromEntries(Object.entries(trial.values).filter(([each]) => each !== name))
  const slips: readonly { kind: string; what: string; values: Values }[] = [
    { kind: 'unset', what: `${name} is not set`, values: unset },
    { kind: 'empty', what: `${name} is empty`, values: { ...trial.values, [name]: '' } },
  ]
  for (const { kind, what, values } of slips) {
    const run = await type(trial, kind, what, { values, files })
    const [call] = run.calls
    if (call !== undefined)
      report(trial.result, kind, what, `a command is called: ${call}`, 'no command is called')
    if (run.exit === 0) report(trial.result, kind, what, 'exit code 0', 'the block fails')
    if (!run.output.includes(name))
      report(
        trial.result,
        kind,
        what,
        lastLine(run.output) || 'nothing is printed',
        `a message that names ${name}`,
      )
    neverOk(trial, kind, what, run)
    keepsFiles(trial, kind, what, files, run)
  }
  for (const left of ['CHANGE_ME', `<${name}>`]) {
    const what = `${name} is still ${left}`
    const run = await type(trial, 'placeholder', what, {
      values: { ...trial.values, [name]: left },
      files,
      mayBeUnrecorded: true,
    })
    stopsAfter(trial, 'placeholder', what, run, (call) => call.startsWith(UNRECORDED))
    neverOk(trial, 'placeholder', what, run)
    keepsFiles(trial, 'placeholder', what, files, run)
  }
}

/** A command that is missing, fails, prints its error where answers go, or answers nothing. */
async function withoutTool(trial: Trial, tool: string, files: Files): Promise<void> {
  const ways: readonly { kind: string; what: string; behavior: Behavior }[] = [
    { kind: 'missing', what: `${tool} is not installed`, behavior: 'missing' },
    { kind: 'fails', what: `${tool} fails`, behavior: 'fails' },
    {
      kind: 'error-on-stdout',
      what: `${tool} prints its error on standard output`,
      behavior: 'error-on-stdout',
    },
    { kind: 'answers-nothing', what: `${tool} answers nothing`, behavior: 'answers-nothing' },
  ]
  for (const { kind, what, behavior } of ways) {
    const run = await type(trial, kind, what, { files, tool, behavior })
    if (behavior === 'missing' || behavior === 'fails') {
      if (run.exit === 0) report(trial.result, kind, what, 'exit code 0', 'the block fails')
      stopsAfter(trial, kind, what, run, (call) => toolOf(call) === tool)
    }
    neverOk(trial, kind, what, run)
    keepsFiles(trial, kind, what, files, run)
  }
}

interface Typing {
  values?: Values
  files?: Files
  tool?: string
  behavior?: Behavior
  /** Whether a call that nobody recorded is what is expected here. */
  mayBeUnrecorded?: boolean
}

async function type(trial: Trial, kind: string, what: string, options: Typing): Promise<BoxRun> {
  const { box, block, result, tools } = trial
  const { values = trial.values, files, tool, behavior = 'recorded', mayBeUnrecorded = false } = options
  const scripts = new Map<string, string>()
  for (const [name, answers] of tools) {
    const way = name === tool ? behavior : 'recorded'
    scripts.set(name, stub(name, answers, trial.values, way, CALL_LOG))
  }
  const run = await box.run(block.written, scripts, values, files)
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

/** No command runs after the first call that failed. */
function stopsAfter(
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

function keepsFiles(trial: Trial, kind: string, what: string, before: Files, run: BoxRun): void {
  for (const [name, text] of before) {
    const now = run.files.get(name)
    if (now !== text)
      report(
        trial.result,
        kind,
        what,
        `the file ${name} is ${now === undefined ? 'gone' : 'another'}`,
        'no file is destroyed',
      )
  }
}

function neverOk({ result, block }: Trial, kind: string, what: string, run: BoxRun): void {
  if (verdictOf(run.output, block) === 'ok') report(result, kind, what, 'verdict: ok', 'never ok')
}

/** What the last line `verdict: …` of a block says, in plain words. */
function verdictOf(output: string, { proof }: PlacedBlock): string | undefined {
  const word = [...output.matchAll(/^verdict: (.*?)\s*$/gm)].at(-1)?.[1]
  return word === undefined
    ? undefined
    : (proof.words.get(word) ?? `"${word}", which is no word of the block`)
}

/** The rehearsal's variables that the block reads. */
function variablesOf(block: string, values: Values): string[] {
  const used = new Set([...block.matchAll(/\$\{?([A-Z][A-Z0-9_]*)/g)].map(([, name = '']) => name))
  return Object.keys(values).filter((name) => used.has(name))
}

const toolOf = (call: string): string => call.split(' ')[0] ?? ''

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

function report(result: BlockResult, kind: string, what: string, got: string, wanted: string): void {
  result.wrong.push({ engine: 'bash', set: { kind, what, sql: [] }, got, wanted })
}
