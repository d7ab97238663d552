import { rename } from '../src/cli/content/rename.ts'
import { runCommand } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = runCommand(rename, process.argv.slice(2), systemContext())
