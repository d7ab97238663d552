import { codeowners } from '../src/cli/content/codeowners.ts'
import { runScript } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = await runScript(codeowners, process.argv.slice(2), systemContext())
