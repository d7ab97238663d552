import { parser } from '@prometheus-io/lezer-promql'
import { describe, expect, it } from 'vitest'
import { alertRulesOf } from '../../src/content/facts/alert-rules.ts'
import { proofsOf } from '../../src/content/facts/proofs/index.ts'
import { loadContent } from '../../src/content/read/load.ts'

const content = loadContent('content')
const rules = alertRulesOf(content)
const issues = [...content.issues.values()]

/** What the parser of Prometheus cannot read of an expression. */
function errorsOf(expression: string): string[] {
  const errors: string[] = []
  parser.parse(expression).iterate({
    enter(node) {
      if (node.type.isError)
        errors.push(`at ${String(node.from)}: ${expression.slice(node.from, node.to + 10)}`)
    },
  })
  return errors
}

describe('the alert rules of this content', () => {
  it('are read as Prometheus reads them', () => {
    expect(rules.length).toBeGreaterThan(20)
    expect(rules.flatMap(({ name, expr }) => errorsOf(expr).map((error) => `${name} ${error}`))).toEqual([])
  })

  it('are refused by the parser where an expression is broken', () => {
    expect(errorsOf('sum(rate(x[5m]) > 0')).not.toEqual([])
  })

  it('are one for each alert that an issue names, and no others', () => {
    const named = issues.flatMap(({ data }) => data.alerts ?? []).sort()
    expect(rules.map(({ name }) => name).sort()).toEqual(named)
  })

  it('say why the threshold is what it is, when to silence them, how urgent they are, and where the page is', () => {
    for (const rule of rules) {
      expect(rule.reason, rule.name).toMatch(/\w.*\.$/)
      expect(rule.silence, rule.name).toMatch(/\w.*\.$/)
      expect(rule.summary, rule.name).toMatch(/\w/)
      expect(rule.for, rule.name).toMatch(/^\d+[smhd]$/)
      expect(rule.severity, rule.name).toMatch(/^sev[1-4]$/)
      expect(rule.runbookUrl, rule.name).toMatch(new RegExp(`/alerts/${rule.name}/$`))
    }
  })

  it('ask only for checks that are blocks of the pages', () => {
    const blocks = new Set(
      proofsOf(content).blocks.map(({ block: { proof } }) => `${proof.rehearsal}/${proof.name}`),
    )
    const asked = rules.flatMap(({ expr }) =>
      [...expr.matchAll(/check="([^"]*)"/g)].map(([, name = '']) => name),
    )
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((name) => !blocks.has(name))).toEqual([])
  })
})
