import { prove } from './commands/prove.ts'
import { runScript } from './lib/run.ts'
import { systemContext } from './lib/context.ts'

process.exitCode = await runScript(prove, process.argv.slice(2), systemContext())
