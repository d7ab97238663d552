import { schemas } from '../src/cli/content/schemas.ts'
import { runCommand } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = runCommand(schemas, process.argv.slice(2), systemContext())
