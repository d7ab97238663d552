import { expect, it } from 'vitest'
import { codeProblems } from '../../../../src/content/check/code/index.ts'

const problemOf = (expression: string) => codeProblems('promql', expression)[0]?.message

it.each([
  ['lag > > 1000', 'No value is between > and >'],
  ['lag => 1000', '=> is no operator here'],
  ['lag = 1000', '= is no operator here'],
  ['lag === 1000', '=== is no operator here'],
  ['lag <> 1000', '<> is no operator here'],
  ['lag > 1 && up == 1', '&& is no operator here'],
  ['lag >', 'The expression ends after >'],
  ['lag > 1 and', 'The expression ends after and'],
  ['or lag > 1', 'The expression begins with or'],
  ['> 1', 'The expression begins with >'],
  ['(lag >) 1', 'No value is between > and )'],
  ['lag > 1,000', 'The comma is in no brackets'],
  ['lag 1000', 'No operator is before 1000'],
  ['lag > 5%', 'The expression ends after %'],
  ['summ(lag)', 'There is no function summ'],
  ['raet(lag[5m])', 'There is no function raet'],
  ['rate(lag)', 'rate() has no range of time'],
  ['sum(rate(lag{job="x"})) > 1', 'rate() has no range of time'],
  ['rate(lag[5min])', '[5min] is no range of time'],
  ['rate(lag[])', '[] is no range of time'],
  ['lag{job=="x"}', 'job=="x" compares no label'],
  ['lag{job=x}', 'job=x compares no label'],
  ['lag{job}', 'job compares no label'],
  ['sum(rate(lag[5m]) > 1', '( has no other half'],
  ['lag{job="x} > 1', '" has no other half'],
])('reads %j as no expression of Prometheus', (expression, message) => {
  expect(problemOf(expression)).toBe(message)
})

it.each([
  'up == 0',
  '-lag > -1',
  '1 - (a / b) > 0.5',
  'lag > bool 1',
  'a / on (job) group_left (pod, node) b',
  'a * ignoring(x) group_right b > 2',
  'sum by (job) (rate(x{a="b",}[5m])) > 0',
  'sum(rate(x[5m])) by (job)',
  'sum without (a) (x) unless on () absent(y)',
  'max_over_time(rate(x[1h])[1d:5m]) > 1',
  'x offset 5m > x offset -1h',
  'x @ 1609746000 > 0 or x @ end() > 0',
  'time() - x > 24 * 3600',
  'quantile_over_time(0.99, x[1h30m]) > 1e3',
  'label_replace(x, "a", "$1", "b", "(.*)") == 1 # why',
  '{__name__=~"x.*", job!~"a|b"} > 0',
  '{"http.requests", job="x"} > 0',
  'x{a="}", b=\'"\'} > 0',
  'x{a="b", # why\n b="c"} > 0',
  'x{} > 0 AND y > 0',
  'histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))',
  'sum({job="x"} |= "error") > 1',
  'rate(x[$__rate_interval]) > 1',
  'x{job="{{ $labels.job }}"} > > 1',
  'vector(1)',
  'sum2(x) > 1',
  '',
])('reads %j, or leaves it to the tool whose dialect it is', (expression) => {
  expect(codeProblems('promql', expression)).toEqual([])
})

it('takes time in proportion to a long expression', () => {
  const took = (times: number) => {
    const expression = `${'('.repeat(times)}${'rate(x{a="b"}[5m]) + '.repeat(times)}1${')'.repeat(times)}`
    const start = performance.now()
    expect(codeProblems('promql', expression)).toEqual([])
    return performance.now() - start
  }
  took(200)
  expect(took(4000)).toBeLessThan(took(2000) * 6 + 50)
})
