import { check } from '../src/cli/content/check.ts'
import { runCommand } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = runCommand(check, process.argv.slice(2), systemContext())
