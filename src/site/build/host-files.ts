import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { apacheFile } from './hosts/apache.ts'
import { caddyFile } from './hosts/caddy.ts'
import { cloudfrontFile } from './hosts/cloudfront.ts'
import { headersFile } from './hosts/headers-file.ts'
import { nginxFile } from './hosts/nginx.ts'

/**
 * Writes the headers of the site in the form of every host: those that a host reads from the site into its folder,
 * those that somebody puts into a configuration into another.
 *
 * @param site folder of a built site
 * @param hosting folder for what is no part of the site
 * @param base the path that the site is served under
 */
export async function writeHostFiles(site: string, hosting: string, base: string): Promise<void> {
  await mkdir(hosting, { recursive: true })
  const files: readonly [file: string, text: string][] = [
    // Netlify, Cloudflare Pages.
    [path.join(site, '_headers'), headersFile(base)],
    [path.join(site, '.htaccess'), apacheFile(base)],
    [path.join(hosting, 'nginx.conf'), nginxFile(base)],
    [path.join(hosting, 'Caddyfile'), caddyFile(base)],
    [path.join(hosting, 'cloudfront.json'), cloudfrontFile(base)],
  ]
  for (const [file, text] of files) await writeFile(file, text)
}
