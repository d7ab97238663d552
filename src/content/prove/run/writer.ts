import type { Engine } from '../engines/index.ts'
import { bare, statements } from '../split-sql.ts'
import type { Answer } from '../verdict.ts'
import { differences, stateOf } from './state.ts'

const OWN_TRANSACTION = /^\s*(?:begin|start|commit|end|rollback|abort|savepoint|release)\b/i

/**
 * Asks a block that answers and has more in it than queries. It may make a temporary table; whoever pastes it to look must
 * not change anything by it.
 *
 * @param answerTo runs the block
 */
export async function askWriter(
  engine: Engine,
  sql: string,
  answerTo: () => Promise<Answer>,
): Promise<Answer> {
  if (statements(sql).some((one) => OWN_TRANSACTION.test(bare(one))))
    return { kind: 'no answer', why: 'it begins or ends a transaction, and a block that answers only reads' }
  const before = await stateOf(engine)
  const answer = await answerTo()
  if (answer.kind === 'error' || answer.kind === 'no end') return answer
  const after = await stateOf(engine)
  const made = [...after.keys()].filter((name) => !before.has(name)).map((name) => `${name} is new`)
  const [change] = [...differences(before, after, [...before.keys()]), ...made]
  if (change === undefined) return answer
  return { kind: 'no answer', why: `it changes data, and a block that answers only reads: ${change}` }
}
