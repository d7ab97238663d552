import { parseArgs } from 'node:util'
import { checkContent } from '../src/content/check.ts'
import { contentRoot, loadContent } from '../src/content/load.ts'
import { reportText } from '../src/content/reporters/text.ts'

/** `npm run check`: every content mistake at once; exit 1 where one is an error. */
parseArgs({ options: {} })
const epoch = process.env['SOURCE_DATE_EPOCH']
const now = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000)
const findings = checkContent(loadContent(contentRoot()), { today: now.toISOString().slice(0, 10) })
if (findings.length > 0) console.error(reportText(findings))
process.exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0
