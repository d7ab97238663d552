import { existsSync } from 'node:fs'
import { dev as serveWhileEditing } from 'astro'
import { ENGINE, FOLDERS } from '../../src/site/build/folders.ts'
import { command } from '../lib/command.ts'
import type { ExitCode } from '../lib/command-definition.ts'
import { forgetModules } from '../lib/forget-modules.ts'
import { runBuild } from './build.ts'

export const dev = command({
  name: 'dev',
  summary: 'serves the site while its content is edited',
  usage: 'npm run dev',
  about:
    'Serves the site on localhost and shows each edit. Search follows the edits; what else it needs is of the last build, and the first start makes one.',
  options: {},
  exits: { 0: 'the site is served until Ctrl+C' },
  example: 'npm run dev -- --content ../our-content',
  async run(_call, { out }): Promise<ExitCode> {
    if (!existsSync(`${FOLDERS.site}/pagefind`)) {
      out('There is no search index yet: building the site once.')
      await runBuild()
    }
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
    await forgetModules()
    await serveWhileEditing({ root: ENGINE, server: { port: Number(process.env['PORT'] ?? 4321) } })
    return 0
  },
})
