import { parser as pythonParser } from '@lezer/python'
import type { MdastNode } from 'satteri'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { parsePage } from '../../src/content/read/find.ts'
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

/** Three parts or more, in the spelling of Kafka (`a.b.ms`) or of Spark (`spark.a.bC`). */
const keyShape = /^(?:spark(?:\.[a-zA-Z]+){2,}|[a-z]+(?:\.[a-z]+){2,})$/

function inlineCode(node: MdastNode): string[] {
  if (node.type === 'inlineCode') return [node.value]
  return 'children' in node ? node.children.flatMap(inlineCode) : []
}

describe.each(readPages())('$path', ({ source, format }) => {
  it('names configuration keys in its text that the stated version has', () => {
    const names = inlineCode(parsePage(source, format)).map((code) => code.split('=')[0] ?? '')
    expect(names.filter((name) => keyShape.test(name) && !isKnownKey(name, known))).toEqual([])
  })
})

describe('the Python parser', () => {
  it('names the line of a mistake, and takes correct code', () => {
    expect(pythonErrors('x = 1\nif x\n  y = 2\n')[0]).toBe(2)
    expect(pythonErrors('df = spark.table("t").where("a > 1")\nprint(df.count())\n')).toEqual([])
  })
})
