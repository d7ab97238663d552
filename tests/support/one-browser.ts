import { findChromium } from '../../scripts/tools/chromium.ts'

/** Finds the browser, or installs one, once for all files of tests: the processes that run them inherit where it is. */
export default function setup(): void {
  process.env['CHROME_PATH'] = findChromium()
}
