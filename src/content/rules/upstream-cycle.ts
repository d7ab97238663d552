import type { Rule } from './rule.ts'

export const upstreamCycle: Rule = {
  id: 'upstream-cycle',
  severity: 'error',
  reason: 'Data cannot come from themselves: one of the links points the wrong way.',
  mend: 'Remove from `upstream` the pipeline that reads this one.',
  *check({ content }) {
    const upstream = (id: string) => content.pipelines.get(id)?.data.upstream ?? []
    for (const document of content.pipelines.values()) {
      for (const [index, first] of upstream(document.id).entries()) {
        if (!leadsTo(first, document.id, upstream)) continue
        yield {
          document,
          at: { path: ['upstream', index] },
          message:
            first === document.id
              ? `"${first}" cannot be upstream of itself`
              : `"${first}" reads from "${document.id}" and cannot be upstream of it`,
          hint: 'Upstream are the pipelines that this one reads. Remove the one that reads this.',
        }
      }
    }
  },
}

function leadsTo(from: string, target: string, upstream: (id: string) => readonly string[]): boolean {
  const seen = new Set<string>()
  const left = [from]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (id === target) return true
    if (seen.has(id)) continue
    seen.add(id)
    left.push(...upstream(id))
  }
  return false
}
