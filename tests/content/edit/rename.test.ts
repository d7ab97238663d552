import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { rename } from '../../../scripts/commands/rename.ts'
import { runCommand } from '../../../scripts/lib/run.ts'
import { findingsIn, withContent } from '../check/broken-content.ts'

/** A repository with the content committed, and the command to rename in it. */
async function withRepository(
  work: (repository: {
    root: string
    git: (...args: string[]) => string
    read: (file: string) => string
    run: (...args: string[]) => Promise<{ code: number; out: string; error: string }>
  }) => Promise<void>,
): Promise<void> {
  await withContent(async (root) => {
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-C', path.dirname(root), '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args],
        {
          encoding: 'utf8',
          env: {
            ...process.env,
            GIT_CONFIG_GLOBAL: '/dev/null',
            GIT_AUTHOR_DATE: '2026-11-23T00:00Z',
            GIT_COMMITTER_DATE: '2026-11-23T00:00Z',
          },
        },
      ).trim()
    git('init', '--quiet')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'Start')
    const run = async (...args: string[]) => {
      const said = { out: '', error: '' }
      const code = await runCommand(rename, args, {
        root,
        now: new Date('2026-11-23T12:00Z'),
        zone: 'UTC',
        out: (text) => (said.out += text),
        error: (text) => (said.error += text),
      })
      return { code, ...said }
    }
    await work({ root, git, run, read: (file) => readFileSync(path.join(root, file), 'utf8') })
  })
}

describe('a renamed entry', () => {
  test('is a rename to git, keeps its address as an alias, and every link follows', () => {
    return withRepository(async ({ root, git, run, read }) => {
      expect((await run('issues/orders-late', 'late-orders')).code).toBe(0)
      git('add', '--all')
      expect(git('status', '--short').split('\n')).toEqual([
        'R  content/issues/orders-late.md -> content/issues/late-orders.md',
        'M  content/runbooks/orders.mdx',
      ])
      expect(read('issues/late-orders.md')).toContain('\naliases: [orders-late]\n---\n')
      expect(read('runbooks/orders.mdx')).toContain('(../issues/late-orders.md)')
      expect(findingsIn(root)).toEqual([])
    })
  })

  test('and renamed back is what it was, with the other id as its alias', () => {
    return withRepository(async ({ root, run, read }) => {
      await run('issues/orders-late', 'late-orders')
      await run('issues/late-orders', 'orders-late')
      expect(read('issues/orders-late.md')).toContain('\naliases: [late-orders]\n')
      expect(findingsIn(root)).toEqual([])
    })
  })

  test.each([
    ['runbooks/orders', 'all-orders'],
    ['pipelines/orders', 'all-orders'],
    ['teams/data-engineering', 'data'],
    ['engineers/engineer-a', 'anna'],
    ['rotas/on-call', 'pager'],
  ])('%s → %s leaves no reference behind', (from, to) => {
    return withRepository(async ({ root, run, git }) => {
      expect((await run(from, to)).code).toBe(0)
      expect(findingsIn(root)).toEqual([])
      git('add', '--all')
      expect(git('status', '--short')).toContain(`-> content/${from.split('/')[0] ?? ''}/${to}.`)
    })
  })

  test('takes the announced weeks of a rota along', () => {
    return withRepository(async ({ root, run, read }) => {
      execFileSync('mkdir', ['-p', path.join(root, 'published')])
      const weeks =
        '# Announced.\n- start: 2026-11-23\n  engineer: engineer-a\n  cycle: 2026-11-23\n  plain: engineer-a\n' +
        '  holidays: { 2026-11-26: Thanksgiving Day }\n  daysOff: []\n  absences: []\n'
      writeFileSync(path.join(root, 'published/on-call.yaml'), weeks)
      await run('rotas/on-call', 'pager')
      await run('engineers/engineer-a', 'anna')
      expect(read('published/pager.yaml')).toBe(weeks.replaceAll('engineer-a', 'anna'))
    })
  })

  test('changes links with anchors, definitions and links from the site’s root, and nothing that looks alike', () => {
    return withRepository(async ({ root, run, read }) => {
      const text =
        'See [a](../issues/orders-late.md#fix), [b][late], [c](/issues/orders-late/#fix),\n' +
        '[d](https://example.com/issues/orders-late/) and `../issues/orders-late.md`.\n\n[late]: ../issues/orders-late.md\n'
      writeFileSync(path.join(root, 'runbooks/orders.mdx'), read('runbooks/orders.mdx') + text)
      await run('issues/orders-late', 'late')
      expect(read('runbooks/orders.mdx')).toContain(
        'See [a](../issues/late.md#fix), [b][late], [c](/issues/late/#fix),\n' +
          '[d](https://example.com/issues/orders-late/) and `../issues/orders-late.md`.\n\n[late]: ../issues/late.md\n',
      )
    })
  })

  test('takes along what baseline.yaml accepts in the file, and where others name it', () => {
    return withRepository(async ({ root, run, read }) => {
      const baseline = (id: string) =>
        [
          'findings:',
          '  - rule: empty-section',
          `    file: issues/${id}.md`,
          '    message: The section Fix is empty',
          '  - rule: duplicate-title',
          '    file: issues/orders-late-too.md',
          `    message: issues/${id}.md has the same title`,
          '',
        ].join('\n')
      writeFileSync(path.join(root, 'baseline.yaml'), baseline('orders-late'))
      await run('issues/orders-late', 'late')
      expect(read('baseline.yaml')).toBe(baseline('late'))
    })
  })

  test.each([
    [['issues/orders-lte', 'x'], 'There is no issues/orders-lte.\n    Did you mean "orders-late"?'],
    [['issues/orders-late', 'Late Orders'], '"Late Orders" cannot be an id.\n    Try late-orders.'],
    [['pipelines/orders', 'orders'], 'pipelines/orders is there already.\n    Nothing was changed.'],
    [
      ['orders', 'x'],
      '"orders" names no entry.\n    Write FOLDER/ID, with a folder of teams, engineers, rotas, overrides, leave, pipelines, runbooks, issues.',
    ],
    [
      ['issues/orders-late'],
      'Which entry, and what is it called from now on?\n    npm run rename -- issues/old new',
    ],
  ])('%j is refused, and nothing changes', (args, error) => {
    return withRepository(async ({ run, git }) => {
      expect(await run(...args)).toEqual({ code: 2, out: '', error })
      expect(git('status', '--short')).toBe('')
    })
  })
})
