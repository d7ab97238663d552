import { check } from '../src/cli/content/check.ts'
import { runScript } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = await runScript(check, process.argv.slice(2), systemContext())
