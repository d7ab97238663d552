import { printableLines } from '../src/text/printable.ts'
import { CommandError, overview, type Command } from './lib/command.ts'
import { systemContext } from './lib/context.ts'
import { didYouMean } from '../src/text/suggest.ts'

/** Every command: its name, what it does, and where it is. Only the one that was asked for is loaded. */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  start: {
    summary: 'builds the site and serves it on this machine',
    load: async () => (await import('./commands/start.ts')).start,
  },
  dev: {
    summary: 'serves the site while its content is edited',
    load: async () => (await import('./commands/dev.ts')).dev,
  },
  build: {
    summary: 'checks the content, then builds the site and its search index',
    load: async () => (await import('./commands/build.ts')).build,
  },
  check: {
    summary: 'finds every mistake of the content at once',
    load: async () => (await import('./commands/check.ts')).check,
  },
  new: {
    summary: 'writes a new entry that passes the check',
    load: async () => (await import('./commands/new.ts')).newEntry,
  },
  rename: {
    summary: 'gives an entry another id, and changes every link to it',
    load: async () => (await import('./commands/rename.ts')).rename,
  },
  oncall: {
    summary: 'answers who is on call, plans, compares and publishes rotas',
    load: async () => (await import('./commands/oncall/index.ts')).oncall,
  },
  prove: {
    summary: 'runs the blocks of the pages on planted, written and generated data',
    load: async () => (await import('./commands/prove.ts')).prove,
  },
  rehearse: {
    summary: 'plants the fault of a rehearsal and runs its blocks one after the other',
    load: async () => (await import('./commands/rehearse.ts')).rehearse,
  },
  init: {
    summary: 'writes a small content folder of your own',
    load: async () => (await import('./commands/init.ts')).init,
  },
  import: {
    summary: 'makes entries of the runbooks that a team already has',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  codeowners: {
    summary: 'writes who is asked about which change',
    load: async () => (await import('./commands/codeowners.ts')).codeowners,
  },
  schemas: {
    summary: 'writes the schemas that editors complete fields from',
    load: async () => (await import('./commands/schemas.ts')).schemas,
  },
  'pr-summary': {
    summary: 'says what a change does, for its pull request',
    load: async () => (await import('./commands/pr-summary.ts')).prSummary,
  },
}

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
    const [command, { runCommand }] = await Promise.all([entry.load(), import('./lib/run.ts')])
    return await runCommand(command, args, context)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(
      printableLines(error.hint === undefined ? error.message : `${error.message}\n    ${error.hint}`),
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
