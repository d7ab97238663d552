import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { FIXTURE } from '../support/built-sites.ts'
import { connect } from '../mcp/client.ts'

const { root } = inject('sites')

it('the server for assistants takes the index and the pages of the site that was built from its content', async () => {
  const { call } = await connect(FIXTURE, { BUILD_ROOT: join(root, '..') })
  const { data } = await call('search', { query: 'late data in kafka' })
  expect(data).toMatchObject({ confident: true, index: 'site' })
  expect(data.pages[0].id).toBe('kafka-late-data')
  const page = await call('read_page', { page: 'kafka-late-data' })
  expect(page.data.from).toBe('site')
  expect(page.data.markdown).toBe(readFileSync(join(root, 'issues/kafka-late-data/index.md'), 'utf8'))
})
