import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { writeManyIssues } from '../support/many-issues.ts'
import { growthLines, ratioLines, worseRatios, type Ratios } from './growth.ts'
import { measure, type Cost } from './measure.ts'
import { PARTS } from './parts.ts'

interface Options {
  /** Numbers of issues, in order. */
  sizes: readonly number[]
  /** So many of each; the middle one counts. */
  runs: number
  /** A file of ratios that must not get worse. */
  expect: string | undefined
  write: boolean
  /** The folder of content whose issues are copied. */
  from: string
}

/** What is measured at a size: whole commands, then the parts that one process can measure by itself. */
export type Measured = ReadonlyMap<string, Cost>

/** Measures builds of several sizes and prints what each part costs and how it grows. Gives the exit code. */
export function benchSizes({ sizes, runs, expect, write, from }: Options): number {
  // Before minutes of measuring: a name that was mistyped would compare with nothing, and pass.
  if (expect !== undefined && !write && !existsSync(expect))
    throw new Error(`There is no file ${expect} to compare with. \`--expect ${expect} --write\` writes it.`)
  const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-sizes-'))
  const bySize = new Map<number, Measured>()
  console.log(
    `Node ${process.version}, ${String(cpus().length)} cores, ${String(runs)} runs of each; CPU seconds of all processes.`,
  )
  try {
    for (const size of sizes) {
      bySize.set(size, measureSize(path.join(folder, String(size)), size, runs, from))
      for (const [name, { cpu, least, most, memory }] of bySize.get(size) ?? [])
        console.log(
          `${String(size).padStart(7)}  ${name.padEnd(28)} ${cpu.toFixed(2).padStart(8)} s (${least.toFixed(2)} to ${most.toFixed(2)})  ${memory === 0 ? '' : `${String(Math.round(memory))} MB`}`,
        )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const ratios = ratiosOf(bySize)
  console.log(['', ...growthLines(bySize), '', ...ratioLines(ratios)].join('\n'))
  if (expect === undefined) return 0
  if (write) {
    writeFileSync(expect, `${JSON.stringify({ sizes, ratios }, null, 2)}\n`)
    return 0
  }
  const before = JSON.parse(readFileSync(expect, 'utf8')) as { sizes: number[]; ratios: Ratios }
  if (before.sizes.join() !== sizes.join())
    throw new Error(`${expect} is of the sizes ${before.sizes.join()}`)
  const worse = worseRatios(before.ratios, ratios)
  for (const line of worse) console.error(line)
  return worse.length > 0 ? 1 : 0
}

function measureSize(folder: string, size: number, runs: number, from: string): Measured {
  const content = path.join(folder, 'content')
  const [edited = ''] = writeManyIssues(content, size, from)
  const page = path.join(content, 'issues', `${edited}.md`)
  const text = readFileSync(page, 'utf8')
  const environment = { CONTENT_ROOT: content, BUILD_ROOT: folder }
  const build = (...args: string[]) => ['scripts/watchbook.ts', 'build', ...args]
  const results = new Map<string, Cost>()
  results.set('npm run check', measure(['scripts/watchbook.ts', 'check'], environment, runs))
  results.set('build from nothing', measure(build('--anew'), environment, runs))
  let edit = 0
  results.set(
    'build after one edit',
    measure(build(), environment, runs, () => {
      edit += 1
      writeFileSync(page, text.replace(/^## Symptoms$/m, `## Symptoms\n\nSeen ${String(edit)} times.`))
    }),
  )
  results.set('build, nothing changed', measure(build(), environment, runs))
  for (const part of PARTS) {
    results.set(
      `  ${part}`,
      measure(['tests/bench/parts.ts', part, path.join(folder, 'dist')], environment, runs),
    )
  }
  return results
}

function ratiosOf(bySize: ReadonlyMap<number, Measured>): Ratios {
  const ratios: Record<string, number> = {}
  const sizes = [...bySize.keys()]
  for (const [index, size] of sizes.entries()) {
    const at = (name: string) => bySize.get(size)?.get(name)
    const cold = at('build from nothing')?.cpu ?? NaN
    for (const name of ['build after one edit', 'build, nothing changed'])
      ratios[`${name}, to one from nothing, ${String(size)}`] = (at(name)?.cpu ?? NaN) / cold
    const last = bySize.get(sizes[index - 1] ?? NaN)
    if (!last) continue
    for (const name of ['npm run check', 'build from nothing']) {
      const [before, after] = [last.get(name), at(name)]
      if (!before || !after) continue
      ratios[`${name}, CPU, ${String(size)} to ${String(sizes[index - 1])}`] = after.cpu / before.cpu
      ratios[`${name}, memory, ${String(size)} to ${String(sizes[index - 1])}`] = after.memory / before.memory
    }
  }
  return Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toFixed(3))]))
}
