import { addressProblem } from '../src/site/address.ts'
import { printableLines } from '../src/text/printable.ts'
import { COMMANDS } from './commands/index.ts'
import { calledAs } from './lib/called-as.ts'
import { CommandError } from './lib/command-error.ts'
import { overview } from './lib/command-help.ts'
import { systemContext } from './lib/context.ts'
import { didYouMean } from '../src/text/suggest.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(argv: readonly string[]): Promise<number> {
  try {
    const [name, ...args] = withContentFolder(argv)
    const context = systemContext()
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      const list = overview(
        'npm run COMMAND -- [options]',
        Object.entries(COMMANDS).map(([each, { summary }]) => ({ name: each, summary })),
      )
      ;(name === undefined ? context.error : context.out)(list)
      return name === undefined ? 2 : 0
    }
    const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (entry === undefined) {
      throw new CommandError(`There is no command "${name}".`, didYouMean(name, Object.keys(COMMANDS)), 2)
    }
    const misplaced = addressProblem(process.env)
    if (misplaced) throw new CommandError(misplaced.message, misplaced.hint, 2)
    const [command, { runCommand }] = await Promise.all([entry.load(), import('./lib/run.ts')])
    return await runCommand(command, args, context)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(
      printableLines(
        calledAs(error.hint === undefined ? error.message : `${error.message}\n    ${error.hint}`),
      ),
    )
    return error.exitCode
  }
}

/** Takes `--content DIR` out of the arguments, wherever it is, and sets `CONTENT_ROOT` to it. */
function withContentFolder(argv: readonly string[]): string[] {
  const index = argv.findIndex((word) => word === '--content' || word.startsWith('--content='))
  const word = argv[index]
  if (word === undefined) return [...argv]
  const isOneWord = word.startsWith('--content=')
  const folder = isOneWord ? word.slice('--content='.length) : argv[index + 1]
  if (folder === undefined || folder === '')
    throw new CommandError('--content needs a folder.', '--content DIR', 2)
  process.env['CONTENT_ROOT'] = folder
  return argv.toSpliced(index, isOneWord ? 1 : 2)
}
