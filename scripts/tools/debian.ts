import { spawnSync } from 'node:child_process'

/**
 * Installs packages of Debian: root on a Debian-like machine, as in a container, gets them without being asked, and so does a
 * workflow whose machine lets it be root.
 *
 * @returns whether they are there now
 */
export function installFromDebian(what: string, packages: readonly string[]): boolean {
  const isRoot = process.getuid?.() === 0
  const mayBeRoot = process.env['CI'] !== undefined && spawnSync('sudo', ['-n', 'true']).status === 0
  if ((!isRoot && !mayBeRoot) || spawnSync('apt-get', ['--version']).status !== 0) return false
  console.log(`Installing ${what} with apt-get.`)
  const apt = (...parameters: string[]) =>
    spawnSync(isRoot ? 'apt-get' : 'sudo', isRoot ? parameters : ['-n', 'apt-get', ...parameters], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return apt('update') && apt('install', '--yes', '--no-install-recommends', ...packages)
}
