import { expect, it } from 'vitest'
import { enginesElsewhere } from '../../../src/content/facts/proofs/elsewhere.ts'

it('finds the engines that a page names, each once, in order of name', () => {
  expect(enginesElsewhere('In Spark and Snowflake, `1/0` is an error; Spark 3 says NULL.')).toEqual([
    'Snowflake',
    'Spark',
  ])
})

it('finds none in words that only begin alike, and none of the engines that blocks are run on', () => {
  expect(enginesElsewhere('Sparkling water; `spark.sql.shuffle`; the Hiveless; DuckDB, PostgreSQL')).toEqual(
    [],
  )
})
