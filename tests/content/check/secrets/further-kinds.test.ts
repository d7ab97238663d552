import { expect, it } from 'vitest'
import { findSecrets } from '../../../../src/content/check/secrets/find.ts'
import { otherViews } from '../../../../src/content/check/secrets/views.ts'
import { FURTHER_KINDS, FURTHER_LOOK_ALIKES } from './further-kinds.ts'
import { NEWER_KINDS, NEWER_LOOK_ALIKES } from './newer-kinds.ts'
import { randomFrom } from './random.ts'

const countIn = (code: string): number => {
  const text = `\`\`\`bash\n${code}\n\`\`\`\n`
  return [text, ...otherViews(text).map((view) => view.text)].flatMap(findSecrets).length
}

it.each([
  { name: 'further', table: FURTHER_KINDS, least: 231, step: 1013 },
  { name: 'newer', table: NEWER_KINDS, least: 96, step: 977 },
])(
  'of at least $least $name kinds of secrets, in three random forms each, none is missed',
  ({ table, least, step }) => {
    const kinds = Object.entries(table)
    expect(kinds.length).toBeGreaterThanOrEqual(least)
    const missed = kinds.flatMap(([kind, make]) =>
      [1, 2, 3].filter((seed) => countIn(make(randomFrom(seed * step + kind.length))) === 0).map(() => kind),
    )
    expect(missed).toEqual([])
  },
)

it.each([
  { name: 'further', texts: FURTHER_LOOK_ALIKES, least: 111 },
  { name: 'newer', texts: NEWER_LOOK_ALIKES, least: 61 },
])('and of at least $least texts that look like the $name ones none is taken for one', ({ texts, least }) => {
  expect(texts.length).toBeGreaterThanOrEqual(least)
  expect(texts.filter((text) => countIn(text) > 0)).toEqual([])
})
