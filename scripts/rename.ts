import { rename } from '../src/cli/content/rename.ts'
import { runScript } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = await runScript(rename, process.argv.slice(2), systemContext())
