import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { askedQuestions } from '../../src/api/questions.ts'

const EMPTY = {
  pages: { version: 1, pages: [] },
  alerts: { version: 1, alerts: [] },
  oncall: { version: 1, asOf: '2026-11-26', rotas: [] },
} as const
const addressOf = (name: string) => `https://example.com/api/${name}.json`

it('asks nothing of a site that has no alert, page or rota', () => {
  expect(
    askedQuestions({
      pages: { ...EMPTY.pages, pages: [] },
      alerts: { ...EMPTY.alerts, alerts: [] },
      oncall: { ...EMPTY.oncall, rotas: [] },
      addressOf,
    }),
  ).toEqual([])
})

it.each(["Orders'Late", 'a b/c', '$(id) `id`', '"quoted" \\ !', '-r', 'é😀'])(
  'asks for the alert %s in words of a shell that mean no more than its name',
  (alert) => {
    const page = 'https://example.com/issues/late/'
    const entry = { alert, url: 'https://example.com/', issue: 'late', page, title: 'Late', variables: [] }
    const alerts = { version: 1 as const, alerts: [entry] }
    const [question] = askedQuestions({
      pages: { ...EMPTY.pages, pages: [] },
      alerts,
      oncall: { ...EMPTY.oncall, rotas: [] },
      addressOf,
    })
    const [, arguments_ = ''] = /--arg alert (.*?) '\.alerts/.exec(question?.command ?? '') ?? []
    expect(execFileSync('bash', ['-c', `printf '%s' ${arguments_}`], { encoding: 'utf8' })).toBe(alert)
    expect(question?.answer).toBe(page)
  },
)
