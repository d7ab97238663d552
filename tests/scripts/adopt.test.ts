import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { npmRun } from '../support/npm-run.ts'

/** A page that passes, one with a finding that can wait, one in a folder. */
const WIKI = {
  'ApiDown.md': '# ApiDown\n\n## Meaning\n\nIt is down.\n\n## Mitigation\n\nStart it.\n',
  'printers/README.md': '# Printers\n\nSee [the jam](jam.md).\n',
  'printers/jam.md': '# Paper jam\n\n## Steps\n\n## Then\n\nOpen the the lid.\n',
}

it('the commands of the first hour in docs/adopt.md make a site of a folder of Markdown', async () => {
  const top = mkdtempSync(path.join(tmpdir(), 'watchbook-adopt-'))
  try {
    for (const [file, text] of Object.entries(WIKI)) {
      const place = path.join(top, 'our-wiki', file)
      mkdirSync(path.dirname(place), { recursive: true })
      writeFileSync(place, text)
    }
    const [, block = ''] =
      /## The first hour\n\n```sh\n([^]*?)```/.exec(readFileSync('docs/adopt.md', 'utf8')) ?? []
    const [clone, ...commands] = block.trim().split('\n')
    expect(clone).toMatch(/^git clone \S+ && cd watchbook && npm ci$/)
    expect(commands.at(-1)).toBe('CONTENT_ROOT=../ours npm start')
    const environment = { CONTENT_ROOT: path.join(top, 'ours'), BUILD_ROOT: path.join(top, 'build') }
    for (const command of commands.slice(0, -1)) {
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      )
      const named = words.filter((word) => !/^(?:npm|run|CONTENT_ROOT=\S+)$/.test(word))
      await npmRun(
        named.map((word) => word.replace(/^\.\.\//, `${top}/`)),
        environment,
      )
    }
    // What npm start does before it serves.
    await npmRun(['build'], environment)
    const page = (address: string) =>
      readFileSync(path.join(top, 'build/dist', address, 'index.html'), 'utf8')
    expect(page('')).toContain('Our runbooks')
    expect(page('issues/apidown')).toContain('It is down.')
    expect(page('runbooks/printers')).toContain('/runbooks/printers/jam/')
    expect(existsSync(path.join(top, 'import-report.md'))).toBe(true)
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
})
