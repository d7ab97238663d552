import { checkCommand } from '../src/content/commands/check.ts'

process.exitCode = checkCommand(process.argv.slice(2))
