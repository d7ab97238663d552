import { parser as pythonParser } from '@lezer/python'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { isKnownKey, readKnownOptions } from './known-options.ts'
import { at, readPages } from './pages.ts'

const known = readKnownOptions()
const blocks = readPages().flatMap((page) =>
  page.blocks.map((block) => ({ page, block, where: at(page, block), code: block.code, kind: block.kind })),
)

/** Lines (from 1) at which a Python text does not parse. */
function pythonErrors(code: string): number[] {
  const lines: number[] = []
  pythonParser.parse(code).iterate({
    enter: ({ type, from }) => {
      if (type.isError) lines.push(code.slice(0, from).split('\n').length)
    },
  })
  return lines
}

describe.each(blocks.filter(({ kind }) => kind === 'json'))('$where', ({ code }) => {
  it('parses as JSON', () => {
    expect(() => JSON.parse(code) as unknown).not.toThrow()
  })
})

describe.each(blocks.filter(({ kind }) => kind === 'yaml'))('$where', ({ code }) => {
  it('parses as YAML', () => {
    expect(
      parseAllDocuments(code).flatMap((document) => ('errors' in document ? document.errors : [])),
    ).toEqual([])
  })
})

describe.each(blocks.filter(({ kind }) => kind === 'python'))('$where', ({ page, block, code }) => {
  it('parses as Python', () => {
    expect(pythonErrors(code).map((line) => at(page, block, line))).toEqual([])
  })
})

describe.each(blocks.filter(({ kind }) => kind === 'properties'))('$where', ({ page, block, code }) => {
  it('sets configuration keys that the stated version has', () => {
    const unknown = code.split('\n').flatMap((line, index) => {
      if (/^\s*(?:[#!].*)?$/.test(line)) return []
      const key = line.split(/[=:\s]/)[0] ?? ''
      return isKnownKey(key, known) ? [] : [`${at(page, block, index + 1)}: ${key}`]
    })
    expect(unknown).toEqual([])
  })
})

describe('the Python parser', () => {
  it('names the line of a mistake, and takes correct code', () => {
    expect(pythonErrors('x = 1\nif x\n  y = 2\n')[0]).toBe(2)
    expect(pythonErrors('df = spark.table("t").where("a > 1")\nprint(df.count())\n')).toEqual([])
  })
})
