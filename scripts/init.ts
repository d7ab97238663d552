import { init } from '../src/cli/content/init.ts'
import { runScript } from '../src/cli/run.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = await runScript(init, process.argv.slice(2), systemContext())
