import { runOncall } from '../src/cli/oncall/index.ts'
import { systemContext } from '../src/cli/system.ts'

process.exitCode = runOncall(process.argv.slice(2), systemContext())
