import { spawn } from 'node:child_process'
import { oneBuild } from './one-build.ts'

/** The date on which the tests' sites are built: noon UTC. */
export const BUILD_DATE = '2026-11-22'

/** The environment of a command that runs on that date, as a user has it. */
export function userEnvironment(environment: Record<string, string>): Record<string, string | undefined> {
  // What the caller's shell says of builds, and what vitest says of itself, is not meant for this one.
  const foreign =
    /^(BASE_PATH|SITE_URL|CONTENT_ROOT|BUILD_ROOT|NODE_ENV|BASE_URL|DEV|PROD|MODE|SSR|TEST|VITEST.*)$/
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
  const epoch = String(Date.parse(`${BUILD_DATE}T12:00:00Z`) / 1000)
  return { ...inherited, SOURCE_DATE_EPOCH: epoch, ...environment }
}

/** Runs a command of package.json on that date, as a user does; builds one after the other. */
export async function npmRun(command: readonly string[], environment: Record<string, string>): Promise<void> {
  const done = command[0] === 'build' ? await oneBuild() : undefined
  try {
    await run(command, environment)
  } finally {
    done?.()
  }
}

function run(command: readonly string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', ...command], {
      env: userEnvironment(environment),
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
