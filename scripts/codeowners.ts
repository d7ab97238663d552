import { codeowners } from './commands/codeowners.ts'
import { runScript } from './lib/run.ts'
import { systemContext } from './lib/context.ts'

process.exitCode = await runScript(codeowners, process.argv.slice(2), systemContext())
