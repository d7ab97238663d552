import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, expect, test } from 'vitest'
import { writeManyIssues } from '../support/many-issues.ts'
import { report } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'mcp-bench-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Seconds of CPU that a process has used, to a hundredth, as Linux counts them. */
function cpuOf(pid: number): number {
  const [, user = '0', system = '0'] =
    /^\d+ \(.*\) (?:\S+ ){11}(\d+) (\d+)/.exec(
      execFileSync('cat', [`/proc/${String(pid)}/stat`], { encoding: 'utf8' }),
    ) ?? []
  return (Number(user) + Number(system)) / 100
}

test.for([
  { name: 'this content', root: 'content', start: 1 },
  { name: '1,000 issues', root: '', start: 3 },
])('the server for assistants on $name', { timeout: 600_000 }, async ({ name, root, start }) => {
  const own = root === '' ? join(folder, 'many') : root
  if (root === '') writeManyIssues(own, 1000)
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [resolve('scripts/watchbook.ts'), 'mcp'],
    env: { PATH: process.env['PATH'] ?? '', CONTENT_ROOT: own, BUILD_ROOT: resolve('.cache/no-such-build') },
  })
  const client = new Client({ name: 'bench', version: '1' })
  await client.connect(transport)
  const cpu = () => cpuOf(transport.pid ?? 0)
  await client.listTools()
  report(`MCP, ${name}: started, its tools listed, CPU`, `${cpu().toFixed(2)} s`, `${String(start)} s`)

  const call = (tool: string, input: Record<string, unknown>) =>
    client.callTool({ name: tool, arguments: input })
  let before = cpu()
  await call('search', { query: 'kafka late data' })
  report(
    `MCP, ${name}: the first question, which reads and checks the folder`,
    `${(cpu() - before).toFixed(2)} s`,
    '',
  )

  const questions: [string, Record<string, unknown>][] = [
    ['search', { query: 'spark join out of memory' }],
    ['match_error', { text: 'ERROR: division by zero' }],
    ['list', { kind: 'issue' }],
    ['who_is_on_call', {}],
    ['upcoming', { days: 14 }],
  ]
  for (const [tool, input] of questions) {
    await call(tool, input)
    before = cpu()
    for (let round = 0; round < 20; round++) expect((await call(tool, input)).content).toBeDefined()
    report(
      `MCP, ${name}: ${tool}, CPU of an answer`,
      `${(((cpu() - before) * 1000) / 20).toFixed(1)} ms`,
      '100 ms',
    )
  }
  await client.close()
})
