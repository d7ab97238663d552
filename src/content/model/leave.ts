import { z } from 'zod'
import { reference } from './fields.ts'
import { dateRange } from './shared-fields.ts'
import { shift } from './override.ts'

/** `leave/*.yaml`: one absence a file. It has no reason, for the site may be read by many. */
export const leaveSchema = z.strictObject({
  engineer: reference('engineers').meta({ description: 'Who is away.', examples: ['engineer-a'] }),
  ...dateRange,
  shifts: z
    .array(z.strictObject(shift))
    .min(1, 'at least one stretch')
    .optional()
    .meta({ description: 'Who takes the days of theirs that were already published.' }),
})

export type Leave = z.infer<typeof leaveSchema>
