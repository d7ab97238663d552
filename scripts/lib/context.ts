import { createInterface } from 'node:readline'
import { printableLines } from '../../src/text/printable.ts'
import { contentRoot } from '../../src/content/read/root.ts'
import { calledAs } from './called-as.ts'
import type { Context } from './command-definition.ts'
import { UsageError } from './command-error.ts'

/** The world as a command finds it: this terminal, clock, zone and content folder. */
export function systemContext(): Context {
  // `… | head` closes the pipe early; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    // Names and texts come from content: nothing in them may reach a terminal as a command to it.
    // A calendar file ends with its own kind of line break.
    out: (text) =>
      process.stdout.write(
        `${printableLines(calledAs(text.trimEnd()))}${text.endsWith('\r\n') ? '\r\n' : '\n'}`,
      ),
    error: (text) => process.stderr.write(`${printableLines(calledAs(text.trimEnd()))}\n`),
    now: now(process.env['SOURCE_DATE_EPOCH']),
    // Asked for when it is needed: Node reads its tables of zones for the answer.
    get zone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone
    },
    root: folderOfContent(),
    ask: process.stdin.isTTY ? askOnTerminal : undefined,
  }
}

function folderOfContent(): string {
  try {
    return contentRoot()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  return new Promise((resolve, reject) => {
    // Ctrl+C and Ctrl+D; after an answer, nobody listens any more.
    terminal.once('close', () => {
      reject(new UsageError('\nNothing was written.'))
    })
    terminal.question(question, (answer) => {
      resolve(answer.trim())
      terminal.close()
    })
  })
}

function now(epoch: string | undefined): Date {
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()
}
