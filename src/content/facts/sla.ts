import type { CollectionEntry } from 'astro:content'
import type { Content } from './entries.ts'

export type Sla = CollectionEntry<'runbooks'>['data']['sla']

/** A pipeline's own SLA, else its runbook's. */
export function slaOf(pipeline: CollectionEntry<'pipelines'>, content: Content): Sla {
  return pipeline.data.sla ?? content.runbooks.get(pipeline.data.runbook).data.sla
}
