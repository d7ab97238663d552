import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import * as body from '../../../../src/content/read/body.ts'
import { findingsIn, withContent } from '../broken-content.ts'

it('a page that is too much for the parser is searched for secrets all the same', () => {
  const { parsePage } = body
  vi.spyOn(body, 'parsePage').mockImplementation((document) => {
    if (document.body.includes('too much')) throw new RangeError('Maximum call stack size exceeded')
    return parsePage(document)
  })
  withContent((root) => {
    const file = path.join(root, 'issues/orders-late.md')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nThis is too much. api_key: q7Zt9LwXv2Rk8Pn4\n`)
    const found = findingsIn(root).filter(({ file: name }) => name.endsWith('issues/orders-late.md'))
    expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['secret', 'unreadable']))
  })
})
