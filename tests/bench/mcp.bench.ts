import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
    /^\d+ \(.*\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${String(pid)}/stat`, 'utf8')) ?? []
  return (Number(user) + Number(system)) / 100
}

/** A session as a client begins one. */
async function start(root: string) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [resolve('scripts/start-node.js'), 'mcp'],
    env: { PATH: process.env['PATH'] ?? '', CONTENT_ROOT: root, BUILD_ROOT: join(folder, 'build') },
  })
  const client = new Client({ name: 'bench', version: '1' })
  await client.connect(transport)
  const cpu = () => cpuOf(transport.pid ?? 0)
  await client.listTools()
  const listed = cpu()
  let ready = cpu()
  // It reads, plans and indexes before anybody asks: then it is at rest.
  for (let rest = 0; rest < 20; rest++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (cpu() - ready > 0.01) rest = 0
    ready = cpu()
  }
  const call = (tool: string, input: Record<string, unknown>) =>
    client.callTool({ name: tool, arguments: input })
  return { client, cpu, call, listed, ready }
}

test.for([
  { name: 'this content', root: 'content', goal: 1 },
  { name: '1,000 issues', root: '', goal: 3 },
])('the server for assistants on $name', { timeout: 600_000 }, async ({ name, root, goal }) => {
  const own = root === '' ? join(folder, 'many') : root
  if (root === '') writeManyIssues(own, 1000)
  const cold = await start(own)
  report(`MCP, ${name}: ready where nothing was kept, CPU`, `${cold.ready.toFixed(2)} s`, '')
  await cold.client.close()
  const { client, cpu, call, listed, ready } = await start(own)
  report(`MCP, ${name}: started, its tools listed, CPU`, `${listed.toFixed(2)} s`, '')
  report(`MCP, ${name}: ready for every question, CPU`, `${ready.toFixed(2)} s`, `${String(goal)} s`)

  const questions: [string, Record<string, unknown>][] = [
    ['search', { query: 'kafka late data' }],
    ['match_error', { text: 'ERROR: division by zero' }],
    ['read_page', { page: 'no-such-page' }],
    ['list', { kind: 'issue' }],
    ['who_is_on_call', {}],
    ['upcoming', { days: 14 }],
  ]
  for (const [tool, input] of questions) {
    let before = cpu()
    await call(tool, input)
    report(
      `MCP, ${name}: ${tool}, CPU of the first answer`,
      `${((cpu() - before) * 1000).toFixed(0)} ms`,
      '100 ms',
    )
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
