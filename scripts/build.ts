import { runBuild } from './commands/build.ts'

process.exitCode = await runBuild()
