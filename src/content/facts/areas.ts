import type { CollectionEntry } from 'astro:content'
import { AREAS } from '../model/collections.ts'

/** Pipelines by area, in each the sources first: the order in which a reader thinks of them, and of the plan. */
export function inAreas(pipelines: readonly CollectionEntry<'pipelines'>[]): CollectionEntry<'pipelines'>[] {
  const upstream = ({ data }: CollectionEntry<'pipelines'>) => data.upstream?.length ?? 0
  return [...pipelines].sort(
    (a, b) =>
      AREAS.indexOf(a.data.area) - AREAS.indexOf(b.data.area) ||
      upstream(a) - upstream(b) ||
      b.id.localeCompare(a.id),
  )
}
