import { UsageError, type Command, type Context, type ExitCode } from './command.ts'

/** A script that is one command, which may have to wait. */
export interface Script extends Omit<Command, 'run'> {
  run: (args: readonly string[], context: Context) => ExitCode | Promise<ExitCode>
}

/** Runs it: `--help` explains it, and what goes wrong is said in words for people. */
export async function runScript(
  script: Script,
  args: readonly string[],
  context: Context,
): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    context.out(script.help)
    return 0
  }
  try {
    return await script.run(args, context)
  } catch (error) {
    if (error instanceof UsageError) {
      context.error([error.message, ...(error.hint === undefined ? [] : [`    ${error.hint}`])].join('\n'))
      return 2
    }
    context.error(`This should not happen: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}
