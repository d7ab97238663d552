import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { oneBuild } from './one-build.ts'
import { userEnvironment } from './npm-run.ts'

export interface DevServer {
  /** Of the home page, with a slash at its end. */
  address: string
  /** Ends it: afterwards, nobody answers at its address. */
  stop: () => Promise<void>
}

/**
 * Runs `npm run dev` until it answers. No other test builds or edits a site meanwhile.
 *
 * @param given the port, if it must be a certain one: Astro forgets what it has kept where its configuration has changed
 */
export async function startDev(environment: Record<string, string>, given?: number): Promise<DevServer> {
  const done = await oneBuild()
  const port = given ?? (await freePort())
  const address = `http://localhost:${String(port)}/`
  const server = spawn('npm', ['run', '--silent', 'dev'], {
    env: userEnvironment({ ...environment, PORT: String(port) }),
    stdio: 'ignore',
    detached: true,
  })
  const stop = async () => {
    // The group that was started here: npm and the server below it.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid)
    while ((await statusOf(address)) !== undefined) await setTimeout(100)
    done()
  }
  for (let tries = 0; tries < 1500 && server.exitCode === null; tries += 1) {
    if ((await statusOf(address)) === 200) return { address, stop }
    await setTimeout(300)
  }
  await stop()
  throw new Error('npm run dev does not answer')
}

/** `undefined` where nobody answers. */
async function statusOf(address: string): Promise<number | undefined> {
  return fetch(address, { headers: { Connection: 'close' } }).then(
    ({ status }) => status,
    () => undefined,
  )
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
}
