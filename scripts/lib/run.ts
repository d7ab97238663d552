import { reportText } from '../../src/content/check/reporters/text.ts'
import { GitBaseError } from '../../src/content/compare/git-base.ts'
import type { Finding } from '../../src/content/read/findings.ts'
import type { Command } from './command.ts'
import type { Context, ExitCode } from './command-definition.ts'
import { CommandError } from './command-error.ts'

/** The content has mistakes that leave a command nothing to go on. */
export class ContentError extends CommandError {
  override name = 'ContentError'
  readonly findings: readonly Finding[]

  constructor(findings: readonly Finding[]) {
    super(reportText(findings), 'Nothing was changed. Fix these mistakes first.')
    this.findings = findings
  }
}

/** Runs a command; what goes wrong is said in words for people, and never with a stack trace. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  context: Context,
): Promise<ExitCode> {
  try {
    return await command.run(args, context)
  } catch (error) {
    return report(error, context)
  }
}

function report(error: unknown, context: Context): ExitCode {
  if (error instanceof ContentError) {
    context.error(`${error.message}\n${error.hint ?? ''}`)
    return error.exitCode
  }
  if (error instanceof CommandError) {
    context.error([error.message, ...(error.hint === undefined ? [] : [`    ${error.hint}`])].join('\n'))
    return error.exitCode
  }
  if (error instanceof GitBaseError) {
    context.error(error.message)
    return 2
  }
  context.error(`This should not happen: ${error instanceof Error ? error.message : String(error)}`)
  return 1
}
