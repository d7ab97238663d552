import { rename } from './commands/rename.ts'
import { runScript } from './lib/run.ts'
import { systemContext } from './lib/context.ts'

process.exitCode = await runScript(rename, process.argv.slice(2), systemContext())
