import { runBuild } from './commands/build.ts'
import { serve } from '../src/site/build/static-server.ts'
import { FOLDERS } from '../src/site/build/folders.ts'

const USUAL_PORT = 4321

const failed = await runBuild()
if (failed) {
  process.exitCode = failed
} else {
  const { PORT, BASE_PATH } = process.env
  const { url } = await serve({ folder: FOLDERS.site, base: BASE_PATH, port: Number(PORT ?? USUAL_PORT) })
  console.log(`\nThe site is at ${url}   (Ctrl+C stops it)`)
}
