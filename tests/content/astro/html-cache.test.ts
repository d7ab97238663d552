import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { forgetHtml, isKept, keepHtml, withHtml } from '../../../src/content/astro/html-cache.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-html-'))
const rendered = { html: '<h2 id="fix">Fix</h2>', metadata: { headings: ['Fix'], imagePaths: ['./a.svg'] } }
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('what is kept comes back as it was, with its headings and images', () => {
  const kept = keepHtml(folder, 'abc', rendered)
  expect(JSON.stringify(kept)).not.toContain('h2')
  expect(withHtml(kept)).toMatchObject(rendered)
})

test('another digest does not change what is kept under the first', () => {
  const kept = keepHtml(folder, 'abc', rendered)
  keepHtml(folder, 'def', { ...rendered, html: 'other' })
  expect(withHtml(kept).html).toBe(rendered.html)
})

test('it is known where the HTML was deleted, so that it is made again', () => {
  const kept = keepHtml(folder, 'abc', rendered)
  expect(isKept(kept)).toBe(true)
  rmSync(folder, { recursive: true })
  expect(isKept(kept)).toBe(false)
})

test('what is forgotten leaves no file', () => {
  const kept = keepHtml(folder, 'abc', rendered)
  forgetHtml(kept)
  expect(existsSync(path.join(folder, 'abc.html'))).toBe(false)
})

test('an entry without Markdown has nothing to keep or to forget', () => {
  expect(isKept(undefined)).toBe(true)
  forgetHtml(undefined)
  expect(withHtml({ html: 'as it is' })).toEqual({ html: 'as it is' })
})
