import { prSummary } from '../src/cli/content/pr-summary.ts'
import { runCommand } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = runCommand(prSummary, process.argv.slice(2), systemContext())
