import type { Rule } from './rule.ts'

export const upstreamCycle: Rule = {
  id: 'upstream-cycle',
  severity: 'error',
  reason: 'Data cannot come from itself: one of the links points the wrong way.',
  fix: 'Upstream are the pipelines that this one reads. Remove the one that reads this.',
  *check({ drafts }) {
    const upstream = new Map(drafts.pipelines.map(({ id, data }) => [id, data.upstream ?? []]))
    for (const document of drafts.pipelines) {
      for (const [index, first] of (document.data.upstream ?? []).entries()) {
        if (!leadsTo(first, document.id, upstream)) continue
        yield {
          document,
          at: { path: ['upstream', index] },
          message:
            first === document.id
              ? `"${first}" cannot be upstream of itself`
              : `"${first}" reads from "${document.id}" and cannot be upstream of it`,
        }
      }
    }
  },
}

function leadsTo(from: string, target: string, upstream: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const left = [from]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (id === target) return true
    if (seen.has(id)) continue
    seen.add(id)
    left.push(...(upstream.get(id) ?? []))
  }
  return false
}
