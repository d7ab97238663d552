import { runOncall } from './commands/oncall/index.ts'
import { systemContext } from './lib/context.ts'

process.exitCode = runOncall(process.argv.slice(2), systemContext())
