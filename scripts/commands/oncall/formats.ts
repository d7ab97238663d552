import { didYouMean } from '../../../src/text/suggest.ts'
import { UsageError } from '../../lib/command.ts'

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
