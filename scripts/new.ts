import { newEntry } from '../src/cli/content/new.ts'
import { runScript } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = await runScript(newEntry, process.argv.slice(2), systemContext())
