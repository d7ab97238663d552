import { z } from 'zod'
import { plain } from './fields.ts'

/** `receipts/<collection>/<id>.json`: what was run for a page, with which result. A command writes it; nobody edits it. */

const counts = z.record(plain, z.number().int().nonnegative())

const blockReceipt = z.strictObject({
  role: plain,
  /** UTC day of its run, where the machine of the page's last run could not run it. */
  day: z.iso.date().optional(),
  /** Hash of the block's text and of its fence. */
  text: plain,
  /** Hash of everything else that its answers hang on: the data, the tables, the setup blocks, the other parts of a fix. */
  rehearsal: plain,
  engines: z.array(plain),
  /** Data sets that it was run on, by kind. */
  sets: counts,
  /** Data sets with a wrong answer, by kind. */
  wrong: counts,
  /** Declared by the rehearsal and needed, in words for the reader. */
  notNoticed: z.array(plain),
  /** Changed queries that were tried. */
  mutants: z.number().int().nonnegative(),
  /** Those of them that no data set noticed. */
  survivors: z.array(plain),
})

export const receiptSchema = z.strictObject({
  version: z.literal(1),
  page: plain,
  /** UTC day of the run. It is kept while the result is equal. */
  day: z.iso.date(),
  seed: z.number().int(),
  /** Versions of the engines, by name. */
  engines: z.record(plain, plain),
  /** By id of the block. */
  blocks: z.record(plain, blockReceipt),
  /** Hashes of the blocks that were parsed and not run, each with what read it. */
  parsed: z.record(plain, plain),
})

export type Receipt = z.infer<typeof receiptSchema>
export type BlockReceipt = z.infer<typeof blockReceipt>
