import { delimiter, join } from 'node:path'
import { installFromDebian } from './debian.ts'
import { isExecutable } from './executable.ts'

/** Chromium without a window, as Debian has it. */
const SHELL = 'chromium-headless-shell'
/** Debian's whole Chromium draws the window that nobody sees in renderers of its own: a page costs several times as much CPU. */
const DEBIANS = '/usr/bin/chromium'
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Chromium runs as root only without its sandbox, and should talk to nobody but the site. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/**
 * The path of a Chromium: `CHROME_PATH`, else one that is installed. Where there is none, or only the slow one of Debian,
 * Debian's without a window is installed first if that is possible.
 *
 * @throws Error that says what to do
 */
export function findChromium(): string {
  const asked = process.env['CHROME_PATH']
  if (asked !== undefined) {
    if (isExecutable(asked)) return asked
    throw new Error(`CHROME_PATH is ${asked}, which is no program that can be run.`)
  }
  let found = installed()
  if (
    (found === undefined || found === DEBIANS) &&
    installFromDebian('Chromium', [SHELL, 'fonts-liberation'])
  )
    found = installed()
  if (found !== undefined) return found
  throw new Error(
    'The browser tests need Chromium or Chrome, and none was found.\n' +
      'Install it (Debian: sudo apt-get install chromium-headless-shell) or set CHROME_PATH to its program.',
  )
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS].find(
    isExecutable,
  )
}
