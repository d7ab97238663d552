import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeAtomically } from '../../../src/calendar/publish/atomic-write.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

it('makes the folder that is not there yet, and leaves nothing beside the file', () => {
  writeAtomically(join(folder, 'published/data-engineering.yaml'), 'new')
  writeAtomically(join(folder, 'published/data-engineering.yaml'), 'newer')
  expect(readFileSync(join(folder, 'published/data-engineering.yaml'), 'utf8')).toBe('newer')
  expect(readdirSync(join(folder, 'published'))).toEqual(['data-engineering.yaml'])
})

it('writes through a symbolic link rather than over it', () => {
  writeFileSync(join(folder, 'real.yaml'), 'old')
  symlinkSync('real.yaml', join(folder, 'link.yaml'))
  writeAtomically(join(folder, 'link.yaml'), 'new')
  expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe('new')
})

it('keeps the old text where the new one cannot be put in its place', () => {
  // A folder under the name of the temporary file is what any user, root too, cannot write.
  writeFileSync(join(folder, 'a.yaml'), 'old')
  expect(() => {
    writeAtomically(join(folder, 'a.yaml', 'below.yaml'), 'new')
  }).toThrow()
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['a.yaml'])
})
