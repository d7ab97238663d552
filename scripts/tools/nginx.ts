import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installFromDebian } from './debian.ts'

/**
 * The path of an nginx: `NGINX_PATH`, else one that is installed, else Debian's, installed now if that is possible.
 *
 * @throws Error that says what to do
 */
export function findNginx(): string {
  const named = process.env['NGINX_PATH']
  const found =
    named ?? installed() ?? (installFromDebian('nginx', ['nginx-light']) ? installed() : undefined)
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

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
