import { parseArgs } from 'node:util'
import { didYouMean } from '../../src/text/suggest.ts'
import type { Definition, Options, Values } from './command-definition.ts'
import { UsageError } from './command-error.ts'

/**
 * The options and words of a call, as its definition has them.
 *
 * @throws UsageError for an option that the command does not have, a value that is missing, or a word too many
 */
export function readArguments<O extends Options>(
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
