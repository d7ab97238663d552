import type { RuleDescription } from '../rules/rule.ts'

/** What the check finds in fences that name a rehearsal, in rehearsals and in receipts. It runs nothing itself. */
export const proofRules: readonly RuleDescription[] = [
  {
    id: 'block-test',
    severity: 'error',
    reason: 'Readers rely on the mark below a block. A block whose data does not exist gets no mark.',
    fix: 'Write test="rehearsal/block" and role="…" as docs/prove.md says, or test="none: why".',
  },
  {
    id: 'rehearsal',
    severity: 'error',
    reason: 'A rehearsal that names tables or blocks that do not exist tests less than it says.',
    fix: 'Correct the name, or remove what is no longer used.',
  },
  {
    id: 'receipt',
    severity: 'error',
    reason: 'Marks are made from receipts, so only the command that runs the blocks writes them.',
    fix: 'Run `npm run prove`, which writes the receipts again.',
  },
  {
    id: 'receipt-stale',
    severity: 'warning',
    reason: 'The page says "Changed since it was tested." or "Not tested." until the block is run again.',
    fix: 'Run `npm run prove` and commit the receipts.',
  },
]
