import { expect, it } from 'vitest'
import { BlockResult } from '../../../src/content/prove/results.ts'
import { runsOn } from '../../../src/content/prove/run/reading.ts'

const block = { proof: { engines: ['duckdb', 'postgresql'] as const } }

it('a block that did not end twice on an engine is asked no more there, and goes on being asked on the other', () => {
  const result = new BlockResult()
  const asked = () =>
    (['duckdb', 'postgresql'] as const).filter((name) => runsOn({ block, result }, { name }))
  result.stoppedBy('duckdb')
  expect(asked()).toEqual(['duckdb', 'postgresql'])
  result.stoppedBy('duckdb')
  expect(asked()).toEqual(['postgresql'])
})

it('a block is asked on the engines alone that it is written for', () => {
  const only = { proof: { engines: ['postgresql'] as const } }
  expect(runsOn({ block: only, result: new BlockResult() }, { name: 'duckdb' })).toBe(false)
})
