import { schemas } from '../src/cli/content/schemas.ts'
import { runScript } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = await runScript(schemas, process.argv.slice(2), systemContext())
