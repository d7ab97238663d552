import { describe, expect, it } from 'vitest'
import {
  MAX_NAME_FILE,
  nameFiles,
  nameKey,
  type Name,
  type NameFile,
} from '../../../src/search/engine/names.ts'

const issue = (name: string): Name => ({ name, path: `issues/${nameKey(name)}/`, kind: 'issue' })
const size = (file: NameFile) => JSON.stringify(file).length

/** Reads the files as the browser does. */
function find(files: ReadonlyMap<string, NameFile>, text: string): string[] {
  const key = nameKey(text)
  let file = files.get('index')
  while (file?.next) {
    const next = file.next.find((prefix) => key.startsWith(prefix))
    if (next === undefined) break
    file = files.get(next)
  }
  return (file?.names ?? []).map(({ name }) => name)
}

describe('the files of names', () => {
  it('are one file where all names fit', () => {
    const names = ['Late data', 'Kafka down'].map(issue)
    expect([...nameFiles(names)]).toEqual([['index', { names }]])
  })

  it('are an empty file for a site without pages', () => {
    expect([...nameFiles([])]).toEqual([['index', { names: [] }]])
  })

  it('stay small for 5,000 issues, and each name is found by its beginning and by its words', () => {
    const names = Array.from({ length: 5000 }, (_, place) =>
      issue(
        `Loader ${String(place)} of region ${String.fromCharCode(97 + (place % 26))}${String(place % 7)} is late`,
      ),
    )
    const files = nameFiles(names)
    expect(Math.max(...[...files.values()].map(size))).toBeLessThanOrEqual(MAX_NAME_FILE)
    expect(find(files, 'Loader 4711 of')).toContain(names[4711]?.name)
    expect(find(files, '4711')).toContain(names[4711]?.name)
  })

  it('stay small where thousands of names begin with the same word', () => {
    const files = nameFiles(
      Array.from({ length: 3000 }, (_, place) => issue(`Kafka ${'x'.repeat(60)} ${String(place)}`)),
    )
    expect(Math.max(...[...files.values()].map(size))).toBeLessThanOrEqual(MAX_NAME_FILE)
    expect(find(files, 'kafka')).not.toEqual([])
  })

  it('have names of files that every host takes', () => {
    const names = ['Événement perdu', '数据 缺失', '../x', 'A B', 'con', 'İstanbul ß'].flatMap((name) =>
      Array.from({ length: 60 }, (_, place) => issue(`${name} ${String(place)} ${'y'.repeat(40)}`)),
    )
    for (const file of nameFiles(names).keys()) expect(file).toMatch(/^[a-z0-9_]+$/)
  })
})
