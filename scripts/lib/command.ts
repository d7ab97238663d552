import { didYouMean } from '../../src/text/suggest.ts'
import { readArguments } from './command-arguments.ts'
import type { Context, Definition, ExitCode, Options } from './command-definition.ts'
import { UsageError } from './command-error.ts'
import { asksForHelp, helpOf, overview } from './command-help.ts'

/** A command that can be run: by its name, with the words after it. */
export interface Command {
  name: string
  /** One line for the list of commands. */
  summary: string
  help: string
  run: (args: readonly string[], context: Context) => ExitCode | Promise<ExitCode>
}

/** A command from its definition: the options are declared once, for reading, for the help and for suggestions. */
export function command<const O extends Options>(definition: Definition<O>): Command {
  return {
    name: definition.name,
    summary: definition.summary,
    help: helpOf(definition),
    run(args, context) {
      if (!asksForHelp(args)) return definition.run(readArguments(args, definition), context)
      context.out(helpOf(definition))
      return 0
    },
  }
}

/** A command that is a table of others: its first word chooses one. */
export function commandGroup(
  name: string,
  summary: string,
  usage: string,
  commands: readonly Command[],
): Command {
  const help = overview(usage, commands)
  return {
    name,
    summary,
    help,
    run([first, ...rest], context) {
      if (first === undefined) throw new UsageError(help)
      if (!['help', '--help', '-h'].includes(first)) return dispatch(commands, first, rest, context)
      const [about] = rest
      if (about !== undefined) return dispatch(commands, about, ['--help'], context)
      context.out(help)
      return 0
    },
  }
}

/**
 * Runs the command of that name.
 *
 * @throws UsageError for a name that no command has
 */
function dispatch(
  commands: readonly Command[],
  name: string,
  args: readonly string[],
  context: Context,
): ExitCode | Promise<ExitCode> {
  const found = commands.find((each) => each.name === name)
  if (!found) {
    throw new UsageError(
      `There is no command "${name}".`,
      didYouMean(
        name,
        commands.map((each) => each.name),
      ),
    )
  }
  return found.run(args, context)
}
