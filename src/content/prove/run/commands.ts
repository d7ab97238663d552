import type { PlacedBlock, Plan } from '../../facts/proofs/plan.ts'
import type { BlockResult } from '../results.ts'
import type { Box, BoxRun } from '../shell/box.ts'
import type { Behavior } from '../shell/recorded.ts'
import {
  keepsFiles,
  lastLine,
  neverOk,
  report,
  scripts,
  stopsAfter,
  toolOf,
  trialOf,
  type,
  UNRECORDED,
  verdictOf,
  type Files,
  type Trial,
  type Values,
} from './command-trial.ts'

/** Runs a shell block against the recorded answers of its rehearsal, and in the ways in which a night goes wrong. */
export async function runCommand(
  box: Box,
  plan: Plan,
  block: PlacedBlock,
  result: BlockResult,
): Promise<void> {
  const trial = trialOf(box, plan, block, result)
  const start = await filesBefore(trial, plan)
  const first = await recorded(trial, start, plan.rehearsal.expect.get(`recorded.${block.proof.name}`))
  if (first.exit !== 0) return
  await pastedTwice(trial, first.files)
  // In the folder of the first run nothing may be destroyed; in a fresh one nothing is in the block's way.
  const folders = [
    ...new Map([start, first.files].map((files) => [JSON.stringify([...files]), files])).values(),
  ]
  const called = [...new Set(first.calls.map(toolOf))]
  for (const files of folders) {
    for (const name of variablesOf(block.written, trial.values)) await withoutVariable(trial, name, files)
    for (const tool of called) await withoutTool(trial, tool, files)
  }
  for (const [name] of trial.cases) await onCase(trial, name, start)
}

/** The rehearsal's files, and what the blocks leave that are typed before this one. */
async function filesBefore(trial: Trial, { rehearsal, commands }: Plan): Promise<Files> {
  let files: Files = rehearsal.files
  for (const name of trial.block.rules.after ?? []) {
    const earlier = commands.find(({ proof }) => proof.name === name)
    if (earlier) files = (await trial.box.run(earlier.written, scripts(trial), trial.values, files)).files
    else
      report(trial.result, 'recorded', 'rehearsal.yaml', `no shell block "${name}"`, 'a block to type first')
  }
  return files
}

async function recorded(trial: Trial, files: Files, printed: string | undefined): Promise<BoxRun> {
  const what = 'everything is set'
  const run = await type(trial, 'recorded', what, { files })
  const { block, result } = trial
  const wrong = (got: string, wanted: string) => {
    report(result, 'recorded', what, got, wanted)
  }
  if (run.exit !== 0) wrong(`exit code ${String(run.exit)}: ${lastLine(run.output)}`, 'exit code 0')
  const names = [...trial.tools.keys()].filter((tool) => block.written.includes(tool))
  if (run.calls.length === 0 && names.length > 0) wrong('no recorded command was called', 'at least one')
  const verdict = verdictOf(run.output, block)
  if (block.rules.fault !== undefined && verdict !== block.rules.fault)
    wrong(`verdict: ${verdict ?? 'none'}`, block.rules.fault)
  if (printed !== undefined && run.output.trimEnd() !== printed.trimEnd())
    wrong(run.output.trimEnd(), printed.trimEnd())
  keepsFiles(trial, 'recorded', what, files, run)
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
    const wrong = (got: string, wanted: string) => {
      report(trial.result, kind, what, got, wanted)
    }
    const [call] = run.calls
    if (call !== undefined) wrong(`a command is called: ${call}`, 'no command is called')
    if (run.exit === 0) wrong('exit code 0', 'the block fails')
    if (!run.output.includes(name))
      wrong(lastLine(run.output) || 'nothing is printed', `a message that names ${name}`)
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
    // One that only names a file is asked of nobody.
    if (run.exit === 0 && run.calls.some((call) => call.startsWith(UNRECORDED)))
      report(trial.result, 'placeholder', what, 'exit code 0', 'the block fails')
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

/** A written case: other files, values or answers, and what the block must then do. */
async function onCase(trial: Trial, name: string, start: Files): Promise<void> {
  const found = trial.cases.get(name)
  const wanted = found?.blocks[trial.block.proof.name]
  if (!found || !wanted) return
  const what = `the case "${name}" (${found.why})`
  const files = new Map(start)
  for (const [file, text] of Object.entries(found.files ?? {}))
    if (text === null) files.delete(file)
    else files.set(file, text)
  const run = await type(trial, 'case', what, {
    files,
    values: { ...trial.values, ...found.values },
    answers: found.commands ?? {},
  })
  const wrong = (got: string, right: string) => {
    report(trial.result, 'case', what, got, right)
  }
  if ((run.exit === 0) !== (wanted.exit === 0))
    wrong(`exit code ${String(run.exit)}`, wanted.exit === 0 ? 'exit code 0' : 'the block fails')
  if (wanted.says !== undefined && !run.output.includes(wanted.says))
    wrong(lastLine(run.output) || 'nothing is printed', `"${wanted.says}"`)
  if (wanted.neverSays !== undefined && run.output.includes(wanted.neverSays))
    wrong(`it says "${wanted.neverSays}"`, 'it does not')
  keepsFiles(trial, 'case', what, files, run)
}

/** The rehearsal's variables that the block reads. */
function variablesOf(block: string, values: Values): string[] {
  const used = new Set([...block.matchAll(/\$\{?([A-Z][A-Z0-9_]*)/g)].map(([, name = '']) => name))
  return Object.keys(values).filter((name) => used.has(name))
}
