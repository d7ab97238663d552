import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorkspace } from './workspace.ts'

const ROTA = 'rotas/data-engineering.yaml'
const PUBLISHED = 'published/data-engineering.yaml'
const SWAP = `overrides:
  - { from: 2026-12-07, to: 2026-12-13, engineer: engineer-d, reason: Swap }
  - { from: 2026-12-14, to: 2026-12-20, engineer: engineer-c, reason: Swap }
`

let published: string | undefined

/** A repository whose weeks through the year's end are announced, and committed. */
async function announced() {
  const workspace = createWorkspace()
  if (published === undefined) await workspace.run(['publish', '--through', '2026-12-31'])
  published ??= workspace.read(PUBLISHED)
  workspace.write(PUBLISHED, published)
  workspace.commit('Announce the year')
  return workspace
}

interface Json {
  base: { revision: string; commit: string }
  rotas: { status: string; moves: Record<string, unknown>[]; daysOff: unknown[]; ledger: unknown[] }[]
}

const json = (stdout: string): Json => JSON.parse(stdout) as Json

describe('oncall diff', () => {
  it.each(['UTC', 'Pacific/Kiritimati'])(
    'says which shifts a swap moves, for whom and how soon, under TZ %s',
    async (TZ) => {
      const workspace = await announced()
      workspace.append(ROTA, SWAP)
      const { stdout, stderr, code } = workspace.oncall(['diff'], { TZ })
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
      expect(stdout.replace(/\([0-9a-f]{10}\)/, '(COMMIT)')).toMatchInlineSnapshot(`
        "Data Engineering: moves 4 shifts, 3 of them published; the nearest in 17 days: Engineer A → Engineer D; 1 day off changes
          Mon 7 Dec 2026, 09:00   Tue 8 Dec 2026, 09:00   Engineer A → Engineer D  in 17 days  published
          Tue 8 Dec 2026, 09:00   Mon 14 Dec 2026, 09:00  Engineer C → Engineer D  in 18 days  published
          Mon 14 Dec 2026, 09:00  Mon 21 Dec 2026, 09:00  Engineer D → Engineer C  in 24 days  published
          Mon 4 Jan 2027, 09:00   Tue 5 Jan 2027, 09:00   Engineer C → Engineer A  in 45 days  planned
        Days off
          Engineer C  Veterans Day (Wed 11 Nov)  Mon 7 Dec → Mon 4 Jan
        Ledger
                           holidays  weeks  days     days off  covers  owed   repeats  balance
          2026 Engineer A  3         13     92 → 91  2         3 → 2   1      0        3
          2026 Engineer C  3         13     91 → 92  3 → 2     3       0 → 1  0        3
          2027 Engineer A  3         13     89 → 90  4         2 → 3   0      0        6
          2027 Engineer C  3         14     98 → 97  2 → 3     2       1      0        6
        Compared with HEAD (COMMIT).
        "
      `)
    },
  )

  it('writes Markdown for a pull request', async () => {
    const workspace = await announced()
    workspace.append(ROTA, SWAP)
    const { stdout } = await workspace.run(['diff', '--base', 'main', '--markdown'])
    expect(stdout.replace(/\([0-9a-f]{10}\)/, '(COMMIT)')).toMatchInlineSnapshot(`
      "### On-call: Data Engineering

      Moves 4 shifts, 3 of them published; the nearest in 17 days: Engineer A → Engineer D; 1 day off changes.

      - Engineer D takes 7 Dec from Engineer A.
      - Engineer D takes 8–13 Dec from Engineer C.
      - Engineer C takes 14–20 Dec from Engineer D.
      - The day off of Engineer C for Veterans Day moves from Mon 7 Dec to Mon 4 Jan 2027.
      - Engineer C is then on call for 8 days in a row, 14–21 Dec.
      - 1 day from 4 Jan 2027 on, not announced yet, goes to somebody else: the planner shares them out again.

      | From | To | Who | Notice | Week |
      | --- | --- | --- | --- | --- |
      | Mon 7 Dec 2026, 09:00 | Tue 8 Dec 2026, 09:00 | Engineer A → Engineer D | in 17 days | published |
      | Tue 8 Dec 2026, 09:00 | Mon 14 Dec 2026, 09:00 | Engineer C → Engineer D | in 18 days | published |
      | Mon 14 Dec 2026, 09:00 | Mon 21 Dec 2026, 09:00 | Engineer D → Engineer C | in 24 days | published |
      | Mon 4 Jan 2027, 09:00 | Tue 5 Jan 2027, 09:00 | Engineer C → Engineer A | in 45 days | planned |

      | Day off of | For | Date |
      | --- | --- | --- |
      | Engineer C | Veterans Day (Wed 11 Nov) | Mon 7 Dec → Mon 4 Jan |

      <details><summary>Fairness ledger, before → after</summary>

      |  | holidays | weeks | days | days off | covers | owed | repeats | balance |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      | 2026 Engineer A | 3 | 13 | 92 → 91 | 2 | 3 → 2 | 1 | 0 | 3 |
      | 2026 Engineer C | 3 | 13 | 91 → 92 | 3 → 2 | 3 | 0 → 1 | 0 | 3 |
      | 2027 Engineer A | 3 | 13 | 89 → 90 | 4 | 2 → 3 | 0 | 0 | 6 |
      | 2027 Engineer C | 3 | 14 | 98 → 97 | 2 → 3 | 2 | 1 | 0 | 6 |

      </details>

      Compared with \`main\` (COMMIT).
      "
    `)
  })

  it('prints JSON with the notice in days and what was announced', async () => {
    const workspace = await announced()
    workspace.append(ROTA, SWAP)
    const found = json((await workspace.run(['diff', '--json'])).stdout)
    expect(found.base).toEqual({ revision: 'HEAD', commit: workspace.git('rev-parse', 'HEAD').trim() })
    expect(found.rotas[0]?.moves.slice(0, 1)).toEqual([
      {
        start: '2026-12-07T09:00:00-05:00',
        end: '2026-12-08T09:00:00-05:00',
        before: 'engineer-a',
        after: 'engineer-d',
        noticeDays: 17,
        published: true,
      },
    ])
  })

  it('leaves the working tree, its index and the folder for temporary files as they were', async () => {
    const workspace = await announced()
    workspace.append(ROTA, SWAP)
    workspace.append('site.yaml', '# staged\n')
    workspace.git('add', 'content/site.yaml')
    // A folder of its own: other commands on this machine write to that of all.
    const temporary = mkdtempSync(path.join(tmpdir(), 'oncall-diff-'))
    const state = () => [
      workspace.git('status', '--porcelain'),
      workspace.git('ls-files', '--stage'),
      readdirSync(temporary),
    ]
    const before = state()
    expect(workspace.oncall(['diff'], { TMPDIR: temporary }).code).toBe(0)
    expect(workspace.oncall(['diff', '--base', 'nowhere'], { TMPDIR: temporary }).code).toBe(2)
    expect(state()).toEqual(before)
    rmSync(temporary, { recursive: true })
  })

  it.each([
    ['nothing', '', '', 'Data Engineering: no shift moves\n'],
    ['a note', ROTA, 'notes: Swaps are agreed first.\n', 'Data Engineering: no shift moves\n'],
    ['a later handoff', ROTA, '', 'handoff 09:00 America/New_York → 10:00 America/New_York'],
    [
      'a holiday of one day, whose day off moves a shift',
      ROTA,
      'holidays: { add: [{ date: 2027-02-02, name: Founders Day }] }\n',
      'Data Engineering: moves ',
    ],
  ])('of %s', async (what, file, text, headline) => {
    const workspace = await announced()
    if (what === 'a later handoff') workspace.write(ROTA, workspace.read(ROTA).replace('09:00', '10:00'))
    else if (file !== '') workspace.append(file, text)
    expect((await workspace.run(['diff'])).stdout).toContain(headline)
  })

  it('reads content that is a repository of its own', async () => {
    const workspace = createWorkspace()
    workspace.git('init', '--quiet', 'content')
    const git = (...args: string[]) => workspace.git('-C', workspace.root, ...args)
    git('add', '.')
    git('commit', '--quiet', '-m', 'Content')
    workspace.append(ROTA, SWAP)
    expect((await workspace.run(['diff'])).stdout).toContain(
      'Data Engineering: moves 4 shifts; the nearest in 17 days',
    )
  })

  it('works in a git hook, which names its own repository and index', async () => {
    const { commit, oncall } = createWorkspace()
    commit('Content')
    const { stdout, stderr } = oncall(['diff'], { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' })
    expect({ stdout: stdout.split('\n')[0], stderr }).toEqual({
      stdout: 'Data Engineering: no shift moves',
      stderr: '',
    })
  })

  it('of an announcement moves nobody, and says how far it goes', async () => {
    const workspace = await announced()
    await workspace.run(['publish', '--through', '2027-01-31'])
    expect((await workspace.run(['diff'])).stdout).toContain(
      'Data Engineering: no shift moves; published through Sun 31 Jan 2027 (was Sun 3 Jan 2027)',
    )
  })

  it('compares rotas that came and went, and content that came', async () => {
    const workspace = await announced()
    workspace.write(
      'rotas/second.yaml',
      workspace.read(ROTA).replace('name: Data Engineering', 'name: Second'),
    )
    expect((await workspace.run(['diff'])).stdout).toContain(
      'Second: a new rota, with nothing to compare it with',
    )
    workspace.git('add', '.')
    workspace.git('commit', '--quiet', '-m', 'Second rota')
    workspace.git('rm', '--quiet', 'content/rotas/second.yaml')
    expect((await workspace.run(['diff'])).stdout).toContain('Second: the rota is removed')
    workspace.git('rm', '-r', '--quiet', '--cached', 'content')
    workspace.git('commit', '--quiet', '-m', 'No content')
    expect((await workspace.run(['diff'])).stdout).toContain('Data Engineering: a new rota')
  })

  it('says so where the base has mistakes, and goes on', async () => {
    const workspace = createWorkspace()
    const good = workspace.read(ROTA)
    workspace.write(ROTA, 'name: [\n')
    workspace.commit('Broken')
    workspace.write(ROTA, good)
    const { stdout, code } = await workspace.run(['diff'])
    expect(stdout).toContain('Data Engineering: not compared: its content has mistakes on one side')
    expect(code).toBe(0)
  })

  it('names the mistakes of the content itself, with their places', async () => {
    const workspace = await announced()
    workspace.append(ROTA, 'rotation: [engineer-a]\n')
    const { stderr, code } = workspace.oncall(['diff'])
    expect(stderr).toMatch(/^content\/rotas\/data-engineering\.yaml:8:1 {2}error/)
    expect(code).toBe(1)
  })

  it.each([
    [
      ['diff', '--base', 'release'],
      'No revision "release" here. In a shallow clone, fetch it first: git fetch origin release',
    ],
    [['diff', '--base', '--output=x'], 'diff has no option --output.'],
    [['diff', '--json', '--markdown'], 'Say one of --json and --markdown.'],
    [['diff', 'data-engineering'], 'A rota is named beside --against only.'],
  ])('%j is wrong usage', async (args, message) => {
    const { stdout, stderr, code } = await (await announced()).run(args)
    expect(stderr).toContain(message)
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  })

  it('needs a git repository, and says so', async () => {
    const { stderr, code } = createWorkspace().oncall(['diff'], { GIT_CEILING_DIRECTORIES: tmpdir() })
    expect(stderr).toMatch(/is in no git repository/)
    expect(code).toBe(2)
  })
})
