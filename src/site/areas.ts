import type { CollectionEntry } from 'astro:content'

/** Pipelines by area, in each the sources first: the order in which a reader thinks of them, and of the plan. */
export function inAreas(pipelines: readonly CollectionEntry<'pipelines'>[]): CollectionEntry<'pipelines'>[] {
  const areas = ['profit', 'growth', 'engagement']
  const upstream = ({ data }: CollectionEntry<'pipelines'>) => data.upstream?.length ?? 0
  return [...pipelines].sort(
    (a, b) =>
      areas.indexOf(a.data.area) - areas.indexOf(b.data.area) ||
      upstream(a) - upstream(b) ||
      b.id.localeCompare(a.id),
  )
}
