import { codeowners } from '../src/cli/content/codeowners.ts'
import { runCommand } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = runCommand(codeowners, process.argv.slice(2), systemContext())
