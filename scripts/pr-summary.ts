import { prSummary } from './commands/pr-summary.ts'
import { runScript } from './lib/run.ts'
import { systemContext } from './lib/context.ts'

process.exitCode = await runScript(prSummary, process.argv.slice(2), systemContext())
