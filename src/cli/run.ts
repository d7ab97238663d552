import { UsageError, type Command, type Context, type ExitCode } from './command.ts'

/** Runs a script that is one command: `--help` explains it, and what goes wrong is said in words for people. */
export function runCommand(command: Command, args: readonly string[], context: Context): ExitCode {
  if (args.includes('--help') || args.includes('-h')) {
    context.out(command.help)
    return 0
  }
  try {
    return command.run(args, context)
  } catch (error) {
    if (error instanceof UsageError) {
      context.error([error.message, ...(error.hint === undefined ? [] : [`    ${error.hint}`])].join('\n'))
      return 2
    }
    context.error(`This should not happen: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}
