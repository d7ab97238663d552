import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'
import { documentsOfFragments } from '../../src/search/index/from-fragments.ts'

it('what the search knows of a page is its text, and not what is at the foot of every page', async () => {
  const documents = await documentsOfFragments(join(inject('sites').ours, INDEX_FOLDER))
  expect(documents.some(({ kind }) => kind === 'issue')).toBe(true)
  // There is a text to look through: a runbook or an issue fills screens.
  expect(Math.max(...documents.map(({ text }) => text.length))).toBeGreaterThan(2000)
  // The page on editing this site speaks of the link.
  const others = documents.filter(({ url }) => url !== '/contributing/')
  const feet = others.filter(({ text }) => /Edit this page|Report a mistake/.test(text))
  expect(feet.map(({ url }) => url)).toEqual([])
  // Nor what every page with values says of them, which would be quoted as if it were of the issue.
  const panels = others.filter(({ text }) =>
    /They are filled into every command|On this page|The incident starts now/.test(text),
  )
  expect(panels.map(({ url }) => url)).toEqual([])
})
