import { reporters } from '../../src/content/check/reporters/index.ts'
import { UsageError } from './command-error.ts'

/** @throws UsageError for an unknown format */
export function readReporter(format = 'text') {
  const report = reporters[format]
  if (!report)
    throw new UsageError(`There is no format "${format}".`, `Formats: ${Object.keys(reporters).join(', ')}.`)
  return report
}
