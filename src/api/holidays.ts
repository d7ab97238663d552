import { z } from 'zod'
import libraryPackage from 'date-holidays/package.json' with { type: 'json' }
import type { Calendar } from '../calendar/calendars.ts'
import { holidaysOf } from '../calendar/holidays-of.ts'
import { date, type Contract } from './contract.ts'

const dated = z.strictObject({ date, name: z.string() })

const calendar = z.strictObject({
  calendar: z
    .string()
    .describe('COUNTRY, COUNTRY-STATE or COUNTRY-STATE-REGION, as date-holidays names them.'),
  engineers: z.array(z.string()).describe('Whose calendar it is, by id.'),
  holidays: z
    .array(
      z.strictObject({
        ...dated.shape,
        weight: z.int().nonnegative().describe('How much it counts where the year is planned.'),
        credit: z.boolean().describe('Whether working it earns a day off.'),
        observedFor: date.optional().describe('On a substitute day: the date that it stands for.'),
        source: z.enum(['calendar', 'added']).describe('Where it comes from: the calendar, or the team.'),
      }),
    )
    .describe('Those that count, in order of date.'),
})

const schema = z.strictObject({
  version: z.literal(1).describe('Of this form. It grows when a field changes its meaning or goes.'),
  source: z
    .strictObject({ name: z.string(), version: z.string(), url: z.url() })
    .describe('Where the holidays come from, before the corrections.'),
  rotas: z.array(
    z.strictObject({
      rota: z.string().describe('Its id.'),
      years: z.array(z.int()).describe('The years that the holidays are listed for.'),
      types: z.array(z.string()).describe('The types of holiday that count, as the source names them.'),
      corrections: z
        .strictObject({
          add: z.array(z.strictObject({ ...dated.shape, calendar: z.string() })),
          remove: z.array(z.strictObject({ date, calendar: z.string() })),
        })
        .describe('What the team added and removed, each with the calendar that it is about, or `all`.'),
      calendars: z.array(calendar),
    }),
  ),
})

export type HolidaysDocument = z.infer<typeof schema>

export const holidaysContract: Contract = {
  name: 'holidays',
  path: 'api/holidays.json',
  summary:
    'The holidays that count in each rota, by calendar, with their source and the corrections of the team.',
  schema,
}

/** The holidays of every calendar of every rota, for the years that the site shows. */
export function holidaysDocument(calendars: ReadonlyMap<string, Calendar>): HolidaysDocument {
  return {
    version: 1,
    source: {
      name: 'date-holidays',
      version: libraryPackage.version,
      url: 'https://github.com/commenthol/date-holidays',
    },
    rotas: [...calendars.values()].map(({ id, calendar: { rota }, years, engineers }) => {
      const codeOf = (engineer: string) => rota.engineers[engineer]?.calendar ?? rota.calendar
      const codes = [...new Set([rota.calendar, ...engineers.map(codeOf)])]
      const own = <Entry extends { calendar?: string | undefined }>(entry: Entry) => ({
        ...entry,
        calendar: entry.calendar ?? rota.calendar,
      })
      return {
        rota: id,
        years,
        types: [...rota.holidayTypes],
        corrections: { add: rota.holidays.add.map(own), remove: rota.holidays.remove.map(own) },
        calendars: codes.map((code) => ({
          calendar: code,
          engineers: engineers.filter((engineer) => codeOf(engineer) === code),
          holidays: holidaysOf(rota, code, years),
        })),
      }
    }),
  }
}
