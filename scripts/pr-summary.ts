import { prSummary } from '../src/cli/content/pr-summary.ts'
import { runScript } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = await runScript(prSummary, process.argv.slice(2), systemContext())
