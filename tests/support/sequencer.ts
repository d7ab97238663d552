import { readFile } from 'node:fs/promises'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What a file of tests has in it that waits for the one build there can be at a time in a checkout. */
const BUILDS = /\b(?:npmRun\(\['build|oneBuild\(|startDev\()/

/** The project with the files that compute for minutes: begun last, one of them would leave the other cores with nothing to do. */
const LONGEST = 'oncall'

/** Projects whose files read or open built sites, each in a process of its own. */
const OF_SITES = new Set(['site', 'browser'])

/**
 * The order in which files of tests are begun. By itself Vitest would run all files of one project after those of another,
 * and beside a file that builds another one that waits for it. So these are spread evenly among the others, and while one
 * worker is busy with one of them, the other mostly computes. Files that share a process follow one another: a file of
 * another project between them would end the process, with all that it has read and compiled.
 */
export class Spread extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const few = new Set<TestSpecification>()
    for (const file of sorted)
      if (OF_SITES.has(file.project.name) || BUILDS.test(await readFile(file.moduleId, 'utf8'))) few.add(file)
    const many = Map.groupBy(
      sorted.filter((file) => !few.has(file)),
      ({ project }) => project.name,
    )
    const names = [...many.keys()].sort((a, b) => Number(b === LONGEST) - Number(a === LONGEST))
    return spread(
      sorted.filter((file) => few.has(file)),
      names.flatMap((name) => many.get(name) ?? []),
    )
  }
}

/** The part of all files that is begun before the first of the slow ones: meanwhile the sites are built that most of them need. */
const START = 0.1

/** All of both lists, each in its order, with the items of the first as evenly among those of the second as can be. */
export function spread<Item>(few: readonly Item[], many: readonly Item[]): Item[] {
  const placed = (items: readonly Item[], start: number) =>
    items.map((item, at) => ({ item, place: start + ((1 - start) * (at + 0.5)) / items.length }))
  return [...placed(few, START), ...placed(many, 0)].sort((a, b) => a.place - b.place).map(({ item }) => item)
}
