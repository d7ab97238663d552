import { expect, it } from 'vitest'
import { findSecrets } from '../../../../src/content/check/secrets/find.ts'
import { otherViews } from '../../../../src/content/check/secrets/views.ts'
import { FURTHER_KINDS, FURTHER_LOOK_ALIKES } from './further-kinds.ts'
import { randomFrom } from './random.ts'

const countIn = (code: string): number => {
  const text = `\`\`\`bash\n${code}\n\`\`\`\n`
  return [text, ...otherViews(text).map((view) => view.text)].flatMap(findSecrets).length
}

it('of more than 230 further kinds of secrets, in three random forms each, none is missed', () => {
  const kinds = Object.entries(FURTHER_KINDS)
  expect(kinds.length).toBeGreaterThan(230)
  const missed = kinds.flatMap(([kind, make]) =>
    [1, 2, 3].filter((seed) => countIn(make(randomFrom(seed * 1013 + kind.length))) === 0).map(() => kind),
  )
  expect(missed).toEqual([])
})

it('and of more than 110 texts that look like them none is taken for one', () => {
  expect(FURTHER_LOOK_ALIKES.length).toBeGreaterThan(110)
  expect(FURTHER_LOOK_ALIKES.filter((text) => countIn(text) > 0)).toEqual([])
})
