import { DateTime } from 'luxon'
import { z } from 'zod'
import { dataKinds } from './data-kinds.ts'
import { plain, text } from './fields.ts'

/** `rehearsals/<name>/rehearsal.yaml`: data that reproduce a fault, and what must be found in them. */

const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a lower-case word: letters, digits and single hyphens')
const blockName = z
  .string()
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*\/)?[a-z0-9]+(-[a-z0-9]+)*$/, 'the name of a block, or rehearsal/block')

const answer = z
  .string()
  .regex(
    /^(ok|fault|cannot tell|error|any|done|refused|nothing)( or (ok|fault|cannot tell|error|done|refused|nothing))*$/,
    'answers joined by "or": ok, fault, cannot tell, error; for a fix: done, refused, nothing',
  )

const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?Z?)?$/, {
    error: 'a date or a time in UTC, as 2026-12-01T09:00:00Z',
    abort: true,
  })
  .refine((value) => DateTime.fromISO(value.replace(' ', 'T'), { zone: 'utc' }).isValid, 'a date that exists')

const period = z
  .strictObject({
    from: moment.meta({ description: 'First day or instant.', examples: ['2026-11-01'] }),
    until: moment.meta({ description: 'First day or instant after it.', examples: ['2026-12-01'] }),
  })
  .refine(({ from, until }) => from.replace(' ', 'T') < until.replace(' ', 'T'), {
    path: ['until'],
    error: 'after `from`: the first day or instant that is no longer in the period',
  })

/** Parameters are text to the page; YAML may read 2026 as a number. */
const values = z.record(
  z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a name in capital letters'),
  z.union([plain, z.number()]).transform(String),
)

const blind = z.strictObject({
  kinds: z
    .array(z.enum(['*', ...dataKinds]))
    .min(1)
    .meta({ description: 'Kinds of data sets; "*" is every kind.', examples: [['null']] }),
  tables: z
    .array(text)
    .optional()
    .meta({ description: 'In these tables only.', examples: [['accounts']] }),
  columns: z
    .array(text)
    .optional()
    .meta({ description: 'In these columns only.', examples: [['revenue']] }),
  what: text.meta({
    description: 'What is not noticed, in words for the reader of the page.',
    examples: ['two faults that cancel out'],
  }),
  why: text.meta({
    description: 'Why that is accepted.',
    examples: ['The balance by account finds them.'],
  }),
})

const blockRules = z.strictObject({
  healthy: answer.optional().meta({ description: 'The answer on healthy data, where it is not `ok`.' }),
  fault: answer.optional().meta({ description: 'The answer on the planted fault, where it is not `fault`.' }),
  fixed: answer.optional().meta({ description: 'The answer after the repair, where it is not `ok`.' }),
  doesNotNotice: z.array(blind).optional().meta({ description: 'What the block is not meant to notice.' }),
  changes: z
    .record(plain, text)
    .optional()
    .meta({ description: 'The rows that a fix may change: table, and a condition in SQL.' }),
  creates: z.array(text).optional().meta({ description: 'Tables and views that a fix makes and leaves.' }),
  removes: z
    .array(text)
    .optional()
    .meta({ description: 'Tables whose rows, inside its condition, a fix may remove for good.' }),
  after: z
    .array(name)
    .optional()
    .meta({
      description: 'Shell blocks that are typed before it, in the same folder.',
      examples: [['save-log']],
    }),
  engines: text
    .optional()
    .meta({ description: 'A difference between the engines that is accepted, and why.' }),
})

export const rehearsalSchema = z.strictObject({
  title: text.meta({ description: 'What happened.', examples: ['A segment has no value'] }),
  summary: text.meta({
    description: 'The planted fault in a text or two.',
    examples: ['EMEA lost its licenses.'],
  }),
  tables: z
    .array(text)
    .meta({ description: 'Ids of the tables that it fills.', examples: [['growth_daily']] }),
  healthy: name.optional().meta({
    description: 'The rehearsal whose healthy.sql it starts from, instead of its own.',
    examples: ['month-end'],
  }),
  now: moment
    .optional()
    .meta({ description: 'The moment of the incident.', examples: ['2026-12-01T09:00:00Z'] }),
  period: period.optional().meta({ description: 'The period that the blocks are asked about.' }),
  previous: period.optional().meta({ description: 'The period that they compare it with.' }),
  variables: values.optional().meta({ description: 'The value of each <NAME> and $NAME.' }),
  other: values.optional().meta({ description: 'Values that name another period.' }),
  setup: z.array(blockName).optional().meta({ description: 'Setup blocks to run first.' }),
  repair: z
    .array(name)
    .optional()
    .meta({ description: 'The fixes, in order, that repair the planted fault.' }),
  blocks: z.record(name, blockRules).optional().meta({ description: 'What holds for single blocks.' }),
})

export type RehearsalFile = z.infer<typeof rehearsalSchema>
export type BlockRules = z.infer<typeof blockRules>
/** Kinds that tests make up are kinds too. */
export interface Blind extends Omit<z.infer<typeof blind>, 'kinds'> {
  kinds: readonly string[]
}
export type Period = z.infer<typeof period>
