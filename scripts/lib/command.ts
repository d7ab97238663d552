import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** What a command sees of the world; injected, so that tests choose the clock, the zone and the folder. */
export interface Context {
  out: (text: string) => void
  error: (text: string) => void
  now: Date
  /** The reader's zone, an IANA name. */
  zone: string
  /** The content folder. */
  root: string
  /** Asks whoever sits at the terminal, and gives the line they type; absent where nobody does. */
  ask?: ((question: string) => Promise<string>) | undefined
}

/** 0: done. 1: the content has a mistake, or holds no answer. 2: the command was called wrongly. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** One line for the list of commands. */
  summary: string
  help: string
  run: (args: readonly string[], context: Context) => ExitCode
}

/** A command called wrongly; the message says how, `hint` what to type. */
export class UsageError extends Error {
  override name = 'UsageError'
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/**
 * Reads options and at most one positional argument.
 *
 * @throws UsageError for what the command does not know
 */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
): { values: ReturnType<typeof parseArgs<{ options: Options }>>['values']; positional: string | undefined } {
  const { values, positionals } = readManyArguments(args, options)
  if (positionals.length > 1) throw new UsageError(`One name is enough: ${positionals.join(' ')}`)
  return { values, positional: positionals[0] }
}

/**
 * Reads options and any number of positional arguments.
 *
 * @throws UsageError for what the command does not know
 */
export function readManyArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
): { values: ReturnType<typeof parseArgs<{ options: Options }>>['values']; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { values, positionals }
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error
    const known = Object.keys(options).map((name) => `--${name}`)
    throw new UsageError(`${sentence(error.message)}.`, `Options: ${known.join(', ')}.`)
  }
}

/** The first sentence of parseArgs' message; the rest explains its own escapes. */
function sentence(message: string): string {
  return (message.split(/\.(?:\s|$)/)[0] ?? message).replace(/\n.*/s, '')
}

/** The option's date. @throws UsageError unless it is a real date, written `YYYY-MM-DD` */
export function readDate(option: string, text: string): string {
  const isReal = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text
  if (!isReal) throw new UsageError(`${option} takes a date that exists, as YYYY-MM-DD; got "${text}".`)
  return text
}
