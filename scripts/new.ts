import { newEntry } from '../src/cli/content/new.ts'
import { runCommand } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = runCommand(newEntry, process.argv.slice(2), systemContext())
