import distance from 'damerau-levenshtein'
import { unmatchedIn } from './unmatched-bracket.ts'
import type { CodeProblem } from './problem.ts'
import { promqlTokens, type PromqlToken } from './promql-tokens.ts'

const AGGREGATIONS =
  'sum min max avg group stddev stdvar count count_values bottomk topk quantile limitk limit_ratio'.split(' ')
/** Functions of a range of time. */
const OF_RANGE =
  'rate irate increase delta idelta deriv changes resets predict_linear holt_winters double_exponential_smoothing absent_over_time avg_over_time count_over_time last_over_time mad_over_time max_over_time min_over_time present_over_time quantile_over_time stddev_over_time stdvar_over_time sum_over_time'.split(
    ' ',
  )
const FUNCTIONS =
  'abs absent acos acosh asin asinh atan atanh ceil clamp clamp_max clamp_min cos cosh day_of_month day_of_week day_of_year days_in_month deg exp floor histogram_avg histogram_count histogram_fraction histogram_quantile histogram_stddev histogram_stdvar histogram_sum hour info label_join label_replace ln log10 log2 minute month pi rad round scalar sgn sin sinh sort sort_by_label sort_by_label_desc sort_desc sqrt tan tanh time timestamp vector year'.split(
    ' ',
  )
const CALLED = [...AGGREGATIONS, ...OF_RANGE, ...FUNCTIONS]
/** Behind them, a list of labels is in brackets. */
const LISTS = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right'])
const WORD_OPERATORS = new Set(['and', 'or', 'unless', 'atan2'])
const OPERATOR = /^(?:==|!=|>=|<=|[-+*/%^<>])$/
/** What other languages write, and what is meant. */
const FOREIGN: Readonly<Record<string, string>> = {
  '=': '==',
  '===': '==',
  '!==': '!=',
  '=>': '>=',
  '=<': '<=',
  '<>': '!=',
  '&&': 'and',
  '!': '!=',
}
const RANGE = /^\[\s*[\w.]+\s*(?::\s*[\w.]*\s*)?\]$/
const TIME = /^(?:\d+(?:\.\d+)?(?:ms|[smhdwyi])?)+$/
const LABEL =
  /^\s*(?:"(?:[^"\\]|\\.)*"|[A-Za-z_][\w.]*)\s*(?:=~|!~|!=|=)\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*$/
/** A text in quotes, or a comment. */
const COMMENT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/g
const LABEL_PART = /(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[^,"'`])+/g

/**
 * What Prometheus does not read: operators of other languages, two of them in a row, one at an end, a function that is
 * mistyped or lacks its range, labels without quotes. Expressions with templates, and those of Loki, are not looked at.
 */
export function promqlProblems(expression: string): CodeProblem[] {
  if (expression.includes('{{')) return []
  const half = unmatchedIn(expression)
  if (half !== undefined)
    return [
      {
        offset: Math.max(0, expression.indexOf(half)),
        message: `${half} has no other half`,
        hint: 'Write the other one, or delete it.',
      },
    ]
  const tokens = promqlTokens(expression.replace(COMMENT, (all) => (all.startsWith('#') ? blank(all) : all)))
  if (!tokens) return []
  for (const token of tokens) {
    const problem =
      token.kind === 'range' ? rangeProblem(token) : token.kind === 'labels' ? labelProblem(token) : undefined
    if (problem) return [problem]
  }
  const problem = orderProblem(tokens) ?? callProblem(tokens)
  return problem ? [problem] : []
}

const blank = (text: string): string => ' '.repeat(text.length)

const problemAt = ({ offset }: PromqlToken, message: string, hint: string): CodeProblem => ({
  offset,
  message,
  hint,
})

function rangeProblem(token: PromqlToken): CodeProblem | undefined {
  // Sums of times are read by newer versions; variables are filled in, `<TIME>` by a reader.
  if (/[-+*/()$<]/.test(token.text)) return undefined
  const times = token.text
    .slice(1, -1)
    .split(':')
    .map((time) => time.trim())
  const wrong = times.find((time, index) => !(index > 0 && time === '') && !TIME.test(time))
  if (RANGE.test(token.text) && wrong === undefined) return undefined
  return problemAt(token, `${token.text} is no range of time`, 'Write it as [5m], [1h] or [1h:5m].')
}

function labelProblem(token: PromqlToken): CodeProblem | undefined {
  for (const [part] of token.text.slice(1, -1).matchAll(LABEL_PART)) {
    // A name in quotes alone is a metric; two sets of labels are joined by "or" in another dialect.
    if (part.trim() === '' || LABEL.test(part) || /^\s*"[^"]*"\s*$|\sor\s/.test(part)) continue
    return problemAt(
      token,
      `${part.trim()} compares no label`,
      'Write label="value"; the operators are =, !=, =~ and !~, and the value is in quotes.',
    )
  }
  return undefined
}

/** Walks over the expression: a value and an operator take turns. */
function orderProblem(tokens: readonly PromqlToken[]): CodeProblem | undefined {
  let needsValue = true
  let depth = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) break
    const { kind, text } = token
    const [before, next] = [tokens[at - 1], tokens[at + 1]]
    const word = kind === 'name' ? text.toLowerCase() : ''
    const foreign = kind === 'sign' ? FOREIGN[text] : undefined
    if (foreign !== undefined)
      return problemAt(token, `${text} is no operator here`, `Did you mean ${foreign}?`)
    if (LISTS.has(word) && (next?.text === '(' || word.startsWith('group_'))) {
      // The list itself has no operators; whether a value has to follow stays as it was.
      if (next?.text === '(') at = endOf(tokens, at + 1)
      continue
    }
    if (word === 'bool' && before?.kind === 'sign') continue
    if (word === 'offset' || text === '@') {
      if (needsValue && word !== 'offset') return missing(token, before)
      if (!needsValue) {
        at += tokens[at + 1]?.text === '-' ? 2 : 1
        if (tokens[at]?.kind === 'name' && tokens[at + 1]?.text === '(') at = endOf(tokens, at + 1)
        continue
      }
    }
    if (OPERATOR.test(text) || WORD_OPERATORS.has(word)) {
      if (needsValue && text !== '-' && text !== '+') return missing(token, before)
      needsValue = true
    } else if (text === '(') {
      const isCall = before?.kind === 'name' && !needsValue
      if (!needsValue && !isCall && before?.text !== ')') return together(token)
      depth += 1
      needsValue = tokens[at + 1]?.text !== ')'
    } else if (text === ')') {
      if (needsValue && before?.text !== ',') return missing(token, before)
      depth -= 1
      needsValue = false
    } else if (text === ',') {
      if (depth === 0)
        return problemAt(token, 'The comma is in no brackets', 'Numbers have no commas: write 1000.')
      needsValue = true
    } else if (kind === 'labels' || kind === 'range') {
      if (kind === 'range' && needsValue) return missing(token, before)
      needsValue = false
    } else {
      if (!needsValue) return together(token)
      needsValue = false
    }
  }
  const last = tokens.at(-1)
  return last && needsValue ? missing(undefined, last) : undefined
}

function missing(token: PromqlToken | undefined, before: PromqlToken | undefined): CodeProblem {
  const at = before ?? token
  const message =
    before === undefined
      ? `The expression begins with ${token?.text ?? 'nothing'}`
      : token === undefined
        ? `The expression ends after ${before.text}`
        : `No value is between ${before.text} and ${token.text}`
  return {
    offset: at?.offset ?? 0,
    message,
    hint: 'Write the value that is missing, or delete the operator.',
  }
}

function together(token: PromqlToken): CodeProblem {
  return problemAt(
    token,
    `No operator is before ${token.text}`,
    'Write the operator that is missing, or delete what is too much.',
  )
}

/** The index of the bracket that closes the one at an index. */
function endOf(tokens: readonly PromqlToken[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.text === '(') depth += 1
    if (tokens[at]?.text === ')') depth -= 1
    if (depth === 0) return at
  }
  return tokens.length
}

function callProblem(tokens: readonly PromqlToken[]): CodeProblem | undefined {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'name' || tokens[at + 1]?.text !== '(') continue
    const name = token.text.toLowerCase()
    if (LISTS.has(name) || WORD_OPERATORS.has(name) || name === 'bool' || name === 'offset') continue
    if (!CALLED.includes(name)) {
      // Other engines have functions of their own: only a slip is none.
      const meant = /^[a-z_]{3,}$/.test(name)
        ? CALLED.find((known) => known.length > 2 && distance(name, known).steps === 1)
        : undefined
      if (meant !== undefined)
        return problemAt(token, `There is no function ${token.text}`, `Did you mean "${meant}"?`)
      continue
    }
    if (!OF_RANGE.includes(name)) continue
    const inside = tokens.slice(at + 2, endOf(tokens, at + 1))
    if (!inside.some(({ kind }) => kind === 'range'))
      return problemAt(
        token,
        `${token.text}() has no range of time`,
        `Write how far it looks back, as ${token.text}(name[5m]).`,
      )
  }
  return undefined
}
