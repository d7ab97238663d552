import { expect, it } from 'vitest'
import { suggestionsOf } from '../../../src/content/facts/suggestions.ts'
import { contentOf, page } from '../../support/content-folder.ts'

const BODY = `## On-call

> [!SUGGESTION]
> Set \`LAG\` to **1,000**
> at first:
>
> 3. Read \`lag\`.
>    - Twice.
> 4. Tell [the owner](#on-call).
>
> | When | Whom |
> | ---- | ---- |
> | \`LAG\` grows | The owner |
>
> Then write:
>
> \`\`\`text
> Lag: <N>
>   since <TIME>
> \`\`\`
>
> > Do not guess.

## Empty

> [!SUGGESTION]
`

it('a suggestion keeps the order and the form of what it says: sentences, lists, tables and blocks', async () => {
  const [suggestion, empty] = suggestionsOf(await contentOf({ 'runbooks/late.md': page({}, BODY) }))
  expect(suggestion).toMatchObject({
    collection: 'runbooks',
    id: 'late',
    heading: 'On-call',
    anchor: 'on-call',
  })
  expect(suggestion?.blocks).toEqual([
    { kind: 'text', text: 'Set `LAG` to 1,000 at first:' },
    {
      kind: 'list',
      start: 3,
      items: [
        [
          { kind: 'text', text: 'Read `lag`.' },
          { kind: 'list', start: undefined, items: [[{ kind: 'text', text: 'Twice.' }]] },
        ],
        [{ kind: 'text', text: 'Tell the owner.' }],
      ],
    },
    {
      kind: 'table',
      rows: [
        ['When', 'Whom'],
        ['`LAG` grows', 'The owner'],
      ],
    },
    { kind: 'text', text: 'Then write:' },
    { kind: 'code', text: 'Lag: <N>\n  since <TIME>' },
    { kind: 'text', text: 'Do not guess.' },
  ])
  expect(empty?.blocks).toEqual([])
})
