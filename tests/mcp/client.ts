import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { onTestFinished } from 'vitest'

/** The date that the server takes for today: noon UTC. */
export const NOW = '2026-11-22T12:00:00Z'

/** Where Node keeps what it has compiled, as for every process that tests start: most of what a server does is to begin. */
export const COMPILED: Readonly<Record<string, string>> = {
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
}

/** How long a client waits for an answer, in milliseconds: the SDK's own minute is too short for the first on a busy machine. */
const PATIENCE = { timeout: 300_000 }

/** A client as `open` makes it, closed after the test. */
export async function connect(root: string, environment: Record<string, string> = {}) {
  const opened = await open(root, environment)
  onTestFinished(() => opened.client.close())
  return opened
}

/** The SDK's own client, connected to the server as a process of its own over standard input and output. */
export async function open(root: string, environment: Record<string, string> = {}) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [resolve('scripts/watchbook.ts'), 'mcp'],
    env: {
      PATH: process.env['PATH'] ?? '',
      ...COMPILED,
      CONTENT_ROOT: root,
      // Where nothing was built, unless a test says otherwise.
      BUILD_ROOT: resolve('.cache/no-such-build'),
      SITE_URL: 'https://example.com',
      SOURCE_DATE_EPOCH: String(Date.parse(NOW) / 1000),
      ...environment,
    },
    stderr: 'pipe',
  })
  let errors = ''
  const client = new Client({ name: 'test', version: '1' })
  transport.stderr?.on('data', (data) => (errors += String(data)))
  await client.connect(transport, PATIENCE)
  const call = async (name: string, input: Record<string, unknown> = {}) => {
    const result = (await client.callTool({ name, arguments: input }, undefined, PATIENCE)) as CallToolResult
    const text = result.content.map((each) => (each.type === 'text' ? each.text : '')).join('\n')
    // Each test looks at the fields of its own tool; the client has compared them with the schema of the tool.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return { text, data: result.structuredContent as any, isError: result.isError === true }
  }
  return { client, call, errors: () => errors }
}
