import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

const REPOSITORY = 'https://github.com/example/watchbook'

/**
 * Why the tests of `tests/our-content/` do not run here, in a sentence; `undefined` where they do. They hold what is true
 * of the content that this repository comes with, and of no other.
 */
export function whyNotOurs(): string | undefined {
  const { CONTENT_ROOT } = process.env
  if (CONTENT_ROOT) return `CONTENT_ROOT is ${CONTENT_ROOT}`
  const site: unknown = existsSync('content/site.yaml')
    ? parse(readFileSync('content/site.yaml', 'utf8'))
    : {}
  const repository =
    typeof site === 'object' && site !== null && 'repository' in site ? site.repository : undefined
  return repository === REPOSITORY ? undefined : 'content/site.yaml names another repository'
}
