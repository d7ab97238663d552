import { reportText } from '../../../src/content/check/reporters/text.ts'
import { didYouMean } from '../../../src/text/suggest.ts'
import { BaseError } from '../../../src/content/compare/git-base.ts'
import { UsageError, type Command, type Context, type ExitCode } from '../../lib/command.ts'
import { diff } from './diff.ts'
import { plan } from './plan.ts'
import { publish } from './publish.ts'
import { ContentError } from './open-rota.ts'
import { who } from './who.ts'

const COMMANDS = new Map<string, Command>(Object.entries({ who, plan, diff, publish }))

/** `npm run oncall -- …`: runs a command, and says what is wrong in words for people. */
export function runOncall(args: readonly string[], context: Context): ExitCode {
  const [name, ...rest] = args
  try {
    if (name === undefined) {
      context.error(overview())
      return 2
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      context.out(COMMANDS.get(rest[0] ?? '')?.help ?? overview())
      return 0
    }
    const command = COMMANDS.get(name)
    if (!command) throw new UsageError(`No command "${name}".`, didYouMean(name, [...COMMANDS.keys()]))
    if (rest.includes('--help') || rest.includes('-h')) {
      context.out(command.help)
      return 0
    }
    return command.run(rest, context)
  } catch (error) {
    return report(error, context)
  }
}

function overview(): string {
  const commands = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(8)}  ${summary}`)
  return [
    'Usage: npm run oncall -- COMMAND [ROTA] [options]',
    '',
    ...commands,
    '',
    'npm run oncall -- COMMAND --help explains one. CONTENT_ROOT=DIR reads another content folder.',
  ].join('\n')
}

function report(error: unknown, context: Context): ExitCode {
  if (error instanceof UsageError) {
    context.error([error.message, ...(error.hint === undefined ? [] : [`    ${error.hint}`])].join('\n'))
    return 2
  }
  if (error instanceof ContentError) {
    context.error(reportText(error.findings))
    context.error('Nothing was changed. Fix these mistakes first.')
    return 1
  }
  if (error instanceof BaseError) {
    context.error(error.message)
    return 2
  }
  context.error(`This should not happen: ${error instanceof Error ? error.message : String(error)}`)
  return 1
}
