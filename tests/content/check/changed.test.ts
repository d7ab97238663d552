import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, renameSync, rmSync, writeFileSync, readFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { check } from '../../../scripts/commands/check.ts'
import { runCommand } from '../../../scripts/lib/run.ts'
import { checkChanged } from '../../../src/content/check/changed.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { TODAY, withContent } from './broken-content.ts'

const git = (root: string, ...args: string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    stdio: 'ignore',
  })

/** What `check --changed HEAD` says after some edits of a content that passes. */
async function after(edit: (root: string) => void, revision = 'HEAD', before?: (root: string) => void) {
  return await withContent(async (root) => {
    before?.(root)
    git(root, 'init')
    git(root, 'add', '.')
    git(root, 'commit', '-m', 'All')
    edit(root)
    let said = ''
    const code = await runCommand(check, ['--changed', revision, '--format', 'text'], {
      root,
      now: new Date('2026-11-23T12:00Z'),
      zone: 'UTC',
      out: (text) => (said += text),
      error: (text) => (said += text),
    })
    return { code, said: said.replaceAll(/\S*\/content\//g, '') }
  })
}

/** A page of its own: nothing names it, and it names nothing but a page that there is not. */
const OF_OLD =
  '---\ntitle: Of old\nsummary: It has always had a mistake.\n---\n\n## When\n\n[x](no-such-page.md)\n'

const change = (file: string, by: (text: string) => string) => {
  writeFileSync(file, by(readFileSync(file, 'utf8')))
}

describe('npm run check -- --changed REV', () => {
  it('finds nothing where nothing has changed', async () => {
    expect(await after(() => undefined)).toMatchObject({ code: 0 })
  })

  it.each<{ kind: string; edit: (root: string) => void; finds: RegExp }>([
    {
      kind: 'a mistake in an edited page',
      edit: (root) => {
        change(path.join(root, 'issues/orders-late.md'), (text) => `${text}\n[x](nowhere.md)\n`)
      },
      finds: /issues\/orders-late\.md:\d+:\d+ {2}error {2}broken-link/,
    },
    {
      kind: 'one in a page that git does not know yet',
      edit: (root) => {
        writeFileSync(path.join(root, 'issues/new.md'), '---\ntitel: New\n---\n')
      },
      finds: /issues\/new\.md:\d+:\d+ {2}error/,
    },
    {
      kind: 'links of other pages to one that was renamed',
      edit: (root) => {
        renameSync(path.join(root, 'issues/orders-late.md'), path.join(root, 'issues/other.md'))
      },
      finds: /runbooks\/orders\.mdx:\d+:\d+ {2}error/,
    },
    {
      kind: 'references to one that was deleted',
      edit: (root) => {
        rmSync(path.join(root, 'runbooks/orders.mdx'))
      },
      finds: /issues\/orders-late\.md:\d+:\d+ {2}error {2}unknown-reference/,
    },
    {
      kind: 'a secret in a new file that is no page',
      edit: (root) => {
        mkdirSync(path.join(root, 'files'))
        writeFileSync(
          path.join(root, 'files/notes.txt'),
          'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY\n',
        )
      },
      finds: /files\/notes\.txt:\d+:\d+ {2}error {2}secret/,
    },
    {
      kind: 'a key of site.yaml that there is not',
      edit: (root) => {
        change(path.join(root, 'site.yaml'), (text) => `${text}unknown: key\n`)
      },
      finds: /site\.yaml:\d+:\d+ {2}error/,
    },
  ])('finds $kind', async ({ edit, finds }) => {
    const { code, said } = await after(edit)
    expect(said).toMatch(finds)
    expect(code).toBe(1)
  })

  it('leaves out a mistake that was committed before, in a page that the change does not concern', async () => {
    const withMistake = (root: string) => {
      const text = readFileSync(path.join(root, 'runbooks/orders.mdx'), 'utf8')
      writeFileSync(path.join(root, 'runbooks/of-old.md'), OF_OLD)
      expect(text).not.toContain('of-old')
    }
    const whole = await after(
      (root) => {
        change(path.join(root, 'site.yaml'), (text) => `${text}# edited\n`)
      },
      'HEAD',
      withMistake,
    )
    expect(whole.said).toMatch(/runbooks\/of-old\.md:\d+:\d+ {2}error {2}broken-link/)
    const { code, said } = await after(
      (root) => {
        change(path.join(root, 'issues/orders-late.md'), (text) => `${text}\n[x](nowhere.md)\n`)
      },
      'HEAD',
      withMistake,
    )
    expect(said).toMatch(/issues\/orders-late\.md:\d+:\d+ {2}error {2}broken-link/)
    expect(said).not.toContain('of-old')
    expect(code).toBe(1)
  })

  it('leaves out what was found elsewhere before, also where fields have changed', async () => {
    const { code, said } = await after(
      (root) => {
        change(path.join(root, 'issues/orders-late.md'), (text) =>
          text.replace(/^title: .*$/m, 'title: Orders come too late'),
        )
      },
      'HEAD',
      (root) => {
        change(path.join(root, 'runbooks/orders.mdx'), (text) => `${text}\nTODO\n`)
      },
    )
    expect(said).not.toContain('leftover')
    expect(code).toBe(0)
  })

  it.each<{ from: string; cwd: (root: string) => string }>([
    { from: 'beside the content folder', cwd: (root) => path.dirname(root) },
    { from: 'the content folder itself', cwd: (root) => root },
    { from: 'elsewhere', cwd: () => process.cwd() },
  ])(
    'knows what was there before where names contain that of the folder, asked from $from',
    async ({ cwd }) => {
      await withContent(async (root) => {
        const links = '[x](content/gone.md), [y](content-gone.md) and [z](../content/gone.md)'
        writeFileSync(
          path.join(root, 'runbooks/content-delivery.md'),
          OF_OLD.replace('[x](no-such-page.md)', links),
        )
        const before = `${root}-before`
        cpSync(root, before, { recursive: true })
        const page = path.join(root, 'issues/orders-late.md')
        change(page, (text) => text.replace(/^title: .*$/m, 'title: Orders come too late'))
        const place = cwd(root)
        vi.spyOn(process, 'cwd').mockReturnValue(place)
        onTestFinished(() => {
          vi.restoreAllMocks()
        })
        const findings = await checkChanged(loadContent(root), [page], TODAY, {
          textOf: (file) => readFileSync(path.join(before, path.relative(root, file)), 'utf8'),
          withContent: (work) => work(loadContent(before)),
        })
        expect(findings.map(({ file, message }) => `${file}: ${message}`)).toEqual([])
      })
    },
  )

  it('says which revision is not there', async () => {
    expect(await after(() => undefined, 'nowhere')).toEqual({
      code: 2,
      said: expect.stringContaining('no revision "nowhere"') as string,
    })
  })
})

describe('npm run check -- --watch', () => {
  it('reports again after each change, until it is ended', async () => {
    await withContent(async (root) => {
      const child = spawn(process.execPath, ['scripts/watchbook.ts', 'check', '--watch'], {
        env: { ...process.env, CONTENT_ROOT: root },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let said = ''
      child.stdout.on('data', (data) => (said += String(data)))
      const until = (holds: () => boolean) => waitUntil(holds, child, () => said)
      const page = path.join(root, 'issues/orders-late.md')
      const good = readFileSync(page, 'utf8')
      try {
        await until(() => /Watching/.test(said))
        expect(said).not.toContain('broken-link')
        said = ''
        writeFileSync(page, `${good}\n[x](nowhere.md)\n`)
        await until(() => /broken-link[\s\S]*Watching/.test(said))
        said = ''
        writeFileSync(page, good)
        await until(() => /Watching/.test(said))
        expect(said).not.toContain('broken-link')
      } finally {
        child.kill()
      }
    })
  })
})

/** @throws Error where the child has ended before, or says nothing of the kind for two minutes */
async function waitUntil(holds: () => boolean, child: ChildProcess, said: () => string): Promise<void> {
  const end = Date.now() + 120_000
  while (!holds()) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The check has ended by itself. It said:\n${said()}`)
    if (Date.now() > end) throw new Error(`The check has not come so far in two minutes. It said:\n${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
