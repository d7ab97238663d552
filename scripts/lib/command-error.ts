import type { ExitCode } from './command-definition.ts'

/** A mistake that the reader can correct: the message says what is wrong, `hint` what to do or type. */
export class CommandError extends Error {
  override name = 'CommandError'
  readonly hint: string | undefined
  readonly exitCode: ExitCode

  constructor(message: string, hint?: string, exitCode: ExitCode = 1) {
    super(message)
    this.hint = hint
    this.exitCode = exitCode
  }
}

/** A command that was called wrongly. */
export class UsageError extends CommandError {
  override name = 'UsageError'

  constructor(message: string, hint?: string) {
    super(message, hint, 2)
  }
}
