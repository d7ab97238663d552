import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { prove } from '../../../scripts/commands/prove.ts'
import { check } from '../../../scripts/commands/check.ts'
import type { Command } from '../../../scripts/lib/command.ts'
import { proofsOf } from '../../../src/content/facts/proofs/index.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { initContent } from '../../../src/content/edit/init.ts'

/** A sound content folder with the pages and the rehearsal of `tests/fixtures/prove`. */
export class Workspace {
  readonly root = path.join(mkdtempSync(path.join(tmpdir(), 'prove-test-')), 'content')

  constructor() {
    initContent(this.root, { name: 'Team', today: '2026-11-23' })
    cpSync(path.join(import.meta.dirname, '../../fixtures/prove/content'), this.root, { recursive: true })
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8')
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true })
    writeFileSync(path.join(this.root, file), text)
  }

  /** @throws where the text is not there: an edit that does nothing proves nothing */
  edit(file: string, from: string, to: string): void {
    const text = this.read(file)
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
    this.write(file, text.replace(from, to))
  }

  /** What the content says of its blocks and receipts now. */
  proofs() {
    return proofsOf(loadContent(this.root))
  }

  prove(...args: string[]) {
    return this.#run(prove, args)
  }

  check(...args: string[]) {
    return this.#run(check, args)
  }

  async #run(
    command: Command,
    args: readonly string[],
  ): Promise<{ code: number; out: string; error: string }> {
    let out = ''
    let error = ''
    const code = await command.run(args, {
      out: (text) => {
        out += `${text}\n`
      },
      error: (text) => {
        error += `${text}\n`
      },
      now: new Date('2026-11-26T12:00:00Z'),
      zone: 'UTC',
      root: this.root,
    })
    return { code, out, error }
  }

  remove(): void {
    rmSync(path.dirname(this.root), { recursive: true, force: true })
  }
}

/** A workspace that is removed when the file's tests are done. */
export function workspace(): Workspace {
  const made = new Workspace()
  afterAll(() => {
    made.remove()
  })
  return made
}
