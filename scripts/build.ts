import { runBuild } from '../src/build/run.ts'

process.exitCode = await runBuild()
