import { spawn } from 'node:child_process'
import { flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import type * as McpModule from '../../commands/mcp.ts'
import type { Command } from '../command.ts'
import { codeHash } from '../last-build.ts'
import { JoinedModules } from './joined-modules.ts'

/** The server for assistants, which a client starts anew for each session: from its joined modules where there are any. */
export async function joinedMcp(): Promise<Command> {
  const code = codeOrNone()
  const joined = code === undefined ? undefined : new JoinedModules().find(code)
  const module = (await (joined === undefined
    ? import('../../commands/mcp.ts')
    : import(joined))) as typeof McpModule
  return module.mcpCommand({ code, whenReady: joined === undefined ? joinForNext : flushCompileCache })
}

/** Joins the modules in a process of its own, which goes on when this one ends. */
function joinForNext(): void {
  // Clients end a server without a word, and Node keeps what it has compiled at the end.
  flushCompileCache()
  const file = fileURLToPath(new URL('./join-process.ts', import.meta.url))
  spawn(process.execPath, [file], { stdio: 'ignore', detached: true, windowsHide: true })
    // Then the next session starts as this one did.
    .on('error', () => undefined)
    .unref()
}

/** `undefined` where nobody knows which code this is: not every installer leaves a mark of what it has installed. */
function codeOrNone(): string | undefined {
  try {
    return codeHash()
  } catch {
    return undefined
  }
}
