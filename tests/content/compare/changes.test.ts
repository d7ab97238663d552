import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { MAX_CHANGES, recentChanges } from '../../../src/content/compare/changes.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { ISSUE_BODY, SITE, page } from '../../support/content-folder.ts'

/** A content folder in a git repository of its own; each commit is a day later. */
function repository() {
  const top = mkdtempSync(join(tmpdir(), 'changes-'))
  onTestFinished(() => {
    rmSync(top, { recursive: true })
  })
  const root = join(top, 'a folder/content')
  let day = 0
  const git = (...args: string[]) => {
    const date = `2026-03-${String(day).padStart(2, '0')}T12:00:00+05:00`
    execFileSync('git', ['-C', top, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      stdio: 'ignore',
    })
  }
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  write('site.yaml', SITE)
  write('teams/payments.yaml', 'name: Payments\nsummary: Owns payments.\n')
  git('init', '--quiet')
  return {
    root,
    write,
    rename: (from: string, to: string) => {
      renameSync(join(root, from), join(root, to))
    },
    commit: (message: string) => {
      day += 1
      git('add', '.')
      git('commit', '--quiet', '--message', message)
    },
    changes: () =>
      recentChanges(loadContent(root))?.map(({ at, kind, path }) => `${at.slice(0, 10)} ${path} ${kind}`),
  }
}

const issue = (fields: object, body = ISSUE_BODY) =>
  page({ severity: 'sev2', owner: 'payments', ...fields }, body)

describe('what changed', () => {
  it('is what was added, edited, reviewed and renamed, newest first, of the pages that there are', () => {
    const { write, commit, rename, changes } = repository()
    write('issues/late.md', issue({ reviewed: '2026-02-01' }))
    write('issues/gone.md', issue({ title: 'Gone' }))
    commit('Add the issues')
    write('issues/late.md', issue({ reviewed: '2026-02-01' }, `${ISSUE_BODY}\nMore.\n`))
    commit('Say more')
    write('issues/late.md', issue({ reviewed: '2026-03-03' }, `${ISSUE_BODY}\nMore.\n`))
    commit('Read it again')
    rename('issues/gone.md', 'issues/übrig-ä.md')
    rename('issues/übrig-ä.md', 'issues/left.md')
    commit('Rename it')
    write('receipts/issues/left.json', '{}')
    commit('Change no page')
    expect(changes()).toEqual([
      '2026-03-04 issues/left/ renamed',
      '2026-03-03 issues/late/ reviewed',
      '2026-03-02 issues/late/ edited',
      '2026-03-01 issues/late/ added',
      '2026-03-01 teams/payments/ added',
    ])
  })

  it('says whom it concerns', () => {
    const { root, write, commit } = repository()
    write('pipelines/orders.md', page({ primaryOwner: 'payments' }))
    write('issues/late.md', issue({ pipelines: ['orders'] }))
    commit('Add "both" & <more>')
    expect(recentChanges(loadContent(root))?.find(({ path }) => path === 'issues/late/')).toMatchObject({
      title: 'A page',
      subject: 'Add "both" & <more>',
      pipelines: ['orders'],
      owners: ['payments'],
    })
  })

  it('is at most 50 changes', () => {
    const { write, commit, changes } = repository()
    for (let index = 0; index < MAX_CHANGES + 10; index += 1)
      write(`issues/late-${String(index)}.md`, issue({}))
    commit('Add many')
    expect(changes()).toHaveLength(MAX_CHANGES)
  })

  it('is not known without git, and without a commit', () => {
    const { root, write } = repository()
    write('issues/late.md', issue({}))
    expect(recentChanges(loadContent(root))).toBeUndefined()
    rmSync(join(root, '../../.git'), { recursive: true })
    expect(recentChanges(loadContent(root))).toBeUndefined()
  })
})
