import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { externalCalendar } from '../../../src/calendar/external/calendar.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { withFiles } from '../../support/content-folder.ts'

const calendarOf = (who: string) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261116T090000Z\r\nDTEND:20261123T090000Z\r\nSUMMARY:On call: ${who}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const FILES = {
  'teams/ops.yaml': 'name: Ops\nsummary: Runs it.\n',
  'rotas/pager.yaml':
    'name: Pager\nteam: ops\nexternal: https://pager.example.com/ops\nics: files/pager.ics\n',
  'rotas/other.yaml': 'name: Other\nteam: ops\nexternal: https://pager.example.com/x\nics: files/other.ics\n',
  'files/pager.ics': calendarOf('Engineer X'),
  'files/other.ics': calendarOf('Engineer Y'),
}

it('the calendar file of a rota is read once for all pages, and again after it has changed', async () => {
  await withFiles(FILES, (root) => {
    const content = loadContent(root)
    const first = externalCalendar(content, 'pager')
    expect(first?.shifts.map(({ name }) => name)).toEqual(['Engineer X'])
    expect(externalCalendar(content, 'other')?.shifts.map(({ name }) => name)).toEqual(['Engineer Y'])
    expect(externalCalendar(content, 'pager')).toBe(first)

    const file = join(root, 'files/pager.ics')
    writeFileSync(file, calendarOf('Engineer Z'))
    utimesSync(file, 1, 2_000_000_000)
    expect(externalCalendar(content, 'pager')?.shifts.map(({ name }) => name)).toEqual(['Engineer Z'])
  })
})
