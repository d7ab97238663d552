import { didYouMean } from '../../../src/text/suggest.ts'
import { UsageError } from '../../lib/command-error.ts'

/** The forms of an answer for people, programs and chats. */
export const ANSWER_FORMATS = ['text', 'json', 'slack', 'markdown', 'topic'] as const

/** The options that ask for one of them. */
export const answerOptions = {
  format: {
    type: 'string',
    value: 'NAME',
    says: 'text, json, slack (the message of an incoming webhook), markdown, or topic (one line for the topic of a channel).',
  },
  json: { type: 'boolean', says: 'The same as --format json.' },
} as const

/** How a command ends that says who is on call. */
export const ANSWER_EXITS = {
  0: 'somebody is on call',
  1: 'nobody is (the calendar does not reach there), or the content has a mistake',
  2: 'wrong usage',
} as const

/**
 * The form that `--format` asks for, the first where nothing is said; `--json` asks for `json`.
 *
 * @throws UsageError for a form that there is not, or for two of them
 */
export function readFormat<const Format extends string>(
  formats: readonly [Format, ...Format[]],
  { format, json }: { format?: string; json?: boolean },
): Format {
  if (json === true && format !== undefined && format !== 'json')
    throw new UsageError(`Say one of --json and --format ${format}.`)
  const asked = json === true ? 'json' : (format ?? formats[0])
  const found = formats.find((each) => each === asked)
  if (found !== undefined) return found
  throw new UsageError(
    `There is no format "${asked}".`,
    didYouMean(asked, formats) ?? `It is one of ${formats.join(', ')}.`,
  )
}
