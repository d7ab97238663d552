import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js'
import { LimitedLines } from '../../src/mcp/limited-lines.ts'
import { PassedChecks } from '../../src/mcp/passed-checks.ts'
import { createMcpServer } from '../../src/mcp/server.ts'
import { ADDRESS } from '../../src/site/address.ts'
import { FOLDERS } from '../../src/site/build/folders.ts'
import { command, type Command } from '../lib/command.ts'
import type { ExitCode } from '../lib/command-definition.ts'
import { beginToKeep, endKeeping } from '../lib/keep.ts'
import { codeHash } from '../lib/last-build.ts'

/** Bytes of a message: a log of a million characters, and what JSON adds to it. */
const MAX_MESSAGE = 8_000_000

interface Surroundings {
  /** The hash of the code as it was loaded, where whoever loaded it has asked already: it takes reading all of it. */
  code?: string | undefined
  /** Called when every question can be answered at once. */
  whenReady?: () => void
}

export const mcpCommand = ({ code, whenReady }: Surroundings = {}): Command =>
  command({
    name: 'mcp',
    summary: "answers an assistant's questions about this content, read-only",
    usage: 'npm run --silent mcp',
    about: `Serves the answers of the site to an assistant on this machine, over standard input and output, as the Model Context
Protocol has it: search, match_error, read_page, who_is_on_call, list and upcoming, and every page as a resource. It
reads the content folder and the last build, and uses no network. It changes nothing: in its cache it keeps which content
has passed the check, what was found in pages, how rotas were planned and its own modules in few files, so that the next
start is faster. SITE_URL says which addresses it gives.`,
    options: {},
    exits: { 0: 'the client closed the connection' },
    example: 'CONTENT_ROOT=/srv/runbooks npm run --silent mcp',
    async run(_, { root, now, error }): Promise<ExitCode> {
      const { version } = JSON.parse(
        readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
      ) as {
        version: string
      }
      let atStart = code
      const codeAtStart = () => (atStart ??= codeHash())
      const isFixed = process.env['SOURCE_DATE_EPOCH'] !== undefined
      const server = createMcpServer({
        root,
        siteFolder: FOLDERS.site,
        passed: new PassedChecks(FOLDERS.passed, codeAtStart),
        address: ADDRESS,
        now: () => (isFixed ? now : new Date()),
        version,
        whenReady,
      })
      const ended = once(process.stdin, 'end')
      // Each answer waits for the pipe by a listener of its own, and a client may ask any number of things at once.
      process.stdout.setMaxListeners(0)
      const input = new LimitedLines(MAX_MESSAGE, (id) => {
        const message = `A message of more than ${String(MAX_MESSAGE)} bytes was left out. Send the lines around the error alone.`
        error(message)
        // Who asked would wait for the answer.
        if (id !== undefined)
          void transport.send({ jsonrpc: '2.0', id, error: { code: ErrorCode.InvalidRequest, message } })
      })
      const transport = new StdioServerTransport(process.stdin.pipe(input))
      server.server.onerror = ({ name, message }) => {
        const isLine = name === 'SyntaxError' || name === 'ZodError'
        error(isLine ? 'A line from the client was left out: it is no message of the protocol.' : message)
      }
      await server.connect(transport)
      // The client has its first answer before that.
      setImmediate(() => {
        beginToKeep(root, FOLDERS, codeAtStart)
      })
      await ended
      await server.close()
      endKeeping()
      return 0
    },
  })
