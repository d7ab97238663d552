import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { oneBuild } from './one-build.ts'
import { userEnvironment } from './npm-run.ts'

export interface DevServer {
  /** Of the home page, with a slash at its end. */
  address: string
  stop: () => void
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
  const stop = () => {
    // The group that was started here: npm and the server below it.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid)
    done()
  }
  for (let tries = 0; tries < 1500 && server.exitCode === null; tries += 1) {
    if (await answers(address)) return { address, stop }
    await setTimeout(300)
  }
  stop()
  throw new Error('npm run dev does not answer')
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
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
