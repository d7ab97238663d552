import { delimiter, join } from 'node:path'
import { installFromDebian } from './debian.ts'
import { isExecutable } from './executable.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
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
 * The path of a Chromium: `CHROME_PATH`, else one that is installed, else Debian's, installed now if that is possible.
 *
 * @throws Error that says what to do
 */
export function findChromium(): string {
  const asked = process.env['CHROME_PATH']
  if (asked !== undefined) {
    if (isExecutable(asked)) return asked
    throw new Error(`CHROME_PATH is ${asked}, which is no program that can be run.`)
  }
  const found =
    installed() ?? (installFromDebian('Chromium', ['chromium', 'fonts-liberation']) ? installed() : undefined)
  if (found !== undefined) return found
  throw new Error(
    'The browser tests need Chromium or Chrome, and none was found.\n' +
      'Install it (Debian, Ubuntu: sudo apt-get install chromium) or set CHROME_PATH to its program.',
  )
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS].find(
    isExecutable,
  )
}
