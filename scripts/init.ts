import { init } from '../src/cli/content/init.ts'
import { runCommand } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = runCommand(init, process.argv.slice(2), systemContext())
