import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { gzipped, pagesOf, type BuiltPage } from '../support/pages.ts'
import { BUDGETS, ON_REQUEST, TOO_LONG } from './budgets.ts'

// This checkout's own content: the pages that people open are as long as theirs.
const folder = inject('sites').ours
const pages = pagesOf(folder)
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

describe.each(BUDGETS)('a page of kind "$kind"', ({ pages: which, total, scripts }) => {
  const these = pages.filter(({ path }) => which.test(path))
  // A content folder may have no page of a kind.
  test.each(these)('/$path keeps its budget', (page) => {
    const styles = linked(page, /<link[^>]*rel="stylesheet"[^>]*>/g, 'href')
    const code = withImports(page, linked(page, /<script[^>]*src="[^>]*>/g, 'src'))
    const weigh = (files: string[]) => files.reduce((sum, file) => sum + gzipped(read(file)), 0)
    expect(styles).not.toEqual([])
    expect(code).not.toEqual([])
    expect(weigh(code)).toBeLessThanOrEqual(scripts ?? total)
    expect(gzipped(page.html) + weigh(styles) + weigh(code)).toBeLessThanOrEqual(
      TOO_LONG.get(page.path) ?? total,
    )
  })
})

// On a slow network each file that waits for another one costs half a second before the first command can be copied.
test.each(pages.filter(({ path }) => !path.startsWith('alerts/')))(
  '/$path asks at once for all that it needs before anybody touches it',
  (page) => {
    const [head = ''] = page.html.split('</head>')
    expect(head.match(/<script(?![^>]*type="module")[^>]*src=/g)).toBeNull()
    for (const script of linked(page, /<script[^>]*src="[^>]*>/g, 'src'))
      expect(read(script), script).not.toMatch(/(?:from|import)\s*["']\.[^"']+["']/)
  },
)

test.each(pages.filter(({ path }) => /^oncall\/[^/]+\/change\/$/.test(path)))(
  '/$path loads at most 60 KB of script, its planner included',
  (page) => {
    const code = withImports(page, linked(page, /<script[^>]*src="[^>]*>/g, 'src'))
    const planners = code.flatMap((file) => [
      ...read(file).matchAll(/\/(assets\/change-planner[\w.-]+\.js)/g),
    ])
    expect(planners.length).toBeGreaterThan(0)
    const files = [...new Set([...code, ...planners.map(([, file = '']) => file)])]
    expect(files.reduce((sum, file) => sum + gzipped(read(file)), 0)).toBeLessThanOrEqual(60 * 1024)
  },
)

function linked({ html }: BuiltPage, tags: RegExp, attribute: string): string[] {
  return (html.match(tags) ?? []).map((tag) => new RegExp(`${attribute}="/([^"]*)"`).exec(tag)?.[1] ?? '')
}

/** The scripts of a page, what they import, and what they load because the page has an element of that name. */
function withImports(page: BuiltPage, scripts: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    for (const [, dynamic, path = ''] of read(file).matchAll(
      /(?:from|import)(\()?\s*["'`](\.[^"'`]+)["'`]/g,
    )) {
      const name = posix.basename(path).split('.')[0] ?? ''
      const isLoaded =
        dynamic === undefined || (new RegExp(`<${name}[\\s>]`).test(page.html) && !ON_REQUEST.includes(name))
      if (isLoaded) visit(posix.join(posix.dirname(file), path))
    }
  }
  for (const script of scripts) visit(script)
  return [...found]
}
