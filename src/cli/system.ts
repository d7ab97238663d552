import { contentRoot } from '../content/load.ts'
import type { Context } from './command.ts'

/** The world as a command finds it: this terminal, clock, zone and content folder. */
export function systemContext(): Context {
  // `… | head` closes the pipe early; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    out: (text) => process.stdout.write(`${text.trimEnd()}\n`),
    error: (text) => process.stderr.write(`${text.trimEnd()}\n`),
    now: now(process.env['SOURCE_DATE_EPOCH']),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    root: contentRoot(),
  }
}

function now(epoch: string | undefined): Date {
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()
}
