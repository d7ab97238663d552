/** 0: done. 1: the content has a mistake. 2: the command was called wrongly. */
export type ExitCode = 0 | 1 | 2

/**
 * A command line: `--help` prints the help; a call that it does not understand says so and what it does.
 *
 * @param run throws TypeError for arguments that mean nothing, as `parseArgs` does
 */
export function command(help: string, run: (args: string[]) => ExitCode): (args: string[]) => ExitCode {
  return (args) => {
    if (args.includes('--help') || args.includes('-h')) {
      console.log(help)
      return 0
    }
    try {
      return run(args)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      console.error(`${error.message}\n\n${help}`)
      return 2
    }
  }
}
