import { createHash } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'

// Loaded into a process before anything else: writes a line for each file of the content that is parsed in it.
subscribe('watchbook:parse', ({ text }) => {
  appendFileSync(process.env.PARSE_LOG, `${createHash('sha256').update(text).digest('hex')}\n`)
})
