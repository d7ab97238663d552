import { delimiter, join } from 'node:path'
import { installFromDebian } from './debian.ts'
import { isExecutable } from './executable.ts'

/** The servers whose files a build writes, and which are free to run: what its program is called, where Debian has it, who names it. */
const SERVERS = {
  nginx: { program: 'nginx', package: 'nginx-light', variable: 'NGINX_PATH' },
  Apache: { program: 'apache2', package: 'apache2-bin', variable: 'APACHE_PATH' },
  Caddy: { program: 'caddy', package: 'caddy', variable: 'CADDY_PATH' },
} as const

export type ServerName = keyof typeof SERVERS

/**
 * The path of a web server: the one that its variable names (`NGINX_PATH`), else one that is installed, else Debian's, installed
 * now if that is possible.
 *
 * @throws Error that says what to do
 */
export function findServer(name: ServerName): string {
  const { program, package: debian, variable } = SERVERS[name]
  const named = process.env[variable]
  const found =
    named ?? installed(program) ?? (installFromDebian(name, [debian]) ? installed(program) : undefined)
  if (found !== undefined && isExecutable(found)) return found
  throw new Error(
    `The headers are tried on a real ${name}, and none was found.\n` +
      `Install it (Debian, Ubuntu: sudo apt-get install ${debian}) or set ${variable} to its program.`,
  )
}

function installed(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, program)).find(isExecutable)
}
