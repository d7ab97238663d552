import { findChromium } from './chromium.ts'

/** Prints the Chromium that the browser tests use, installing one where that is possible. */
try {
  console.log(findChromium())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
