import { spawnSync } from 'node:child_process'

/**
 * Installs packages of Debian: root on a Debian-like machine, as in a container, gets them without being asked.
 *
 * @returns whether they are there now
 */
export function installFromDebian(what: string, packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  console.log(`Installing ${what} with apt-get.`)
  const apt = (...parameters: string[]) =>
    spawnSync('apt-get', parameters, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return apt('update') && apt('install', '--yes', '--no-install-recommends', ...packages)
}
