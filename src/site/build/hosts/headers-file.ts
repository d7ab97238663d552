import { hostRules } from './rules.ts'

/** `_headers`, which Netlify and Cloudflare Pages read from the root of the site. */
export function headersFile(base: string): string {
  return hostRules(base)
    .map(({ path, headers }) => [
      path,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}
