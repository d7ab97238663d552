import { z } from 'zod'
import { parseSource } from '../../read/source.ts'
import { recordedSchema } from './recorded.ts'

/** What a block must do in a case. */
const expected = z.strictObject({
  exit: z
    .literal([0, 'fails'])
    .meta({ description: 'The exit code: 0, or `fails` for any other.', examples: ['fails'] }),
  says: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'What its output has.', examples: ['the package is changed'] }),
  neverSays: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'What its output never has.', examples: ['the package is unchanged'] }),
})

/** `cases/<name>.yaml` of a rehearsal: a night on which the folder or the tools are not as they were recorded. */
export const caseSchema = z.strictObject({
  why: z
    .string()
    .min(1)
    .meta({ description: 'What is special on this night.', examples: ['The list is empty.'] }),
  files: z.record(z.string(), z.string().nullable()).optional().meta({
    description:
      'Files that are there with this text, or, with null, are not there. They are changed before the block is typed.',
  }),
  values: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: "Values in place of the rehearsal's." }),
  commands: z
    .record(z.string(), recordedSchema)
    .optional()
    .meta({ description: 'Answers of a tool that come before the recorded ones.' }),
  blocks: z.record(z.string(), expected).meta({ description: 'What each block must do.' }),
})

export type ShellCase = z.infer<typeof caseSchema>

/** Reads a case. @returns it, or what is wrong with the file */
export function readShellCase(text: string): ShellCase | { problem: string } {
  const source = parseSource(Buffer.from(text), 'yaml')
  const [problem] = source.problems
  if (problem) return { problem: problem.message }
  const { data, error } = caseSchema.safeParse(source.data)
  if (error) return { problem: z.prettifyError(error).replace(/\s+/g, ' ') }
  return data
}
