import type { CodeProblem } from './problem.ts'
import { isOneSlipFrom } from './one-slip.ts'
import { gapAt } from './sql-gaps.ts'
import type { Token } from './sql-tokens.ts'

/** Words after which AND, OR and NOT have no condition. */
const NO_CONDITION = new Set(['and', 'or', 'having', 'limit', 'union', ')', ','])
const JOIN_KINDS = new Set(['left', 'right', 'inner', 'full', 'cross', 'outer'])
const CREATED = ['table', 'view', 'index', 'schema', 'database', 'function', 'procedure', 'sequence']
const AGGREGATES = new Set(['count', 'sum', 'avg', 'min', 'max'])
/** Long enough that a slip in them is no function of somebody's own. */
const FUNCTIONS = [
  ...AGGREGATES,
  ...'coalesce round extract substring length concat nullif greatest'.split(' '),
]
const CLAUSES = new Set('where group order having limit join on union'.split(' '))
/** What no name can be in the place of a table or of a column. */
const NO_NAME = new Set(
  'select distinct all as and or not when then else case in on by having where from interval like ilike between set values top is null end with over filter partition using join left right inner outer full cross date time timestamp collate binary prior exists any some unique any_value final running first last if rows range array struct cast try_cast desc asc'.split(
    ' ',
  ),
)

/** `&gt;`, of which the `;` would end a statement. */
export function entityProblems(tokens: readonly Token[]): CodeProblem[] {
  const at = tokens.findIndex(
    ({ text }, index) =>
      text === '&' &&
      /^(?:gt|lt|amp|quot)$/.test(tokens[index + 1]?.lower ?? '') &&
      tokens[index + 2]?.text === ';',
  )
  const [sign, name] = [tokens[at], tokens[at + 1]]
  return sign && name
    ? [{ offset: sign.offset, message: `&${name.text}; is a sign of HTML`, hint: 'Write the sign itself.' }]
    : []
}

type Look = (tokens: readonly Token[], at: number) => CodeProblem | undefined

/** What fingers do to the words and signs of a statement, and an engine says only when it is run. */
export function slipProblems(statement: readonly Token[]): CodeProblem[] {
  for (const at of statement.keys())
    for (const look of LOOKS) {
      const problem = look(statement, at)
      if (problem) return [problem]
    }
  return []
}

const touches = (a: Token, b: Token) => a.offset + a.text.length === b.offset
const isTyped = ({ text, isWord }: Token) => isWord && /^[a-z]/.test(text)
const isAtClause = (tokens: readonly Token[], at: number) => {
  const [token, next] = [tokens[at], tokens[at + 1]]
  return (
    token?.isWord === true &&
    CLAUSES.has(token.lower) &&
    (!/^(?:group|order)$/.test(token.lower) || next?.lower === 'by')
  )
}

const signs: Look = (tokens, at) => {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token) return undefined
  if (/^[≥≤≠]$/.test(token.text))
    return {
      offset: token.offset,
      message: `No engine reads ${token.text}`,
      hint: `Write ${{ '≥': '>=', '≤': '<=' }[token.text] ?? '<>'}.`,
    }
  if (token.text === '!=' && next?.text === '=' && touches(token, next))
    return { offset: token.offset, message: 'No engine reads !==', hint: 'Write <> or !=.' }
  if (
    /^[<>]$/.test(token.text) &&
    next &&
    /^[=>]$/.test(next.text) &&
    !touches(token, next) &&
    token.text !== next.text
  )
    return {
      offset: token.offset,
      message: `The operator ${token.text}${next.text} has a blank in it`,
      hint: `Write ${token.text}${next.text}.`,
      isDoubtful: true,
    }
  if (token.text === '=' && next?.text === '>' && touches(token, next) && placesIn(tokens)[at]?.isInCondition)
    return { offset: token.offset, message: 'No engine compares with =>', hint: 'Write >=.' }
  return undefined
}

/** What a token is in. */
interface Place {
  /** A condition, outside of the brackets of a function, whose arguments may have names. */
  isInCondition: boolean
  isBehindFrom: boolean
  /** How many brackets are open behind it. */
  depth: number
}

const placesBefore = new WeakMap<readonly Token[], readonly Place[]>()

/** The place of each token of a statement, found in one walk: many ask, of many tokens. */
function placesIn(tokens: readonly Token[]): readonly Place[] {
  const known = placesBefore.get(tokens)
  if (known) return known
  const open = [false]
  let isBehindFrom = false
  let depth = 0
  const places = tokens.map(({ text, lower, isWord }): Place => {
    const isInCondition = open.at(-1) === true
    const isBehind = isBehindFrom
    if (text === '(') open.push(false)
    if (text === ')' && open.length > 1) open.pop()
    if (isWord && /^(?:where|having|on)$/.test(lower)) open[open.length - 1] = true
    else if (/^(?:select|from|set|call|by)$/.test(lower)) open[open.length - 1] = false
    isBehindFrom ||= lower === 'from'
    depth += text === '(' ? 1 : text === ')' ? -1 : 0
    return { isInCondition, isBehindFrom: isBehind, depth }
  })
  placesBefore.set(tokens, places)
  return places
}

const conditions: Look = (tokens, at) => {
  const [before, token, next, second] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!token?.isWord || !next || before?.text === '.') return undefined
  if (
    /^(?:and|or)$/.test(token.lower) &&
    (NO_CONDITION.has(next.lower) || isAtClause(tokens, at + 1)) &&
    before !== undefined &&
    before.text !== ',' &&
    before.text !== '('
  )
    return {
      offset: token.offset,
      message: `No condition follows ${token.text}`,
      hint: 'Write the condition, or delete the word.',
    }
  // WHERE day day >= …
  if (
    /^(?:where|and|or|on)$/.test(token.lower) &&
    isTyped(next) &&
    second &&
    isTyped(second) &&
    !NO_NAME.has(next.lower) &&
    !NO_NAME.has(second.lower) &&
    /^(?:=|<>|!=|<|>|<=|>=)$/.test(tokens[at + 3]?.text ?? '')
  )
    return {
      offset: second.offset,
      message: `Nothing is between ${next.text} and ${second.text}`,
      hint: 'Delete one of the two, or write the operator.',
      isDoubtful: true,
    }
  if (token.lower === 'in' && next.text === '(') {
    if (second?.text === ')')
      return {
        offset: next.offset,
        message: 'The list after IN is empty',
        hint: 'Write what it is compared with.',
        isDoubtful: true,
      }
    for (
      let index = at + 2;
      tokens[index] && tokens[index]?.text !== ')' && tokens[index]?.text !== '(';
      index++
    ) {
      const [a, b] = [tokens[index], tokens[index + 1]]
      if (a?.text.endsWith("'") && b?.text.startsWith("'"))
        return {
          offset: b.offset,
          message: 'A comma is missing in the list after IN',
          hint: `Write ${a.text}, ${b.text}: without it, the two are one text.`,
          isDoubtful: true,
        }
    }
  }
  return undefined
}

const words: Look = (tokens, at) => {
  const [before, token, next, second] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!token?.isWord || before?.text === '.' || before?.text === ',') return undefined
  const typo = (wrong: Token, meant: string, isDoubtful = false): CodeProblem => ({
    offset: wrong.offset,
    message: `${wrong.text} is no word of SQL`,
    hint: `Did you mean "${meant.toUpperCase()}"?`,
    ...(isDoubtful && { isDoubtful }),
  })
  if (
    at > 0 &&
    /^(?:groupby|orderby)$/.test(token.lower) &&
    next?.text !== '(' &&
    before?.text !== '=' &&
    before?.lower !== 'as'
  )
    return typo(token, token.lower === 'groupby' ? 'group by' : 'order by')
  if (
    JOIN_KINDS.has(token.lower) &&
    next?.isWord &&
    second?.text !== '.' &&
    isOneSlipFrom(next.lower, 'join') &&
    before !== undefined
  )
    return typo(next, 'join')
  if (at === 0 && /^(?:create|drop|alter)$/.test(token.lower) && next?.isWord) {
    const meant = CREATED.find((word) => isOneSlipFrom(next.lower, word))
    if (meant !== undefined && !CREATED.includes(next.lower)) return typo(next, meant)
  }
  if (
    token.lower === 'if' &&
    /^(?:exist|exits|exsists|exsits)$/.test((next?.lower === 'not' ? second : next)?.lower ?? '')
  )
    return typo((next?.lower === 'not' ? second : next) ?? token, 'exists')
  if (token.lower === 'as' && (isAtClause(tokens, at + 1) || next?.text === ',' || next?.text === ')'))
    return {
      offset: token.offset,
      message: `No name follows ${token.text}`,
      hint: 'Write the name, or delete AS.',
    }
  // FROM t GROUP day
  if (
    /^(?:GROUP|ORDER)$/.test(token.text) &&
    next &&
    isTyped(next) &&
    next.lower !== 'by' &&
    !NO_NAME.has(next.lower) &&
    before !== undefined &&
    (isTyped(before) || before.text === ')' || /^['\d]/.test(before.text)) &&
    placesIn(tokens)[at]?.isBehindFrom === true
  )
    return {
      offset: token.offset,
      message: `BY is missing behind ${token.text}`,
      hint: `Write ${token.text} BY.`,
    }
  return undefined
}

const functions: Look = (tokens, at) => {
  const [before, token, next, second] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!token?.isWord || !next) return undefined
  if (next.text === '(' && before?.text !== '.' && /^[A-Z]+$/.test(token.text) && token.text.length >= 4) {
    const meant = FUNCTIONS.find((name) => isSwapped(token.lower, name))
    if (meant !== undefined && !FUNCTIONS.includes(token.lower))
      return {
        offset: token.offset,
        message: `There is no function ${token.text}`,
        hint: `Did you mean "${meant.toUpperCase()}"?`,
        isDoubtful: true,
      }
  }
  if (!AGGREGATES.has(token.lower)) return undefined
  if (next.text === '*' && (second?.lower === 'from' || second?.text === ','))
    return {
      offset: token.offset,
      message: `The brackets of ${token.text} are missing`,
      hint: `Write ${token.text}(*).`,
    }
  if (
    /^[A-Z]+$/.test(token.text) &&
    next.text === '(' &&
    before !== undefined &&
    isTyped(before) &&
    !NO_NAME.has(before.lower) &&
    tokens[0]?.lower === 'select'
  )
    return {
      offset: token.offset,
      message: `A comma is missing before ${token.text}`,
      hint: 'Write it, or name the column with AS.',
      isDoubtful: true,
    }
  return undefined
}

/** Two letters the other way round, one twice, or one left out. */
function isSwapped(word: string, wanted: string): boolean {
  if (wanted.length < 5 || !isOneSlipFrom(word, wanted)) return false
  return word.length === wanted.length
    ? [...word].sort().join('') === [...wanted].sort().join('')
    : word.length < wanted.length || word.replace(/(.)\1/g, '$1') === wanted.replace(/(.)\1/g, '$1')
}

const withQueries: Look = (tokens, at) => {
  const [token, next, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (tokens[0]?.lower !== 'with' || !token) return undefined
  if (
    token.text === ')' &&
    next &&
    isTyped(next) &&
    second?.lower === 'as' &&
    third?.text === '(' &&
    placesIn(tokens)[at]?.depth === 0
  )
    return {
      offset: next.offset,
      message: `A comma is missing before ${next.text}`,
      hint: 'Write it behind the bracket.',
    }
  if (
    token.text === ',' &&
    /^(?:select|insert|update|delete)$/.test(next?.lower ?? '') &&
    placesIn(tokens)[at]?.depth === 0
  )
    return {
      offset: token.offset,
      message: `There is a comma before ${(next?.text ?? '').toUpperCase()}`,
      hint: 'Delete it: no further query follows in WITH.',
    }
  return undefined
}

/** A place to fill in that nothing fills in, or that breaks what it is in. */
const places: Look = (tokens, at) => {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token) return undefined
  const open = /^'(?:<\s*[A-Z][A-Z0-9_]{2,}|[A-Z][A-Z0-9_]{2,}\s*>)'$/.exec(token.text)
  if (open)
    return {
      offset: token.offset,
      message: `The place to fill in ${token.text} has one bracket`,
      hint: `Write '<${token.text.replace(/[^A-Z0-9_]/g, '')}>'.`,
    }
  if (/^<[A-Z][\w -]*>$/.test(token.text) && /^(?:date|timestamp|time|interval)$/.test(before?.lower ?? ''))
    return {
      offset: token.offset,
      message: `${token.text} is in no quotes behind ${before?.text ?? ''}`,
      hint: `Write '${token.text}'.`,
    }
  const quoted = /^["\u0060](<[A-Z][\w -]*>|\d{4}-\d\d-\d\d(?:[ T][\d:.]+)?)["\u0060]$/.exec(token.text)?.[1]
  if (
    quoted !== undefined &&
    before !== undefined &&
    /^(?:=|<>|!=|<|>|<=|>=|\(|,|like|between|and|date|timestamp|time|interval)$/.test(before.lower)
  )
    return {
      offset: token.offset,
      message: `${token.text} is the name of a column: only single quotes make a text`,
      hint: `Write '${quoted}'.`,
      isDoubtful: true,
    }
  return undefined
}

const LOOKS: readonly Look[] = [signs, conditions, words, functions, withQueries, places, gapAt]
