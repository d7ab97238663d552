import { readFile } from 'node:fs/promises'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What a file of tests has in it that waits for the one build there can be at a time in a checkout. */
const BUILDS = /\b(?:npmRun\(\['build|oneBuild\(|startDev\()/

/**
 * The order in which files of tests are begun. By itself Vitest would run all files of one project after those of another,
 * and beside a file that builds another one that waits for it. So these are spread evenly among the others, and while one
 * worker is busy with one of them, the other mostly computes.
 */
export class Spread extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const slow = new Set<TestSpecification>()
    for (const file of sorted)
      if (file.project.name === 'browser' || BUILDS.test(await readFile(file.moduleId, 'utf8')))
        slow.add(file)
    return spread(
      sorted.filter((file) => slow.has(file)),
      sorted.filter((file) => !slow.has(file)),
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
