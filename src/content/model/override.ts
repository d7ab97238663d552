import { z } from 'zod'
import { dateOrMoment, reference, text } from './fields.ts'

/** Who holds which days, or hours, instead of whoever was planned. */
export const shift = {
  from: dateOrMoment.meta({
    description: 'First day, or the moment at which it begins on the clock of the rota.',
    examples: ['2026-03-04', '2026-03-04T18:00'],
  }),
  to: dateOrMoment.meta({
    description: 'Last day, included; with times, the moment at which it ends.',
    examples: ['2026-03-08', '2026-03-04T22:00'],
  }),
  engineer: reference('engineers').meta({ description: 'Who is on call then.', examples: ['engineer-c'] }),
}

const reason = text
  .optional()
  .meta({ description: 'Why, for the calendar.', examples: ['Swap agreed with Engineer B'] })

const rota = reference('rotas').meta({ description: 'The rota that it changes.', examples: ['payments'] })

/** `overrides/*.yaml`: one change a file: one stretch, or the two sides of a swap. */
export const overrideSchema = z
  .strictObject({
    rota,
    from: shift.from.optional(),
    to: shift.to.optional(),
    engineer: shift.engineer.optional(),
    reason,
    shifts: z.array(z.strictObject(shift)).min(1, 'at least one stretch').optional().meta({
      description: 'Several stretches in place of `from`, `to` and `engineer`: the two sides of a swap.',
    }),
  })
  .superRefine((override, context) => {
    const single = (['from', 'to', 'engineer'] as const).filter((name) => override[name] !== undefined)
    if (override.shifts && single.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['shifts'],
        message: 'a list without other fields beside it: `from`, `to` and `engineer` go into its stretches',
      })
    else if (!override.shifts)
      for (const name of ['from', 'to', 'engineer'] as const)
        if (override[name] === undefined)
          context.addIssue({ code: 'invalid_type', expected: 'string', path: [name], input: undefined })
  })

export type Override = z.infer<typeof overrideSchema>
