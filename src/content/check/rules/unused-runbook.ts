import type { Rule } from './rule.ts'
import { namedIn } from '../../read/references.ts'

export const unusedRunbook: Rule = {
  id: 'unused-runbook',
  severity: 'warning',
  reason: 'No link leads to a runbook that no pipeline names.',
  fix: 'Name it as the `runbook` of a pipeline, or delete it.',
  *check({ content, drafts }) {
    const isUsed = namedIn(content, ['pipelines'], 'runbooks')
    // A site of runbooks alone is led to them by its lists and by search.
    if (content.ids.pipelines.length === 0) return
    for (const document of drafts.runbooks) {
      if (document.isIndex || isUsed(document.id)) continue
      yield {
        document,
        message: `No pipeline uses the runbook "${document.id}"`,
        hint: `Write runbook: ${document.id} in a pipeline, or delete the file.`,
      }
    }
  },
}
