import { check } from './commands/check.ts'
import { runScript } from './lib/run.ts'
import { systemContext } from './lib/context.ts'

process.exitCode = await runScript(check, process.argv.slice(2), systemContext())
