import { schemas } from './commands/schemas.ts'
import { runScript } from './lib/run.ts'
import { systemContext } from './lib/context.ts'

process.exitCode = await runScript(schemas, process.argv.slice(2), systemContext())
