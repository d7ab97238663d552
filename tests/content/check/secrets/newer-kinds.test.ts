import { expect, it } from 'vitest'
import { findSecrets } from '../../../../src/content/check/secrets/find.ts'
import { otherViews } from '../../../../src/content/check/secrets/views.ts'
import { NEWER_KINDS, NEWER_LOOK_ALIKES } from './newer-kinds.ts'
import { randomFrom } from './random.ts'

const countIn = (code: string, mark = '```'): number => {
  const text = mark === '`' ? `Use \`${code}\` here.\n` : `${mark}bash\n${code}\n${mark}\n`
  return [text, ...otherViews(text).map((view) => view.text)].flatMap(findSecrets).length
}

it('of more than 95 kinds of late, in three random forms each, none is missed', () => {
  const kinds = Object.entries(NEWER_KINDS)
  expect(kinds.length).toBeGreaterThan(95)
  const missed = kinds.flatMap(([kind, make]) =>
    [1, 2, 3].filter((seed) => countIn(make(randomFrom(seed * 977 + kind.length))) === 0).map(() => kind),
  )
  expect(missed).toEqual([])
})

it('and of 60 and more texts of the same services none is taken for one', () => {
  expect(NEWER_LOOK_ALIKES.length).toBeGreaterThan(60)
  expect(NEWER_LOOK_ALIKES.filter((text) => countIn(text) > 0)).toEqual([])
})
