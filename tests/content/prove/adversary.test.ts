import { cpSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/content/prove/engines/engine.ts'
import { Postgres } from '../../../src/content/prove/engines/postgres.ts'
import { usualDraw } from '../../../src/content/prove/draw.ts'
import { prove } from '../../../src/content/prove/prove.ts'
import { allParts } from '../../../src/content/prove/run/fix.ts'
import { proofsOf } from '../../../src/content/facts/proofs/index.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { whyNoBox } from './box-problem.ts'
import { workspace } from './workspace.ts'

/**
 * The pages of `tests/fixtures/adversary`: blocks that somebody wrote to get past the machine, each right on what was
 * planted. Above each the page says what is wrong with it and on which data sets it has to be found.
 */
const FIXTURE = path.join(import.meta.dirname, '../../fixtures/adversary/content')

interface Block {
  name: string
  why: string
  kinds: readonly string[]
}

const content = workspace()
cpSync(FIXTURE, content.root, { recursive: true })

/** The blocks of a page with what is written above them. */
function blocksOf(page: string): Block[] {
  return [
    ...content
      .read(`issues/${page}.md`)
      .matchAll(/^It (.*?)\.(?: Found on: (.*)\.)?\n\n```.*?test="payments\/([\w-]+)"/gm),
  ].map(([, why = '', kinds = '', name = '']) => ({ name, why, kinds: kinds.split(', ').filter(Boolean) }))
}

/** The kinds on which each block was found wrong; of a fix, any of its parts. */
async function foundOn(page: string, engine: Engine): Promise<Map<string, ReadonlySet<string>>> {
  const { plans, findings } = proofsOf(loadContent(content.root))
  expect(findings).toEqual([])
  const kinds = new Set(blocksOf(page).flatMap((block) => block.kinds))
  const { results } = await prove(plans, [engine], {
    draw: usualDraw(1, kinds),
    wants: ({ page: on }) => on.id === page,
    canRunShell: true,
    progress: () => undefined,
  })
  const found = new Map<string, Set<string>>()
  const blocks = plans.flatMap(({ reading, commands, fixes }) => [
    ...reading,
    ...commands,
    ...fixes.flatMap(allParts),
  ])
  for (const block of blocks.filter(({ page: on }) => on.id === page)) {
    const own = found.get(block.proof.name) ?? new Set()
    for (const kind of results.of(block.page.file, block.id).wrongSets.keys()) own.add(kind)
    found.set(block.proof.name, own)
  }
  return found
}

const problem = whyNoBox()
let engine: Engine

beforeAll(async () => {
  engine = await Postgres.open()
})
afterAll(() => engine.close())

describe.each([
  { page: 'gates', what: 'a gate' },
  { page: 'checks', what: 'a check of a repair' },
  { page: 'fixes', what: 'a fix' },
  ...(problem === undefined ? [{ page: 'shell', what: 'a shell block' }] : []),
])('$what that was written to get past the machine', ({ page }) => {
  let found: Awaited<ReturnType<typeof foundOn>> = new Map()
  const blocks = blocksOf(page)

  beforeAll(async () => {
    found = await foundOn(page, engine)
  })

  it.each(blocks.filter(({ kinds }) => kinds.length > 0))('is found: it $why ($name)', ({ name, kinds }) => {
    expect([...(found.get(name) ?? [])]).toEqual(expect.arrayContaining([...kinds]))
  })

  it.each(blocks.filter(({ kinds }) => kinds.length === 0))(
    'is not the one that $why ($name)',
    ({ name }) => {
      expect([...(found.get(name) ?? ['nothing was run'])]).toEqual([])
    },
  )
})
