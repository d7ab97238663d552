import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeowners } from '../../src/content/edit/codeowners.ts'
import { loadContent } from '../../src/content/read/load.ts'

it('asks the owners that the content names (npm run codeowners)', () => {
  expect(readFileSync('.github/CODEOWNERS', 'utf8')).toBe(codeowners(loadContent()))
})
