import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createWorkspace, placesAndRules } from './workspace.ts'

const FILE = 'published/data-engineering.yaml'

describe('oncall publish', () => {
  it('--through announces weeks, and a second run changes nothing and says so', async () => {
    const workspace = createWorkspace()
    const first = workspace.oncall(['publish', '--through', '2026-01-26'])
    expect(first.stdout).toMatchInlineSnapshot(`
      "Data Engineering: 5 weeks published, Mon 29 Dec 2025 to Sun 1 Feb 2026.
        Mon 29 Dec 2025  Engineer A  holiday Thu 1 Jan: New Year's Day
        Mon 5 Jan 2026   Engineer B
        Mon 12 Jan 2026  Engineer C
        Mon 19 Jan 2026  Engineer D  holiday Mon 19 Jan: Martin Luther King Jr. Day
        Mon 26 Jan 2026  Engineer A  day off Mon 26 Jan: Engineer C covers
      Wrote content/published/data-engineering.yaml. Commit it: what is published does not move.
      "
    `)
    expect(first).toMatchObject({ stderr: '', code: 0 })
    const written = workspace.read(FILE)
    expect(parse(written)).toHaveLength(5)
    const second = workspace.oncall(['publish', '--through', '2026-01-26'])
    expect(second).toEqual({
      stdout: 'Nothing to do: Data Engineering is published through Sun 1 Feb 2026 already.\n',
      stderr: '',
      code: 0,
    })
    expect(workspace.read(FILE)).toBe(written)
    expect(workspace.files('published')).toEqual(['data-engineering.yaml'])
  })

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('writes the same bytes under TZ %s', async (TZ) => {
    const [here, there] = [createWorkspace(), createWorkspace()]
    await here.run(['publish', '--through', '2026-06-30'])
    there.oncall(['publish', '--through', '2026-06-30'], { TZ })
    expect(there.read(FILE)).toBe(here.read(FILE))
    expect(there.read(FILE)).toContain('start: 2026-06-29')
  })

  it('appends below what is there, comments and all', async () => {
    const workspace = createWorkspace()
    await workspace.run(['publish', '--through', '2026-02-01'])
    const commented = `# Agreed in the December retro.\n${workspace.read(FILE)}# Up to here.\n`
    workspace.write(FILE, commented)
    await workspace.run(['publish', '--through', '2026-03-01'])
    expect(workspace.read(FILE).startsWith(commented)).toBe(true)
    expect(parse(workspace.read(FILE))).toHaveLength(9)
  })

  it('--from plans again around leave that came later, and says who swaps with whom', async () => {
    const workspace = createWorkspace()
    await workspace.run(['publish', '--through', '2027-01-20'])
    workspace.append('engineers/engineer-b.yaml', 'unavailable:\n  - { from: 2026-12-28, to: 2027-01-03 }\n')
    const before = workspace.read(FILE)
    const { stdout, code } = await workspace.run(['publish', '--from', '2026-12-14'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Mon 28 Dec 2026 {2}Engineer B → Engineer ./)
    const changed = differentLines(before, workspace.read(FILE))
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.filter((line) => /start|cycle/.test(line))).toEqual([])
    expect((await workspace.run(['publish', '--from', '2026-12-14'])).stdout).toContain(
      'Nothing to do: planned again from Mon 14 Dec 2026',
    )
    expect((await workspace.run(['publish', '--through', '2027-01-20'])).code).toBe(0)
  })

  it('--from says when weeks that have begun are among those planned again', async () => {
    const workspace = createWorkspace()
    await workspace.run(['publish', '--through', '2026-12-31'])
    workspace.append('engineers/engineer-d.yaml', 'unavailable: [{ from: 2026-11-16, to: 2026-11-22 }]\n')
    const { stdout } = await workspace.run(['publish', '--from', '2026-11-16'])
    expect(stdout).toContain('1 of these weeks has begun already: inform everyone whom it concerns.')
  })

  it('--amend brings in a holiday declared late, and moves nobody', async () => {
    const workspace = createWorkspace()
    await workspace.run(['publish', '--through', '2026-12-31'])
    workspace.append(
      'rotas/data-engineering.yaml',
      'holidays: { add: [{ date: 2026-12-09, name: Founders Day }] }\n',
    )
    const before = workspace.read(FILE)
    const { stdout } = await workspace.run(['publish', '--amend'])
    expect(stdout).toContain('1 week amended')
    expect(stdout).toContain('Mon 7 Dec 2026  Engineer C  holiday Wed 9 Dec: Founders Day')
    expect(differentLines(before, workspace.read(FILE))).toEqual(['  holidays: { 2026-12-09: Founders Day }'])
    expect((await workspace.run(['publish', '--amend'])).stdout).toBe(
      'Nothing to do: the published holidays agree with the calendars.\n',
    )
  })

  it('--dry-run says what would be written, and writes nothing', async () => {
    const workspace = createWorkspace()
    const { stdout } = await workspace.run(['publish', '--through', '2026-01-26', '--dry-run'])
    expect(stdout).toContain('5 weeks would be published')
    expect(workspace.files('.')).not.toContain('published')
  })

  it('refuses with every mistake at its place, and writes nothing', async () => {
    const workspace = createWorkspace()
    await workspace.run(['publish', '--through', '2026-12-31'])
    workspace.append('engineers/engineer-b.yaml', 'unavailable:\n  - { from: 2026-11-30, to: 2026-12-06 }\n')
    workspace.append('engineers/engineer-d.yaml', 'unavailable: [{ from: 2026-12-14, to: 2026-12-15 }]\n')
    const before = workspace.read(FILE)
    const { stdout, stderr, code } = workspace.oncall(['publish', '--through', '2027-02-28'])
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
    expect(placesAndRules(stderr)).toEqual([
      'content/published/data-engineering.yaml:351 published-unavailable',
      'content/published/data-engineering.yaml:366 published-unavailable',
    ])
    expect(stderr).toContain('npm run oncall -- publish --from 2026-11-30')
    expect(stderr).toContain('Nothing was changed. Fix these mistakes first.')
    expect(workspace.read(FILE)).toBe(before)
  })

  it.each([
    [
      'overrides that overlap',
      'rotas/data-engineering.yaml',
      'overrides:\n  - { from: 2026-12-01, to: 2026-12-03, engineer: engineer-a }\n  - { from: 2026-12-03, to: 2026-12-05, engineer: engineer-b }\n',
      'rota-override-overlap',
    ],
    [
      'an unknown key',
      'rotas/data-engineering.yaml',
      'color: red\n',
      'content/rotas/data-engineering.yaml:8:',
    ],
    ['a gap in the published weeks', FILE, gap(), 'published-gap'],
    ['YAML that cannot be read', FILE, '- start: [\n', 'content/published/data-engineering.yaml'],
  ])('refuses %s', async (_, file, text, message) => {
    const workspace = createWorkspace()
    await workspace.run(['publish', '--through', '2026-01-01'])
    workspace.append(file, text)
    const before = workspace.read(FILE)
    const { stderr, code } = workspace.oncall(['publish', '--through', '2026-12-31'])
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/^content\/\S+:\d+:\d+ {2}error/m)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
    expect(workspace.read(FILE)).toBe(before)
  })

  it.each([
    [['publish'], 'Say one of --through DATE, --from DATE and --amend.'],
    [['publish', '--amend', '--from', '2026-01-05'], 'Say one of'],
    [
      ['publish', '--through', '2026-02-30'],
      '--through takes a date that exists, as YYYY-MM-DD; got "2026-02-30".',
    ],
    [['publish', '--through', '2025-12-28'], "2025-12-28 is before the rota's first day, 2025-12-29."],
    [['publish', '--through', '2206-01-05'], 'data-engineering has no plan for 2206.'],
  ])('%j is wrong usage', async (args, message) => {
    const workspace = createWorkspace()
    const { stderr, code } = await workspace.run(args)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
    expect(workspace.files('.')).not.toContain('published')
  })
})

function differentLines(before: string, after: string): string[] {
  const old = before.split('\n')
  return after.split('\n').filter((line, index) => line !== old[index])
}

/** The third week right after the first. */
function gap(): string {
  return `- start: 2026-01-12
  engineer: engineer-c
  cycle: 2025-12-29
  plain: engineer-c
  holidays: {}
  daysOff: []
  absences: []
`
}
