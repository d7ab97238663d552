import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { oneBuild } from '../one-build.ts'
import { userEnvironment } from '../npm-run.ts'

interface Result {
  code: number | null
  output: string
  /** Whether code of the content ran. */
  ran: boolean
  site: string
}

/** Builds a site as `npm run build` does, without the check before it. */
export async function buildUnchecked(content: string, folder: string): Promise<Result> {
  const done = await oneBuild()
  try {
    const sentinel = path.join(folder, 'ran')
    const site = path.join(folder, 'dist')
    const code = `
      const { contentStore } = await import('./src/content/read/store.ts')
      const { buildSite } = await import('./scripts/lib/build-site.ts')
      const { FOLDERS } = await import('./src/site/build/folders.ts')
      const { contentHash } = await import('./src/content/read/content-hash.ts')
      const store = contentStore()
      const passed = { result: Promise.resolve({ report: '', isGood: true }), stopIfBad() {}, end: async () => {} }
      const hash = contentHash(store.root)
      await buildSite({ content: store.read(), hash, folders: FOLDERS, check: passed, anew: false })`
    const environment = { CONTENT_ROOT: content, BUILD_ROOT: folder, WATCHBOOK_SENTINEL: sentinel }
    return await new Promise((resolve, reject) => {
      const child = spawn('npx', ['node', '--input-type=module', '-e', code], {
        env: userEnvironment(environment),
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)))
      child.on('error', reject)
      child.on('close', (status) => {
        resolve({ code: status, output, ran: existsSync(sentinel), site })
      })
    })
  } finally {
    done()
  }
}
