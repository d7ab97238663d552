import { describe, expect, it } from 'vitest'
import { createWorkspace } from './workspace.ts'

const HOSTILE = 'O’Brien <!here> *@all* [x](y) `z` | & "q"'

const hostile = () => {
  const workspace = createWorkspace()
  workspace.write('engineers/engineer-d.yaml', `name: ${JSON.stringify(HOSTILE)}\nteam: data-engineering\n`)
  return workspace
}

describe('oncall who --format', () => {
  it('json is the same as --json', async () => {
    const { run } = createWorkspace()
    const { stdout } = await run(['who', '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ shift: { engineer: 'engineer-d' } })
    expect(stdout).toBe((await run(['who', '--json'])).stdout)
  })

  it('markdown says it in lines that a forge or a chat shows', async () => {
    expect((await createWorkspace().run(['who', '--format', 'markdown'])).stdout).toMatchInlineSnapshot(`
      "**On call: Data Engineering**

      - **Engineer D** is on call, until Mon 23 Nov, 09:00 New York.
      - **Engineer A** is next.
      "
    `)
  })

  it('slack is the message of an incoming webhook', async () => {
    const message = JSON.parse((await createWorkspace().run(['who', '--format', 'slack'])).stdout) as unknown
    expect(message).toEqual({
      text: 'On call: Data Engineering',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: '*On call: Data Engineering*' } },
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: '• *Engineer D* is on call, until Mon 23 Nov, 09:00 New York.\n• *Engineer A* is next.',
          },
        },
      ],
    })
  })

  it('topic is one line of at most 250 characters, however long the names are', async () => {
    const workspace = createWorkspace()
    expect((await workspace.run(['who', '--format', 'topic'])).stdout).toBe(
      'On call: Engineer D until Mon 23 Nov, 09:00 New York · next: Engineer A\n',
    )
    for (const length of [60, 120, 240, 1900]) {
      for (const letter of ['d', 'a'])
        workspace.write(
          `engineers/engineer-${letter}.yaml`,
          `name: ${'É'.repeat(length)}\nteam: data-engineering\n`,
        )
      const { stdout } = await workspace.run(['who', '--format', 'topic'])
      expect(stdout.trimEnd().length).toBeLessThanOrEqual(250)
      expect(stdout.trimEnd()).not.toContain('\n')
      expect(stdout).toMatch(/^On call: É/)
    }
  })

  it('links to the site where SITE_URL says where it is', () => {
    const { stdout } = createWorkspace().oncall(['who', '--format', 'markdown'], {
      SITE_URL: 'https://example.com',
      BASE_PATH: '/handbook',
    })
    expect(stdout).toContain(
      '[On call: Data Engineering](<https://example.com/handbook/oncall/data-engineering/2026/>)',
    )
    expect(stdout).toContain('(<https://example.com/handbook/oncall/data-engineering/engineer-d/>)')
  })

  it('lets no name become markup or call a whole channel', async () => {
    const { run } = hostile()
    const slack = (await run(['who', '--format', 'slack'])).stdout
    expect(slack).toContain('&lt;!here&gt;')
    expect(slack).not.toMatch(/<!|@all|`/)
    const markdown = (await run(['who', '--format', 'markdown'])).stdout
    expect(markdown).toContain('\\[x\\](y)')
    expect(markdown).not.toMatch(/@all|(?<!\\)<!here/)
  })

  it.each([
    [['who', '--format', 'slak'], 'Did you mean "slack"?'],
    [['who', '--format', 'xml'], 'text, json, slack, markdown, topic'],
    [['who', '--json', '--format', 'topic'], 'Say one of --json and --format topic.'],
    [['upcoming', '--days', '0'], '--days takes a number from 1 to 366; got "0".'],
    [['upcoming', '--days', '1e2'], '--days takes a number'],
  ])('%j is refused with what to do', async (args, words) => {
    const { stderr, code } = await createWorkspace().run(args)
    expect(stderr).toContain(words)
    expect(code).toBe(2)
  })

  it('names nobody after the data end, in every form', async () => {
    for (const format of ['text', 'markdown', 'slack', 'topic']) {
      const { stdout, code } = await createWorkspace().run([
        'who',
        '--at',
        '2028-01-03T09:00',
        '--format',
        format,
      ])
      expect(stdout, format).toMatch(/no rota after Mon 3 Jan/i)
      expect(code).toBe(1)
    }
  })
})

describe('oncall upcoming', () => {
  it('says who is on call, and the handoffs, days off, holidays and reviews ahead', async () => {
    const workspace = createWorkspace()
    workspace.append('rotas/data-engineering.yaml', 'second: next\nmonthEnd: true\n')
    workspace.write(
      'runbooks/orders.md',
      '---\ntitle: Orders\nsummary: What it is.\nreviewed: 2026-08-30\nreviewEvery: P90D\n---\n\nText.\n',
    )
    expect((await workspace.run(['upcoming', '--days', '14'])).stdout).toMatchInlineSnapshot(`
      "On call: Data Engineering

        Engineer D is on call, until Mon 23 Nov, 09:00 New York.
        Engineer A is second.
        Engineer A is next.

      Handoffs until Fri 4 Dec, 07:00 New York
        Mon 23 Nov, 09:00: Engineer D hands over to Engineer A
        Mon 30 Nov, 09:00: Engineer A hands over to Engineer B

      Holidays
        Thu 26 Nov: Thanksgiving Day, worked by Engineer A

      Month-end
        Tue 24 Nov to Mon 30 Nov: Engineer A and Engineer B

      Reviews due
        Sat 28 Nov: Orders
      "
    `)
  })

  it('gives the same to programs', async () => {
    const { stdout } = await createWorkspace().run(['upcoming', '--at', '2026-01-25T12:00', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      rota: 'data-engineering',
      from: '2026-01-25T12:00:00-05:00',
      until: '2026-02-01T12:00:00-05:00',
      now: { shift: { engineer: 'engineer-d' } },
      handoffs: [
        { at: '2026-01-26T09:00:00-05:00', from: 'engineer-d', to: 'engineer-c', why: 'day off' },
        { at: '2026-01-27T09:00:00-05:00', from: 'engineer-c', to: 'engineer-a' },
      ],
      daysOff: [{ date: '2026-01-26', engineer: 'engineer-a', cover: 'engineer-c' }],
      holidays: [],
      reviews: [],
    })
  })

  it('says that nobody is planned after the data end', async () => {
    const { stdout } = await createWorkspace().run(['upcoming', '--at', '2027-12-30T12:00'])
    expect(stdout).toContain('Nobody is planned after Mon 3 Jan 2028, 09:00 New York.')
  })

  it('answers although a page has a mistake, and says that the reviews are not known', async () => {
    const workspace = createWorkspace()
    workspace.write(
      'issues/late.md',
      '---\ntitle: Late\nsummary: It is.\nseverity: sev2\npipelines: [nothing]\n---\n\n## Symptoms\n',
    )
    const { stdout, code } = await workspace.run(['upcoming'])
    expect(stdout).toContain('Engineer D is on call')
    expect(stdout).toContain('Nobody knows: the pages have mistakes')
    expect(code).toBe(0)
  })
})
