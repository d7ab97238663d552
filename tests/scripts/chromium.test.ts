import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findChromium } from '../../scripts/tools/chromium.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchbook-browsers-'))
  vi.stubEnv('PATH', [join(folder, 'absent'), folder].join(delimiter))
  vi.stubEnv('CHROME_PATH', undefined)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function program(name: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, '')
  await chmod(file, 0o755)
  return file
}

it('takes the Chromium without a window, before one with a window, before Chrome', async () => {
  const chrome = await program('google-chrome')
  expect(findChromium()).toBe(chrome)
  const whole = await program('chromium')
  expect(findChromium()).toBe(whole)
  const shell = await program('chromium-headless-shell')
  expect(findChromium()).toBe(shell)
})

it('takes the one that CHROME_PATH names, and says so where that is no program', async () => {
  await program('chromium-headless-shell')
  const own = await program('my-own')
  vi.stubEnv('CHROME_PATH', own)
  expect(findChromium()).toBe(own)
  vi.stubEnv('CHROME_PATH', join(folder, 'absent', 'chrome'))
  expect(() => findChromium()).toThrow(/CHROME_PATH is .*, which is no program that can be run\./)
})
