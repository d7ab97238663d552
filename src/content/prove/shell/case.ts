import { z } from 'zod'
import { parseSource } from '../../read/source.ts'
import { recordedSchema } from './recorded.ts'

/** What a block must do in a case. */
const expected = z.strictObject({
  /** `0`, or `fails`: any other. */
  exit: z.union([z.literal(0), z.literal('fails')]),
  says: z.string().min(1).optional(),
  neverSays: z.string().min(1).optional(),
})

/** `cases/<name>.yaml` of a rehearsal: a night on which the folder or the tools are not as they were recorded. */
const caseSchema = z.strictObject({
  why: z.string().min(1),
  /** Files that are there with this text, or that are not there. They are changed before the block is typed. */
  files: z.record(z.string(), z.string().nullable()).optional(),
  /** Values in place of the rehearsal's. */
  values: z.record(z.string(), z.string()).optional(),
  /** Answers of a tool that come before the recorded ones. */
  commands: z.record(z.string(), recordedSchema).optional(),
  blocks: z.record(z.string(), expected),
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
