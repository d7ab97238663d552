import { COMMANDS } from '../../scripts/commands/index.ts'
import { runCommand } from '../../scripts/lib/run.ts'

/** What a command, or one of a group, answers to `--help`, without a process of its own. */
export async function help(name: string, ...words: string[]) {
  const result = { stdout: '', stderr: '' }
  const command = await COMMANDS[name]?.load()
  if (command === undefined) throw new Error(`There is no command ${name}.`)
  const code = await runCommand(command, [...words, '--help'], {
    out: (text) => (result.stdout += `${text}\n`),
    error: (text) => (result.stderr += `${text}\n`),
    now: new Date('2026-11-23T12:00:00Z'),
    zone: 'UTC',
    root: 'content',
  })
  return { ...result, code }
}
