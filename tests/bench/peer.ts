import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeManyIssues } from '../support/many-issues.ts'
import { measure, type Cost } from './measure.ts'

/**
 * Builds the same issues with this engine, its check included, and with Eleventy, Prism and Pagefind, and prints what both cost.
 * Eleventy makes the pages alone: no lists, no Markdown beside them, no calendars, no check.
 *
 * @param from the folder of content whose issues are copied
 */
export function benchPeer(sizes: readonly number[], runs: number, from: string): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-peer-'))
  const peer = path.join(folder, 'peer')
  const say = (size: number, name: string, { cpu, least, most, wall, memory }: Cost) => {
    console.log(
      `${String(size).padStart(7)}  ${name.padEnd(20)} ${cpu.toFixed(2).padStart(8)} s (${least.toFixed(2)} to ${most.toFixed(2)}), ${wall.toFixed(2)} s waited  ${String(Math.round(memory))} MB`,
    )
  }
  try {
    cpSync(path.join(import.meta.dirname, 'eleventy-site'), peer, { recursive: true })
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], { cwd: peer })
    console.log(
      `Node ${process.version}, ${String(runs)} runs of each; CPU seconds of all processes, then the time until they were done.`,
    )
    for (const size of sizes) {
      const content = path.join(folder, String(size), 'content')
      writeManyIssues(content, size, from)
      const environment = { CONTENT_ROOT: content, BUILD_ROOT: path.dirname(content) }
      const ours = measure(['scripts/watchbook.ts', 'build', '--anew'], environment, runs)
      say(size, 'this engine', ours)
      cpSync(path.join(content, 'issues'), path.join(peer, 'issues'), { recursive: true })
      const theirs = measure([path.join(peer, 'build.js'), PAGEFIND, String(size)], {}, runs, () => {
        rmSync(path.join(peer, 'site'), { recursive: true, force: true })
      })
      say(size, 'Eleventy', theirs)
      const times = (mine: number, other: number) => (mine / other).toFixed(2)
      console.log(
        `${String(size).padStart(7)}  to Eleventy          ${times(ours.cpu, theirs.cpu)} in CPU, ${times(ours.wall, theirs.wall)} in time`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const PAGEFIND = import.meta.resolve('pagefind')
