import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorkspace, placesAndRules } from './workspace.ts'

describe('npm run oncall', () => {
  it.each(['who', 'upcoming', 'plan', 'diff', 'publish', 'export', 'notify'])(
    '%s --help says what it does, its options and its exit codes',
    async (name) => {
      const { run } = createWorkspace()
      for (const args of [
        [name, '--help'],
        ['help', name],
        [name, '-h', '--json'],
      ]) {
        const { stdout, stderr, code } = await run(args)
        expect(stdout).toContain(`Usage: npm run oncall -- ${name} `)
        expect(stdout).toContain('Exit codes: 0')
        expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
      }
    },
  )

  it('lists the commands when asked, and when called without one', async () => {
    const { run } = createWorkspace()
    const asked = await run(['--help'])
    expect(asked.stdout).toMatchInlineSnapshot(`
      "Usage: npm run oncall -- COMMAND [ROTA] [options]

        who       who is on call, until when, and who is next
        upcoming  what a rota has ahead: handoffs, days off, holidays, month-end, reviews
        plan      a year's calendar and its fairness ledger
        holidays  which holidays count for whom, and what was left out and why
        swap      two engineers exchange turns
        cover     an engineer takes days or hours of whoever has them
        leave     an engineer is away, and who takes their announced days
        diff      which shifts a change of content moves, for whom, with how much notice
        publish   announces weeks, which then stay as they are
        import    brings a schedule of another tool into the content folder
        export    the shifts for a pager, a calendar or a spreadsheet, and the hours for pay
        notify    posts who is on call and what is ahead to a chat, at each handoff

      Each explains itself with --help. --content DIR, or CONTENT_ROOT=DIR, works on another content folder.
      "
    `)
    expect(await run([])).toEqual({ stdout: '', stderr: asked.stdout, code: 2 })
  })

  it.each([
    [['whom'], 'There is no command "whom".\n    Did you mean "who"?\n'],
    [['who', 'data-enginering'], 'No rota "data-enginering".\n    Did you mean "data-engineering"?\n'],
    [['who', 'x'], 'No rota "x".\n    Known: data-engineering.\n'],
    [
      ['who', 'a', 'b'],
      'who takes no more than 1: "b" is too much.\n    A value with blanks needs quotes.\n',
    ],
    [['plan', '--yaer', '2026'], 'plan has no option --yaer.\n    Did you mean --year?\n'],
    [['who', '--at'], "Option '--at <value>' argument missing.\n"],
    [['who', '--at', 'noon'], '--at takes an instant, as 2026-01-05T08:00-05:00; got "noon".\n'],
    [['who', '--at', '2026-02-30'], '--at takes an instant, as 2026-01-05T08:00-05:00; got "2026-02-30".\n'],
    [['publish', '--through'], "Option '--through <value>' argument missing.\n"],
  ])('%j says what is wrong, and exits with 2', async (args, message) => {
    expect(await createWorkspace().run(args)).toEqual({ stdout: '', stderr: message, code: 2 })
  })

  it('names every mistake of a rota at its place, and never shows a stack trace', async () => {
    const workspace = createWorkspace()
    workspace.write(
      'engineers/engineer-a.yaml',
      'name: Engineer A\nteam: data-engineering\ncalender: US\nfrom: 2026-13-01\n',
    )
    workspace.append(
      'rotas/data-engineering.yaml',
      'overrides: [{ from: 2026-08-05, to: 2026-08-03, engineer: engineer-x }]\n',
    )
    const { stdout, stderr, code } = workspace.oncall(['who'])
    expect(placesAndRules(stderr)).toEqual([
      'content/engineers/engineer-a.yaml:3 unknown-key',
      'content/engineers/engineer-a.yaml:4 invalid-value',
      'content/rotas/data-engineering.yaml:8 unknown-reference',
    ])
    expect(stderr).toContain('Nothing was changed. Fix these mistakes first.')
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
  })

  it.each([
    ['no folder', 'nowhere', /There is no content here/],
    ['no site.yaml', 'content/teams', /site/],
  ])('says so where there is %s', async (_, root, message) => {
    const { stdout, stderr, code } = createWorkspace().oncall(['who'], { CONTENT_ROOT: root })
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
  })

  it('works on content that is in no git repository', async () => {
    const { oncall } = createWorkspace()
    expect(oncall(['who'], { GIT_CEILING_DIRECTORIES: '/' }).code).toBe(0)
  })

  it('is quiet when its reader has read enough', async () => {
    const { root } = createWorkspace()
    const child = spawn(process.execPath, [resolve('scripts/watchbook.ts'), 'oncall', 'plan', '--json'], {
      env: { ...process.env, CONTENT_ROOT: root },
    })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    await once(child, 'close')
    expect(stderr).toBe('')
  })
})
