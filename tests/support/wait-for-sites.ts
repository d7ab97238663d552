import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'

// The sites are built while tests run that need none: the file of tests that this is loaded before is one that does.
const report = inject('sitesReport')
while (!existsSync(report)) await setTimeout(200)
const failure = readFileSync(report, 'utf8')
if (failure !== '') throw new Error(failure)
