import type { CodeProblem } from './problem.ts'
import type { Token } from './sql-tokens.ts'
import { WORDS } from './sql-words.ts'

/** Two words of SQL between which something is always written, by the first. */
const GAPS: Readonly<Record<string, readonly string[]>> = {
  from: ['where', 'join', 'on', 'select', 'set', 'having', 'limit'],
  into: ['values', 'select', 'set', 'where'],
  set: ['where', 'from'],
  join: ['on', 'using', 'where'],
  update: ['set', 'where'],
}
const ORDERS = /^(?:dsc|decs|des|dessc|descc|edsc|dsec|desk|dec|acs|ascc|assc|aasc|sac)$/
const JOIN_KINDS = new Set(['inner', 'left', 'right', 'full', 'cross'])
const BEHIND_KIND = new Set(
  'join outer semi anti asof any all hash merge loop array lateral inner'.split(' '),
)
/** How far behind is looked for the beginning of a clause. */
const MAX_BACK = 40

/** Where a word, a name or brackets are missing between two others. */
export function gapAt(tokens: readonly Token[], at: number): CodeProblem | undefined {
  const [before, token, next, second] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!token?.isWord || before?.text === '.' || before?.lower === 'as') return undefined
  if (
    next?.isWord === true &&
    second?.text !== '.' &&
    GAPS[token.lower]?.includes(next.lower) === true &&
    before?.lower !== 'distinct' &&
    !isNoClause(token, before)
  )
    return problemAt(token, `Nothing is between ${token.text} and ${next.text}`, 'Write what is missing.')
  if (token.lower === 'distinct' && before?.lower === 'select' && next?.lower === 'from')
    return problemAt(token, `Nothing is between ${token.text} and ${next.text}`, 'Write the columns.')
  if (token.lower === 'like' && next?.text === '%')
    return problemAt(next, 'The pattern of LIKE is in no quotes', "Write LIKE '%text%'.")
  if (token.lower === 'over' && /^(?:partition|order)$/.test(next?.lower ?? '') && second?.lower === 'by')
    return problemAt(token, `${token.text} takes brackets`, 'Write OVER (PARTITION BY …).')
  if (
    JOIN_KINDS.has(token.lower) &&
    isName(next) &&
    !BEHIND_KIND.has(next.lower) &&
    before !== undefined &&
    tokens.slice(at + 2, at + 4).some(({ lower }) => lower === 'on')
  )
    return problemAt(token, `JOIN is missing behind ${token.text}`, `Write ${token.text} JOIN ${next.text}.`)
  if (
    token.lower === 'exists' &&
    next?.text === '(' &&
    second?.lower === 'select' &&
    isName(before) &&
    tokens[at - 2]?.isWord === true
  )
    return problemAt(before, `EXISTS takes nothing before it`, `Delete ${before.text}, or write IN.`)
  return orderProblem(tokens, at) ?? textAsCondition(tokens, at)
}

const isName = (token: Token | undefined): token is Token => token?.isWord === true && !WORDS.has(token.lower)

const problemAt = ({ offset }: Token, message: string, hint: string, isDoubtful = false): CodeProblem => ({
  offset,
  message,
  hint,
  ...(isDoubtful && { isDoubtful }),
})

/** `FOR UPDATE`, `DO UPDATE SET`, `ON UPDATE SET NULL`, `WHEN MATCHED THEN UPDATE SET`. */
function isNoClause(token: Token, before: Token | undefined): boolean {
  if (token.lower === 'update') return before !== undefined
  return token.lower === 'set' && /^(?:character|null|default|alter)$/.test(before?.lower ?? '')
}

/** `ORDER BY day DSC`, which takes it for another name, and `DESC ASC`. */
function orderProblem(tokens: readonly Token[], at: number): CodeProblem | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token || !before || !(before.isWord || /^[)\d"`]/.test(before.text))) return undefined
  if (next && !/^(?:,|\)|limit|nulls|offset|fetch|rows|asc|desc)$/.test(next.lower)) return undefined
  const isBoth = /^(?:asc|desc)$/.test(token.lower) && /^(?:asc|desc)$/.test(next?.lower ?? '')
  if (!(ORDERS.test(token.lower) && isName(token)) && !isBoth) return undefined
  let by = at - 1
  while (by > Math.max(0, at - MAX_BACK) && !/^(?:by|select|from|where)$/.test(tokens[by]?.lower ?? '')) by--
  if (tokens[by]?.lower !== 'by' || by === at - 1) return undefined
  return isBoth
    ? problemAt(token, 'The order goes in both directions', 'Delete ASC or DESC.')
    : problemAt(
        token,
        `${token.text} is no word of SQL`,
        `Did you mean "${token.lower.startsWith('a') || token.lower === 'sac' ? 'ASC' : 'DESC'}"?`,
      )
}

/** `WHERE region = 'a' OR 'b'`. */
function textAsCondition(tokens: readonly Token[], at: number): CodeProblem | undefined {
  const [sign, before, token, next, second] = [-2, -1, 0, 1, 2].map((step) => tokens[at + step])
  if (token?.lower !== 'or' || next?.text.startsWith("'") !== true || before?.text.startsWith("'") !== true)
    return undefined
  if (!/^(?:=|<>|!=|like)$/.test(sign?.lower ?? '')) return undefined
  if (second && !/^(?:and|or|\)|group|order|limit)$/.test(second.lower)) return undefined
  return problemAt(next, `${next.text} is compared with nothing`, 'Write IN (…), or name the column again.')
}
