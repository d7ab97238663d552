import { Duration } from 'luxon'
import { z } from 'zod'
import { date, duration, email, phone, text, url } from './fields.ts'
import { MAX_MATCHED, patternProblem } from './safe-pattern.ts'

/** Fields that several schemas share, each made of several of `fields.ts`. */

/** How to reach a team, a person or whoever is on call. Each is shown as a link that acts. */
export const contact = z
  .strictObject({
    phone: phone.optional().meta({ description: 'Telephone number.', examples: ['+1 555 0100'] }),
    chat: text
      .refine(
        (value) => !/^(?:javascript|vbscript|data|file|blob):/i.test(value.replace(/\s/g, '')),
        'the name of a channel, or its https address',
      )
      .refine(
        (value) => !/^https?:/i.test(value) || url.safeParse(value).success,
        'the name of a channel, or its https address alone: no blanks in it, and no user before the host',
      )
      .optional()
      .meta({
        description: 'Chat channel: its name or its address.',
        examples: ['#payments', 'https://chat.example.com/payments'],
      }),
    email: email.optional().meta({ description: 'E-mail address.', examples: ['payments@example.com'] }),
    page: url
      .optional()
      .meta({ description: 'The address that pages them.', examples: ['https://example.com/page/payments'] }),
  })
  .optional()

/** How much a page counts in search, against others. */
export const boost = z
  .number()
  .min(0.5, 'at least 0.5')
  .max(2, 'at most 2')
  .optional()
  .meta({
    description: 'How much more or less the page counts in search, from 0.5 to 2; 1 if left out.',
    examples: [1.5],
  })

/** Something that a reader fills in before a command is run. */
const variable = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, 'a name as $NAME or <NAME> has it: letters, digits, _ and -')
      .max(60, 'at most 60 characters')
      .meta({ description: 'Its name, without $ or < >.', examples: ['TOPIC'] }),
    summary: text.meta({ description: 'What it is.', examples: ['The topic that lags.'] }),
    example: text.optional().meta({ description: 'What it may be.', examples: ['clicks'] }),
    value: text
      .optional()
      .meta({ description: 'What it is here, if it is always the same.', examples: ['warehouse:5432'] }),
    pattern: text
      .superRefine((source, context) => {
        const problem = patternProblem(source)
        if (problem !== undefined) context.addIssue({ code: 'custom', message: problem, continue: false })
      })
      .optional()
      .meta({
        description: 'A regular expression that the whole value must match.',
        examples: ['[a-z0-9.-]+'],
      }),
    quote: z
      .enum(['sh', 'sql'])
      .optional()
      .meta({ description: 'How the value is quoted where it is filled in.', examples: ['sh'] }),
  })
  .superRefine(({ pattern, example, value }, context) => {
    if (pattern === undefined || patternProblem(pattern) !== undefined) return
    const whole = new RegExp(`^(?:${pattern})$`, 'u')
    for (const [name, given] of [
      ['example', example],
      ['value', value],
    ] as const) {
      if (given === undefined || whole.test(given.slice(0, MAX_MATCHED))) continue
      context.addIssue({ code: 'custom', path: [name], message: `a value that fits the pattern ${pattern}` })
    }
  })

export const variables = z
  .array(variable)
  .optional()
  .meta({ description: 'What a reader fills in before a command is run: `$NAME` or `<NAME>` in its code.' })

/** A stretch of dates, both ends included. */
export const dateRange = {
  from: date.meta({ description: 'First day.', examples: ['2026-08-03'] }),
  to: date.meta({ description: 'Last day, included.', examples: ['2026-08-05'] }),
}

/** When an entry was last read against reality, and how often that is due. */
export const review = {
  reviewed: date.optional().meta({
    description: 'The day on which somebody last read the page against reality.',
    examples: ['2026-11-22'],
  }),
  reviewEvery: duration
    .refine((value) => Duration.fromISO(value).as('days') >= 1, {
      error: 'at least one day: PT3M is three minutes, P3M is three months',
    })
    .optional()
    .meta({ description: 'How long that holds, as an ISO 8601 duration.', examples: ['P90D'] }),
  tested: z
    .strictObject({
      on: date.meta({ description: 'The day of the test.', examples: ['2026-11-22'] }),
      by: text.meta({ description: 'Who tested.', examples: ['engineer-a'] }),
      how: text.meta({ description: 'What was done.', examples: ['Walked through on the staging cluster.'] }),
    })
    .optional()
    .meta({ description: 'When the steps were last carried out, by whom and how.' }),
}

export const sla = z.strictObject({
  summary: text.meta({
    description: 'The agreement in the words of who made it.',
    examples: ['Data to be available within 48 hours; issues resolved within one week.'],
  }),
  availableWithin: duration
    .optional()
    .meta({ description: 'How soon data must be available.', examples: ['PT48H'] }),
  resolvedWithin: duration
    .optional()
    .meta({ description: 'How soon an issue must be resolved.', examples: ['P7D'] }),
  due: z
    .enum(['end-of-week', 'end-of-month'])
    .optional()
    .meta({ description: 'By when, where it is a date in the calendar.', examples: ['end-of-month'] }),
  review: z
    .enum(['monthly'])
    .optional()
    .meta({ description: 'How often the agreement is reviewed.', examples: ['monthly'] }),
})
