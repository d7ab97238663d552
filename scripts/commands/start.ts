import { FOLDERS } from '../../src/site/build/folders.ts'
import { serve } from '../../src/site/build/static-server.ts'
import { command } from '../lib/command.ts'
import { runBuild } from './build.ts'

const USUAL_PORT = 4321

export const start = command({
  name: 'start',
  summary: 'builds the site and serves it on this machine',
  usage: 'npm start',
  about:
    'Checks the content, builds the site with its search index, serves it on localhost and prints the address.',
  options: {},
  exits: { 0: 'the site is served until Ctrl+C', 1: 'the content has a mistake or the build failed' },
  example: 'PORT=8080 npm start',
  async run(_call, { out }) {
    const failed = await runBuild()
    if (failed) return 1
    const { PORT, BASE_PATH } = process.env
    const { url } = await serve({ folder: FOLDERS.site, base: BASE_PATH, port: Number(PORT ?? USUAL_PORT) })
    out(`\nThe site is at ${url}   (Ctrl+C stops it)`)
    return 0
  },
})
