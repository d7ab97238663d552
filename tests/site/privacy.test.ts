import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, inject, it } from 'vitest'
import { PERSONAL } from '../support/built-sites.ts'

/** How a search index begins that is compressed. */
const GZIP = Buffer.from([0x1f, 0x8b])
/** What Engineer C has as contact there (`PERSONAL`), in any way to write it. */
const WRITTEN = /555.{0,3}0142|private-address/i

it('the contact of a person is in no file of a site that does not show it: page, JSON, calendar, Markdown or index', () => {
  const folder = inject('sites').based
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  const kinds = new Set<string>()
  const found = files
    .map((item) => join(item.parentPath, item.name))
    .filter((file) => {
      kinds.add(file.replace(/^.*\./, ''))
      const bytes = readFileSync(file)
      const text = bytes.subarray(0, 2).equals(GZIP) ? gunzipSync(bytes) : bytes
      return WRITTEN.test(text.toString('utf8'))
    })
  expect(found).toEqual([])
  for (const each of Object.values(PERSONAL)) expect(each).toMatch(WRITTEN)
  expect([...kinds]).toEqual(
    expect.arrayContaining(['html', 'json', 'ics', 'md', 'txt', 'js', 'pf_fragment', 'pf_index']),
  )
})
