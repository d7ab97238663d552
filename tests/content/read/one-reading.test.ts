import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentRoot, loadContent } from '../../../src/content/read/load.ts'
import { startDev, type DevServer } from '../../support/dev-server.ts'
import { npmRun } from '../../support/npm-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'watchbook-reading-'))
const content = join(folder, 'content')
const log = join(folder, 'parses')
const environment = {
  CONTENT_ROOT: content,
  BUILD_ROOT: folder,
  PARSE_LOG: log,
  NODE_OPTIONS: `--import=${join(import.meta.dirname, '../../support/count-parses.mjs')}`,
}
/** A line for each parse since the last call. */
function parses(): string[] {
  const lines = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  writeFileSync(log, '')
  return lines
}

/** In one step, as editors do: a file that is written in two may be read in between. */
function save(file: string, text: string): void {
  const draft = join(folder, 'draft')
  writeFileSync(draft, text)
  renameSync(draft, file)
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
beforeAll(() => {
  cpSync(contentRoot(), content, { recursive: true })
  writeFileSync(log, '')
})

describe('the content is read once', () => {
  it('by a build: each file is parsed once', async () => {
    await npmRun(['build'], environment)
    const lines = parses()
    expect(lines.length).toBeGreaterThanOrEqual(loadContent(content).documents.length)
    expect(new Set(lines).size).toBe(lines.length)
  })

  describe('by npm run dev', () => {
    let server: DevServer

    beforeAll(async () => {
      server = await startDev(environment)
    })
    afterAll(async () => {
      await server.stop()
    })
    const page = async (path: string) => {
      const response = await fetch(new URL(path, server.address))
      return response.ok ? response.text() : `${String(response.status)} ${path}`
    }

    it('once when it starts', async () => {
      await expect.poll(() => page('/').catch(() => ''), { timeout: 120_000 }).toContain('</html>')
      const lines = parses()
      expect(lines.length).toBeGreaterThanOrEqual(loadContent(content).documents.length)
      expect(new Set(lines).size).toBe(lines.length)
    })

    it('never for a request', async () => {
      for (const path of ['/', '/pipelines/', '/issues/', '/oncall/', '/contributing/', '/'])
        expect(await page(path)).toContain('</html>')
      expect(parses()).toEqual([])
    })

    it('and a changed site.yaml is shown at once, with one file parsed', async () => {
      const file = join(content, 'site.yaml')
      save(file, readFileSync(file, 'utf8').replace(/^name: .*$/m, 'name: Renamed'))
      await expect.poll(() => page('/'), { timeout: 120_000 }).toMatch(/<title>\s*Renamed/)
      expect(parses()).toHaveLength(1)
    })

    it('and a changed entry is shown at once, with one file parsed, and no error in between', async () => {
      const [team = ''] = loadContent(content).ids.teams
      const file = join(content, 'teams', `${team}.yaml`)
      save(file, `${readFileSync(file, 'utf8').replace(/^name: .*$/m, 'name: Another Team')}\n# edited\n`)
      const answers: number[] = []
      await expect
        .poll(
          async () => {
            const response = await fetch(`${server.address}teams/${team}/`)
            answers.push(response.status)
            return response.text()
          },
          { timeout: 120_000 },
        )
        .toContain('Another Team')
      expect(new Set(answers)).toEqual(new Set([200]))
      expect(parses().length).toBeLessThanOrEqual(2)
    })

    it('and so is an entry that an editor writes in place, in two steps, of which the first is a broken page', async () => {
      const [team = ''] = loadContent(content).ids.teams
      const file = join(content, 'teams', `${team}.yaml`)
      const text = readFileSync(file, 'utf8').replace(/^name: .*$/m, 'name: Written In Place')
      const answers: number[] = []
      const ask = async () => {
        const response = await fetch(`${server.address}teams/${team}/`)
        answers.push(response.status)
        return response.text()
      }
      // Within the first value: what is on the disk meanwhile is no entry.
      writeFileSync(file, text.slice(0, 2))
      await ask()
      await setTimeout(300)
      await ask()
      appendFileSync(file, text.slice(2))
      await expect.poll(ask, { timeout: 120_000 }).toContain('Written In Place')
      expect(new Set(answers)).toEqual(new Set([200]))
      // Each of the two states at most once for each way in which a change is noticed.
      expect(parses().length).toBeLessThanOrEqual(4)
    })
  })
})
