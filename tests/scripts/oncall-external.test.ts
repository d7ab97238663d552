import { describe, expect, it } from 'vitest'
import { createWorkspace } from './workspace.ts'

// 20 November 2026, a Friday, is "now".
const event = (start: string, end: string, lines: string) =>
  `BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:${start}T090000\r\nDTEND;TZID=Europe/Berlin:${end}T090000\r\n${lines}\r\nEND:VEVENT\r\n`
const shift = (start: string, end: string, who: string) => event(start, end, `SUMMARY:On call: ${who}`)
const BEFORE = shift('20261109', '20261116', 'Engineer B')
const NOW = shift('20261116', '20261123', 'Engineer A')
const AFTER = shift('20261123', '20261130', 'Sam Stranger')

async function ask(events: string[], ...words: string[]) {
  const workspace = createWorkspace()
  workspace.write(
    'rotas/pager.yaml',
    'name: Pager\nteam: data-engineering\nexternal: https://pager.example.com/ops\nics: files/pager.ics\n',
  )
  workspace.write(
    'files/pager.ics',
    `BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Berlin\r\n${events.join('')}END:VCALENDAR\r\n`,
  )
  const { stdout, code } = await workspace.run(words)
  return { stdout, code }
}

describe('oncall who of a rota that is kept elsewhere, whose calendar lies in the content', () => {
  it('says who is on call, who is next, and where that was read', async () => {
    const { stdout, code } = await ask([BEFORE, NOW, AFTER], 'who', 'pager')
    expect(code).toBe(0)
    expect(stdout).toMatchInlineSnapshot(`
      "Pager
        on call  Engineer A
        until    Mon 23 Nov 2026, 09:00 GMT+1 (Europe/Berlin)
        next     Sam Stranger, until Mon 30 Nov, 09:00
        from     files/pager.ics, of a rota that is kept elsewhere: https://pager.example.com/ops
      "
    `)
  })

  it('gives programs the same', async () => {
    const { stdout } = await ask([NOW, AFTER], 'who', 'pager', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      rota: 'pager',
      timeZone: 'Europe/Berlin',
      shift: { engineer: 'engineer-a', start: '2026-11-16T09:00:00+01:00' },
      until: '2026-11-23T09:00:00+01:00',
      next: { engineer: 'Sam Stranger' },
      published: false,
      data: { from: '2026-11-16T09:00:00+01:00', until: '2026-11-30T09:00:00+01:00' },
    })
  })

  it.each([
    [
      'two people at once',
      [NOW, shift('20261119', '20261121', 'Engineer B')],
      'Engineer A and Engineer B are in files/pager.ics at this time, and it does not say which of them is on call.',
    ],
    ['a gap', [BEFORE, AFTER], 'files/pager.ics has nobody on call at this time.'],
    ['its end', [BEFORE], 'No rota after Mon 16 Nov 2026, 09:00 GMT+1 (Europe/Berlin)'],
    ['its beginning', [AFTER], 'The rota starts on Mon 23 Nov 2026, 09:00 GMT+1 (Europe/Berlin)'],
    [
      'several people who attend, where the title names none of them',
      [
        event(
          '20261116',
          '20261123',
          'SUMMARY:On call\r\nATTENDEE:mailto:a@example.com\r\nATTENDEE:mailto:b@example.com',
        ),
        BEFORE,
      ],
      'files/pager.ics does not say for certain who is on call. 1 event has more than one attendee: who is on call was read from the title. 1 event does not name who is on call',
    ],
    [
      'a calendar in which no event names anybody',
      [event('20261116', '20261123', 'SUMMARY:Primary on-call')],
      'files/pager.ics: No event of the calendar names who is on call.',
    ],
    [
      'a rule that repeats',
      [event('20261116', '20261123', 'RRULE:FREQ=WEEKLY;INTERVAL=2\r\nSUMMARY:On call: Engineer A'), AFTER],
      'files/pager.ics does not say for certain who is on call. 1 event repeats by a rule',
    ],
    ['nothing that can be read', ['nonsense\r\n'], 'files/pager.ics: The calendar has no event'],
  ])('names nobody in %s, and says why', async (_what, events, why) => {
    const { stdout, code } = await ask(events, 'who', 'pager')
    expect(stdout).toContain(why)
    expect(stdout).not.toContain('on call  ')
    expect(code).toBe(1)
  })

  it('says that it does not know who follows, where more than one person is next', async () => {
    const { stdout, code } = await ask(
      [NOW, AFTER, shift('20261123', '20261130', 'Engineer B')],
      'who',
      'pager',
    )
    expect(stdout).toContain('next     not certain after Mon 23 Nov 2026, 09:00')
    expect(code).toBe(0)
  })

  it('says from when the next one is, where nobody is between', async () => {
    const { stdout } = await ask([NOW, shift('20261124', '20261130', 'Engineer B')], 'who', 'pager')
    expect(stdout).toContain('next     Engineer B, from Tue 24 Nov, 09:00, until Mon 30 Nov, 09:00')
  })
})

describe('oncall upcoming of such a rota', () => {
  it('says the handoffs that are certain, and where the calendar ends', async () => {
    const { stdout, code } = await ask([NOW, AFTER], 'upcoming', 'pager', '--days', '30')
    expect(code).toBe(0)
    expect(stdout).toContain('Engineer A hands over to Sam Stranger')
    expect(stdout).toContain('Nobody is planned after Mon 30 Nov')
  })

  it('lets nobody hand over across a gap', async () => {
    const { stdout } = await ask([NOW, shift('20261124', '20261130', 'Engineer B')], 'upcoming', 'pager')
    expect(stdout).toContain('Engineer B begins')
    expect(stdout).not.toContain('hands over')
  })
})

describe('oncall notify of such a rota', () => {
  const message = async (events: string[], since: string, at: string) => {
    const { stdout, code } = await ask(
      events,
      ...['notify', 'pager', '--dry-run', '--format', 'markdown', '--since', since, '--at', at],
    )
    expect(code).toBe(0)
    return stdout
  }

  it('says who took over, who is next, and what its calendar does not know', async () => {
    const text = await message([BEFORE, NOW, AFTER], '2026-11-16T08:30', '2026-11-16T09:00')
    expect(text).toContain('**Engineer A** is on call, until Mon 23 Nov, 09:00 Berlin')
    expect(text).toContain('**Sam Stranger** is next')
    expect(text).not.toContain('second')
  })

  it.each([
    ['nobody took over', [NOW, AFTER], '2026-11-17T08:00', '2026-11-17T10:00', false],
    [
      'one shift of a person follows another',
      [NOW, shift('20261123', '20261130', 'Engineer A')],
      '2026-11-23T08:58',
      '2026-11-23T08:59',
      false,
    ],
    [
      'a Monday began although nobody took over',
      [shift('20261116', '20261130', 'Engineer A')],
      '2026-11-23T08:58',
      '2026-11-23T09:00',
      true,
    ],
    [
      'somebody is on call again behind a gap',
      [NOW, shift('20261124', '20261130', 'Engineer A')],
      '2026-11-24T08:58',
      '2026-11-24T09:00',
      true,
    ],
    [
      'a gap begins, of which everybody should know',
      [shift('20261117', '20261118', 'Engineer A'), AFTER],
      '2026-11-18T08:58',
      '2026-11-18T09:00',
      true,
    ],
    [
      'a second person comes, so that who is on call is not certain',
      [NOW, shift('20261118', '20261120', 'Engineer B')],
      '2026-11-18T08:58',
      '2026-11-18T09:00',
      true,
    ],
  ])('where %s, posts or not', async (_what, events, since, at, posts) => {
    const text = await message(events, since, at)
    expect(text.includes('nothing was posted')).toBe(!posts)
  })

  it('says why nobody is known to be on call in a gap', async () => {
    const text = await message(
      [shift('20261117', '20261118', 'Engineer A'), AFTER],
      '2026-11-18T08:58',
      '2026-11-18T09:00',
    )
    expect(text).toContain('has nobody on call at this time')
  })

  it('names the page elsewhere where no calendar lies in the content', async () => {
    const workspace = createWorkspace()
    workspace.write(
      'rotas/pager.yaml',
      'name: Pager\nteam: data-engineering\nexternal: https://pager.example.com/ops\n',
    )
    const { stderr, code } = await workspace.run(['notify', 'pager', '--dry-run'])
    expect(stderr).toContain('See https://pager.example.com/ops')
    expect(code).toBe(2)
  })
})
