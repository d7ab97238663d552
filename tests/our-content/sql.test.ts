import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixturePath } from '../../src/content/read/code-fence.ts'
import type { Block } from '../../src/content/read/find.ts'
import { changes } from './changes.ts'
import { at, readPages } from './pages.ts'
import type { Page } from './pages.ts'
import { Warehouse } from '../../src/content/prove/warehouse.ts'

interface Step {
  /** Without one, the block's rows are not compared; what it does shows in the steps after it. */
  name: string | undefined
  section: string
  sql: string
  where: string
  /** What a test's title says of it. */
  does: string
}

/** All that one page says about one fixture, in the order of the page. */
interface Rehearsal {
  page: Page
  fixture: string
  steps: Step[]
}

const pages = readPages()
const rehearsals = pages.flatMap(rehearsalsOf)

function rehearsalsOf(page: Page): Rehearsal[] {
  const byFixture = new Map<string, Step[]>()
  for (const block of page.blocks) {
    // A block with a role is proved by `npm run prove` on a rehearsal of the content.
    if (block.test.kind !== 'run' || block.attributes.has('role')) continue
    const steps = byFixture.get(block.test.fixture) ?? []
    byFixture.set(block.test.fixture, [...steps, stepOf(page, block, block.test.step)])
  }
  return [...byFixture].map(([fixture, steps]) => ({ page, fixture, steps }))
}

function stepOf(page: Page, block: Block, name: string | undefined): Step {
  const does = name === undefined ? 'runs' : `answers with the rows of ${name}.csv`
  return { name, section: block.section, sql: block.code, where: at(page, block), does }
}

function expectedPath(fixture: string, step: string): string {
  return join(import.meta.dirname, '..', '..', fixturePath(fixture), `${step}.csv`)
}

function setupOf(fixture: string): string {
  return readFileSync(join(fixturePath(fixture), 'setup.sql'), 'utf8')
}

async function runStep(warehouse: Warehouse, step: Step): Promise<string> {
  try {
    return await warehouse.run(step.sql)
  } catch (error) {
    throw new Error(`${step.where}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function rowCount(csv: string): number {
  return Math.max(0, csv.trimEnd().split('\n').length - 1)
}

describe.each(rehearsals)('$page.path on $fixture', ({ page, fixture, steps }) => {
  const diagnosis = steps.filter(({ section }) => section === 'Diagnose')
  const fix = steps.filter(({ section }) => section === 'Fix')
  let warehouse: Warehouse
  let planted: Record<string, string>

  beforeAll(async () => {
    const setup = join(fixturePath(fixture), 'setup.sql')
    if (!existsSync(setup)) throw new Error(`${page.path} runs on ${setup}, which does not exist: write it`)
    warehouse = await Warehouse.open(setupOf(fixture))
    planted = await warehouse.state()
  })
  afterAll(() => {
    warehouse.close()
  })

  it.each(steps)('$where $section $does', async (step) => {
    const rows = await runStep(warehouse, step)
    if (step.name === undefined) return
    expect(rows, `${step.where} answers with no table`).not.toBe('')
    await expect(rows).toMatchFileSnapshot(expectedPath(fixture, step.name))
  })

  if (fix.length > 0)
    it('has a fix that changes the rows of `changes.diff` and no others', async () => {
      const path = join(import.meta.dirname, '..', '..', fixturePath(fixture), 'changes.diff')
      await expect(changes(planted, await warehouse.state())).toMatchFileSnapshot(path)
    })

  if (diagnosis.length > 0)
    it('has a diagnosis that only reads', async () => {
      const untouched = await Warehouse.open(setupOf(fixture))
      for (const step of diagnosis) await runStep(untouched, step)
      expect(await untouched.state()).toEqual(planted)
      untouched.close()
    })

  if (diagnosis.length > 0)
    it('has a diagnosis that finds something on the planted faults', () => {
      const found = diagnosis.filter(({ name }) => name !== undefined)
      const rows = found.map(({ name = '' }) => rowCount(readFileSync(expectedPath(fixture, name), 'utf8')))
      expect(Math.max(0, ...rows)).toBeGreaterThan(0)
    })

  if (fix.length > 0)
    it('has a fix that changes nothing more when it is run twice', async () => {
      const before = await warehouse.state()
      for (const step of fix) await runStep(warehouse, step)
      expect(await warehouse.state()).toEqual(before)
    })

  if (fix.length > 0 && diagnosis.length > 0)
    it('has a diagnosis that finds nothing after the fix, or what `.fixed.csv` allows', async () => {
      for (const step of diagnosis) {
        const rows = await runStep(warehouse, step)
        if (step.name === undefined) continue
        const allowed = expectedPath(fixture, `${step.name}.fixed`)
        if (existsSync(allowed)) await expect(rows).toMatchFileSnapshot(allowed)
        else expect(rowCount(rows), `${step.where} still finds:\n${rows}`).toBe(0)
      }
    })
})

describe('an issue with SQL', () => {
  const withSql = pages.filter(
    ({ path, blocks }) =>
      path.startsWith('content/issues/') &&
      blocks.some(({ kind, attributes }) => kind === 'sql' && !attributes.has('role')),
  )

  it.each(withSql)('$path is diagnosed, repaired and verified on one fixture by its blocks alone', (page) => {
    const whole = rehearsals.filter(({ page: { path }, steps }) => {
      const sections = new Set(steps.map(({ section }) => section))
      return path === page.path && ['Diagnose', 'Fix', 'Verify'].every((section) => sections.has(section))
    })
    expect(whole.map(({ fixture }) => fixture)).toHaveLength(1)
    const unrun = page.blocks.filter(({ kind, test }) => kind === 'sql' && test.kind !== 'run')
    expect(unrun.map((block) => at(page, block))).toEqual([])
  })
})

describe('SQL that is not run', () => {
  const blocks = pages.flatMap((page) =>
    page.blocks
      .filter(({ kind, test }) => kind === 'sql' && test.kind !== 'run')
      .map((block) => ({ where: at(page, block), code: block.code })),
  )

  it('parses all the same', async () => {
    const warehouse = await Warehouse.open('SELECT 1')
    const problems: string[] = []
    for (const { where, code } of blocks) {
      const problem = await warehouse.parseProblem(code)
      if (problem !== undefined) problems.push(`${where}: ${problem}`)
    }
    expect(await warehouse.parseProblem('SELEC 1')).toContain('syntax error')
    warehouse.close()
    expect(problems).toEqual([])
  })
})

describe('fixtures', () => {
  it('belong to a page, each of them', () => {
    const used = new Set(rehearsals.map(({ fixture }) => fixture))
    const folders = globSync(`${fixturePath('*')}/setup.sql`).map((path) => path.split(/[\\/]/).at(-2) ?? '')
    expect(folders.filter((folder) => !used.has(folder))).toEqual([])
  })

  it('expect nothing that no step answers', () => {
    const steps = rehearsals.flatMap(({ fixture, steps: all }) =>
      all.map(({ name }) => `${fixture}/${name ?? ''}`),
    )
    const tables = globSync(`${fixturePath('*')}/*.csv`).map((path) => {
      const folder = path.split(/[\\/]/).at(-2) ?? ''
      return `${folder}/${basename(path, '.csv').replace(/\.fixed$/, '')}`
    })
    expect(tables.filter((table) => !steps.includes(table))).toEqual([])
  })

  it('name each step once on a page, so that each has its own table', () => {
    const doubled = rehearsals.flatMap(({ page, steps }) => {
      const names = steps.map(({ name }) => name).filter((name) => name !== undefined)
      return names
        .filter((name, index) => names.indexOf(name) !== index)
        .map((name) => `${page.path}: ${name}`)
    })
    expect(doubled).toEqual([])
  })
})
