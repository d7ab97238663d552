import type { Rule } from './rule.ts'

export const unusedRunbook: Rule = {
  id: 'unused-runbook',
  severity: 'warning',
  reason: 'Nobody is led to a runbook that no pipeline names.',
  mend: 'Name it as the `runbook` of a pipeline, or delete it.',
  *check({ content }) {
    const used = new Set([...content.pipelines.values()].map(({ data }) => data.runbook))
    for (const document of content.runbooks.values()) {
      if (used.has(document.id)) continue
      yield {
        document,
        message: `No pipeline uses the runbook "${document.id}"`,
        hint: `Write runbook: ${document.id} in a pipeline, or delete the file.`,
      }
    }
  },
}
