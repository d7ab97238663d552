import { parseArgs } from 'node:util'
import { didYouMean } from '../../src/text/suggest.ts'

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

/** A command that can be run: by its name, with the words after it. */
export interface Command {
  name: string
  /** One line for the list of commands. */
  summary: string
  help: string
  run: (args: readonly string[], context: Context) => ExitCode | Promise<ExitCode>
}

interface Option {
  type: 'string' | 'boolean'
  /** Whether it may be given more than once. */
  multiple?: boolean
  /** What its value is called in the help: `DATE`. */
  value?: string
  /** What it does, in one sentence. */
  says: string
}

type Options = Readonly<Record<string, Option>>

type Values<O extends Options> = {
  [Name in keyof O]?: O[Name] extends { multiple: true }
    ? string[]
    : O[Name] extends { type: 'boolean' }
      ? boolean
      : string
}

interface Definition<O extends Options> {
  name: string
  summary: string
  /** How it is typed, for each form a line. */
  usage: string
  /** What it does, where the summary does not say it all. */
  about?: string
  options: O
  /** How many words it takes beside its options; 0 where nothing is said. */
  maxWords?: number
  /** What the exit codes mean here. */
  exits: Partial<Record<ExitCode, string>>
  example: string
  run(call: { values: Values<O>; words: readonly string[] }, context: Context): ExitCode | Promise<ExitCode>
}

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

/** The list of commands, one line each. */
export function overview(usage: string, commands: readonly Pick<Command, 'name' | 'summary'>[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    `Usage: ${usage}`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Each explains itself with --help. --content DIR, or CONTENT_ROOT=DIR, works on another content folder.',
  ].join('\n')
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

function helpOf<O extends Options>({
  name,
  summary,
  usage,
  about,
  options,
  exits,
  example,
}: Definition<O>): string {
  const rows = Object.entries(options).map(([option, { value, type, says }]) => [
    `--${option}${type === 'string' ? ` ${value ?? 'TEXT'}` : ''}`,
    says,
  ])
  const width = Math.max(0, ...rows.map(([left = '']) => left.length))
  const codes = Object.entries(exits).map(([code, meaning]) => `${code} ${meaning}`)
  return [
    ...usage.split('\n').map((line, index) => (index === 0 ? `Usage: ${line}` : `       ${line}`)),
    '',
    about ?? `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...(rows.length > 0
      ? ['', ...rows.map(([left = '', says = '']) => `  ${left.padEnd(width)}  ${says}`)]
      : []),
    '',
    `Exit codes: ${codes.join('; ')}.`,
    `Example: ${example}`,
    ...(name === 'init' ? [] : ['', '--content DIR, or CONTENT_ROOT=DIR, works on another content folder.']),
  ].join('\n')
}

/** @throws UsageError for an option that the command does not have, a value that is missing, or a word too many */
function readArguments<O extends Options>(
  args: readonly string[],
  { name, options, maxWords = 0 }: Definition<O>,
): { values: Values<O>; words: string[] } {
  const known = Object.keys(options)
  for (const each of args.filter((word) => word.startsWith('--') && word !== '--')) {
    const option = each.slice(2).split('=')[0] ?? ''
    if (known.includes(option)) continue
    throw new UsageError(
      `${name} has no option --${option}.`,
      didYouMean(option, known)?.replace(/"(.*)"/, '--$1') ?? `npm run ${name} -- --help explains it.`,
    )
  }
  const { values, positionals } = parse(args, options)
  if (positionals.length > maxWords) {
    const extra = positionals.slice(maxWords).join(' ')
    throw new UsageError(
      maxWords === 0
        ? `${name} takes no "${extra}".`
        : `${name} takes no more than ${String(maxWords)}: "${extra}" is too much.`,
      'A value with blanks needs quotes.',
    )
  }
  return { values: values as Values<O>, words: positionals }
}

function parse(args: readonly string[], options: Options) {
  try {
    const config = Object.fromEntries(
      Object.entries(options).map(([option, { type, multiple = false }]) => [option, { type, multiple }]),
    )
    return parseArgs({ args: [...args], options: config, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError(firstSentence(error.message))
  }
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? undefined : end).some((word) => word === '--help' || word === '-h')
}

/** The first sentence of parseArgs' message; the rest explains its own escapes. */
function firstSentence(message: string): string {
  return `${(message.split(/\.(?:\s|$)/)[0] ?? message).replace(/\n.*/s, '')}.`
}

/** The option's date. @throws UsageError unless it is a real date, written `YYYY-MM-DD` */
export function readDate(option: string, text: string): string {
  const isReal = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text
  if (!isReal) throw new UsageError(`${option} takes a date that exists, as YYYY-MM-DD; got "${text}".`)
  return text
}
