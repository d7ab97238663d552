import { newEntry } from './commands/new.ts'
import { runScript } from './lib/run.ts'
import { systemContext } from './lib/context.ts'

process.exitCode = await runScript(newEntry, process.argv.slice(2), systemContext())
