import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { WIKI_TEAMS, writeForeignWiki } from '../support/foreign-wiki.ts'
import { measure, type Cost } from './measure.ts'

/** What an import of 2,000 pages, and their check, may take; in CPU seconds. */
const MAX_SECONDS = 60
const MAX_PAGES = 2000

/**
 * Brings a wiki of each size in, checks it and builds it once, and prints what each step costs. Gives the exit code: 1 where a
 * step of up to 2,000 pages takes longer than it may, or a page is lost on the way.
 */
export function benchImport(sizes: readonly number[], runs: number): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-wiki-'))
  const problems: string[] = []
  const bySize: [number, ReadonlyMap<string, Cost>][] = []
  console.log(
    `Node ${process.version}, ${String(cpus().length)} cores, ${String(runs)} runs of each; CPU seconds of all processes.`,
  )
  try {
    for (const size of sizes) {
      const steps = bringIn(path.join(folder, String(size)), size, runs, problems)
      bySize.push([size, steps])
      for (const [name, { cpu, memory }] of steps) {
        console.log(
          `${String(size).padStart(7)}  ${name.padEnd(22)} ${cpu.toFixed(2).padStart(8)} s  ${String(Math.round(memory))} MB`,
        )
        if (name !== BUILD && size <= MAX_PAGES && cpu > MAX_SECONDS)
          problems.push(
            `${name} takes ${cpu.toFixed(0)} s for ${String(size)} pages, and may take ${String(MAX_SECONDS)}.`,
          )
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const [[small, before] = [], [large, after] = []] = bySize.slice(-2)
  if (small !== undefined && large !== undefined)
    for (const [name, { cpu }] of after ?? [])
      console.log(
        `${name}, ${String(large)} to ${String(small)}: ${(cpu / (before?.get(name)?.cpu ?? NaN)).toFixed(2)}`,
      )
  for (const problem of problems) console.error(problem)
  return problems.length > 0 ? 1 : 0
}

const BUILD = 'build from nothing'

function bringIn(folder: string, size: number, runs: number, problems: string[]): ReadonlyMap<string, Cost> {
  const wiki = path.join(folder, 'wiki')
  const content = path.join(folder, 'content')
  const environment = { CONTENT_ROOT: content, BUILD_ROOT: folder }
  const rules = writeForeignWiki(wiki, size)
  const command = (...args: string[]) => ['scripts/watchbook.ts', ...args]
  const steps = new Map<string, Cost>()
  const anew = () => {
    rmSync(content, { recursive: true, force: true })
    mkdirSync(path.join(content, 'teams'), { recursive: true })
    for (const id of WIKI_TEAMS)
      writeFileSync(
        path.join(content, `teams/${id}.yaml`),
        `name: ${id}\nsummary: A team of the shop.\ncontact: { chat: '#${id}' }\n`,
      )
  }
  const importing = command('import', wiki, '--as', 'issues', '--alerts', rules)
  steps.set('import', measure(importing, environment, runs, anew))
  steps.set('import again', measure(importing, environment, runs))
  steps.set('npm run check', measure(command('check'), environment, runs))
  steps.set(BUILD, measure(command('build', '--anew'), environment, 1))
  const lost = (what: string, number: number) => {
    if (number !== size) problems.push(`${what}: ${String(number)} of ${String(size)}.`)
  }
  const entries = markdownIn(path.join(content, 'issues')).map((file) => readFileSync(file, 'utf8'))
  lost('Pages that were imported', entries.length)
  lost('Imported pages with their owner', entries.filter((text) => /^owner: [a-z]+$/m.test(text)).length)
  lost('Imported pages with their review', entries.filter((text) => /^reviewed: 2026-/m.test(text)).length)
  lost('Imported pages with their alert', entries.filter((text) => /^alerts:/m.test(text)).length)
  const built = readdirSync(path.join(folder, 'dist/issues'), { recursive: true, encoding: 'utf8' })
  lost('Pages of the site', built.filter((file) => /-\d+[/\\]index\.html$/.test(file)).length)
  return steps
}

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file))
}
