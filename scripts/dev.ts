import { existsSync } from 'node:fs'
import { dev } from 'astro'
import { FOLDERS } from '../src/site/build/folders.ts'
import { runBuild } from './commands/build.ts'

// Search needs an index, and only a build makes one: the last one serves while editing.
if (!existsSync(`${FOLDERS.site}/pagefind`)) {
  console.log('There is no search index yet: building the site once.')
  await runBuild()
}
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
await dev({ server: { port: Number(process.env['PORT'] ?? 4321) } })
