import { spawn } from 'node:child_process'

/** The date on which the tests' sites are built: noon UTC. */
export const BUILD_DATE = '2026-11-22'

/** Runs a command of package.json on that date, as a user does. */
export function npmRun(command: readonly string[], environment: Record<string, string>): Promise<void> {
  // What the caller's shell says of builds, and what vitest says of itself, is not meant for this one.
  const foreign = /^(BASE_PATH|SITE_URL|CONTENT_ROOT|BUILD_ROOT|NODE_ENV|DEV|PROD|MODE|SSR|TEST|VITEST.*)$/
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
  const epoch = String(Date.parse(`${BUILD_DATE}T12:00:00Z`) / 1000)
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', ...command], {
      env: { ...inherited, SOURCE_DATE_EPOCH: epoch, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`npm run ${command.join(' ')} failed:\n${output}`))
    })
  })
}
