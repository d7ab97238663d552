import { init } from './commands/init.ts'
import { runScript } from './lib/run.ts'
import { systemContext } from './lib/context.ts'

process.exitCode = await runScript(init, process.argv.slice(2), systemContext())
