import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../src/content/facts/entries.ts'
import { contentOf, page } from '../../support/content-folder.ts'

const head = { title: 'A', primaryOwner: 'shop' }
const facts = factsOf(
  await contentOf({
    'teams/shop.yaml': 'name: Shop\nsummary: A team.\n',
    'runbooks/orders.md': page({ title: 'Orders', onCall: { summary: 'Always.', coverage: 'always' } }),
    'runbooks/quiet.md': page({ title: 'Quiet' }),
    'pipelines/own.md': page({ ...head, runbook: 'orders', coverage: 'business-hours' }),
    'pipelines/of-runbook.md': page({ ...head, runbook: 'orders' }),
    'pipelines/alone.md': page({ ...head, coverage: 'month-end' }),
    'pipelines/nobody.md': page({ ...head, runbook: 'quiet' }),
  }),
)

describe('when somebody is on call for a pipeline', () => {
  it.each([
    ['own', 'business-hours', 'its own answer comes before that of its runbook'],
    ['of-runbook', 'always', 'its runbook says it where it does not'],
    ['alone', 'month-end', 'it needs no runbook to say so'],
    ['nobody', undefined, 'nobody knows where neither says'],
  ] as const)('%s: %s, for %s', (id, coverage, _words) => {
    expect(facts.coverageOf(facts.pipelines.get(id))).toBe(coverage)
  })
})
