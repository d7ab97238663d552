import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The path of an nginx: `NGINX_PATH`, else one that is installed, else Debian's, installed now if that is possible.
 *
 * @throws Error that says what to do
 */
export function findNginx(): string {
  const named = process.env['NGINX_PATH']
  const found = named ?? installed() ?? (installFromDebian() ? installed() : undefined)
  if (found !== undefined && isExecutable(found)) return found
  throw new Error(
    'The headers are tried on a real nginx, and none was found.\n' +
      'Install it (Debian, Ubuntu: sudo apt-get install nginx-light) or set NGINX_PATH to its program.',
  )
}

function installed(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, 'nginx')).find(isExecutable)
}

/** Root on a Debian-like machine, as in a container, gets it without being asked. */
function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  console.log('Installing nginx with apt-get.')
  const apt = (...parameters: string[]) =>
    spawnSync('apt-get', parameters, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return apt('update') && apt('install', '--yes', '--no-install-recommends', 'nginx-light')
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
