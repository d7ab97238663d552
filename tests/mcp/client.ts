import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { onTestFinished } from 'vitest'
import { PassedChecks } from '../../src/mcp/passed-checks.ts'
import { createMcpServer } from '../../src/mcp/server.ts'

/** The date that the server takes for today: noon UTC. */
export const NOW = '2026-11-22T12:00:00Z'

/** Where Node keeps what it has compiled, as for every process that tests start: most of what a server does is to begin. */
export const COMPILED: Readonly<Record<string, string>> = {
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
}

/** How long a client waits for an answer, in milliseconds: the SDK's own minute is too short for the first on a busy machine. */
const PATIENCE = { timeout: 300_000 }

/** Where nothing was built. */
const NO_BUILD = resolve('.cache/no-such-build')

/**
 * A client whose server is in this process, closed after the test: for what the answers say of a content. A process of its own
 * for each content takes some ten times as long as its answers.
 */
export async function connectHere(root: string) {
  const server = createMcpServer({
    root,
    siteFolder: NO_BUILD,
    passed: new PassedChecks('/dev/null/passed', () => ''),
    address: { site: 'https://example.com', base: '/' },
    now: () => new Date(NOW),
    version: '1',
  })
  const [ofClient, ofServer] = InMemoryTransport.createLinkedPair()
  await server.connect(ofServer)
  const opened = await clientOver(ofClient)
  onTestFinished(() => opened.client.close())
  return opened
}

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
      // Unless a test says otherwise.
      BUILD_ROOT: NO_BUILD,
      SITE_URL: 'https://example.com',
      SOURCE_DATE_EPOCH: String(Date.parse(NOW) / 1000),
      ...environment,
    },
    stderr: 'pipe',
  })
  let errors = ''
  transport.stderr?.on('data', (data) => (errors += String(data)))
  return { ...(await clientOver(transport)), errors: () => errors }
}

async function clientOver(transport: Transport) {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport, PATIENCE)
  const call = async (name: string, input: Record<string, unknown> = {}) => {
    const result = (await client.callTool({ name, arguments: input }, undefined, PATIENCE)) as CallToolResult
    const text = result.content.map((each) => (each.type === 'text' ? each.text : '')).join('\n')
    // Each test looks at the fields of its own tool; the client has compared them with the schema of the tool.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return { text, data: result.structuredContent as any, isError: result.isError === true }
  }
  return { client, call }
}
