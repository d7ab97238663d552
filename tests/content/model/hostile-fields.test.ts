import { expect, it } from 'vitest'
import { FOLDERS } from '../../../src/content/model/collections.ts'
import { HOSTILE_SAMPLES } from '../../support/hostile/content.ts'
import { freeFields, namesIn } from '../../support/hostile/every-field.ts'
import { HOSTILE_TEXTS } from '../../support/hostile/texts.ts'

/** Names of rules: the check knows them all, and nothing shows them. */
const NOT_SHOWN = ['rules{name}']

it.each([...FOLDERS, 'site'] as const)(
  'every field of %s that takes free text is in the content of the tests with hostile texts',
  (folder) => {
    const written = new Set(namesIn(HOSTILE_SAMPLES[folder]))
    const free = freeFields(folder).filter((name) => !NOT_SHOWN.includes(name))
    expect(free.filter((name) => !written.has(name))).toEqual([])
  },
)

it('there are 60 hostile texts and more, no two alike', () => {
  expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length)
  expect(HOSTILE_TEXTS.length).toBeGreaterThan(60)
})
