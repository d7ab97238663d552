import { parser } from '@lezer/python'
import { isOneSlipFrom } from './one-slip.ts'
import type { CodeProblem } from './problem.ts'

type Node = ReturnType<typeof parser.parse>['topNode']

/** What can be read as Python, and what Python does not run. */
export function pythonSense(text: string): CodeProblem[] {
  let first: CodeProblem | undefined
  parser.parse(text).iterate({
    enter: ({ type, node }) => {
      const problem = LOOKS[type.name]?.(node, text)
      if (problem && (first === undefined || problem.offset < first.offset)) first = problem
    },
  })
  return first === undefined ? [] : [first]
}

const LOOKS: Readonly<Record<string, (node: Node, text: string) => CodeProblem | undefined>> = {
  TryStatement: (node) =>
    childrenOf(node).some(({ name }) => name === 'except' || name === 'finally')
      ? undefined
      : {
          offset: node.from,
          message: 'try has no except and no finally',
          hint: 'Say what happens when it fails.',
        },
  AssignStatement: (node, text) => {
    const [target, sign] = childrenOf(node)
    if (
      sign?.name !== 'AssignOp' ||
      !/^(?:None|Boolean|Number|String|BinaryExpression|CallExpression)$/.test(target?.name ?? '')
    )
      return undefined
    return {
      offset: node.from,
      message: `Nothing can be assigned to ${text.slice(target?.from, target?.to).slice(0, 40)}`,
      hint: 'Compare with ==, or name a variable.',
    }
  },
  Number: ({ from, to }, text) =>
    /^0\d*[1-9]\d*$/.test(text.slice(from, to))
      ? { offset: from, message: 'No whole number begins with 0', hint: 'Delete the 0, or write a text.' }
      : undefined,
  ParamList: (node, text) => parameters(node, text),
  VariableName: (node, text) => foreignName(node, text),
  AssertStatement: (node) =>
    childrenOf(node)[1]?.name === 'TupleExpression'
      ? { offset: node.from, message: 'A pair in brackets is always true', hint: 'Write assert x, "text".' }
      : undefined,
  RaiseStatement: (node) =>
    childrenOf(node)[1]?.name === 'String'
      ? { offset: node.from, message: 'No text can be raised', hint: 'Write raise RuntimeError("text").' }
      : undefined,
  DictionaryExpression: (node, text) => doubleKey(node, text),
  String: (node, text) => writeMode(node, text),
  ArgList: (node) => {
    let isNamed = false
    for (const item of itemsOf(node)) {
      if (item.some(({ name }) => name === 'AssignOp')) isNamed = true
      else if (isNamed && !/^(?:\*|\*\*)$/.test(item[0]?.name ?? '') && item[0])
        return {
          offset: item[0].from,
          message: 'An argument without a name comes after one with a name',
          hint: 'Put it before them.',
        }
    }
    return undefined
  },
  BinaryExpression: (node, text) => {
    const [left, sign, right] = childrenOf(node)
    if (!/^(?:==|!=|<|>|<=|>=)$/.test(text.slice(sign?.from, sign?.to))) return undefined
    const bits = [left, right].find(
      (side) =>
        side?.name === 'BinaryExpression' &&
        childrenOf(side).some(({ from, to }) => /^[&|]$/.test(text.slice(from, to))),
    )
    return bits
      ? {
          offset: bits.from,
          message: '& and | bind before the comparison',
          hint: 'Put each comparison into brackets: (a == 1) & (b == 2).',
          isDoubtful: true,
        }
      : undefined
  },
}

const FOREIGN: Readonly<Record<string, string>> = {
  true: 'True',
  false: 'False',
  null: 'None',
  nil: 'None',
  none: 'None',
}

/** `true` and `null`, which other languages have. */
function foreignName({ from, to, nextSibling, parent }: Node, text: string): CodeProblem | undefined {
  const name = text.slice(from, to)
  const meant = Object.hasOwn(FOREIGN, name) ? FOREIGN[name] : undefined
  if (meant === undefined || nextSibling?.name === 'AssignOp' || /^(?:Import|Param)/.test(parent?.name ?? ''))
    return undefined
  if (new RegExp(`\\b${name}[ \\t]*=(?!=)|\\bimport\\b[^\\n]*\\b${name}\\b`).test(text)) return undefined
  return { offset: from, message: `Python has no ${name}`, hint: `Did you mean "${meant}"?` }
}

/** A key that a dictionary has twice: the last one counts. */
function doubleKey(node: Node, text: string): CodeProblem | undefined {
  const seen = new Set<string>()
  const children = childrenOf(node)
  for (const [at, { name, from, to }] of children.entries()) {
    if (name !== 'String' || children[at + 1]?.name !== ':') continue
    const key = text.slice(from, to)
    if (seen.has(key))
      return {
        offset: from,
        message: `The key ${key} is there twice`,
        hint: 'Delete one, or write the other key that was meant.',
        isDoubtful: true,
      }
    seen.add(key)
  }
  return undefined
}

const MODES = ['overwrite', 'append', 'ignore', 'error', 'errorifexists']

/** `df.write.mode("overwirte")` stops when it runs. */
function writeMode({ from, to }: Node, text: string): CodeProblem | undefined {
  if (!/\.mode\(\s{0,20}$/.test(text.slice(Math.max(0, from - 30), from))) return undefined
  const mode = text.slice(from + 1, to - 1).toLowerCase()
  const meant = MODES.includes(mode) ? undefined : MODES.find((name) => isOneSlipFrom(mode, name))
  return meant === undefined
    ? undefined
    : { offset: from, message: `Spark has no mode "${mode}"`, hint: `Did you mean "${meant}"?` }
}

function parameters(node: Node, text: string): CodeProblem | undefined {
  const seen = new Set<string>()
  let hasDefault = false
  for (const item of itemsOf(node)) {
    const [first] = item
    if (!first) continue
    if (/^[*/]/.test(text.slice(first.from, first.to))) {
      // Behind a star, each has a name where it is called.
      if (first.name.startsWith('*')) return undefined
      continue
    }
    const name = text.slice(first.from, first.to)
    if (first.name === 'VariableName' && seen.has(name))
      return {
        offset: first.from,
        message: `The parameter ${name} is there twice`,
        hint: 'Give one another name.',
      }
    seen.add(name)
    const isOptional = item.some(({ name: kind }) => kind === 'AssignOp')
    if (hasDefault && !isOptional)
      return {
        offset: first.from,
        message: `The parameter ${name} has no default, and comes after one that has`,
        hint: 'Put it before them.',
      }
    hasDefault ||= isOptional
  }
  return undefined
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

/** What is between the commas of a list in brackets. */
function itemsOf(node: Node): Node[][] {
  const items: Node[][] = [[]]
  for (const child of childrenOf(node)) {
    if (child.name === ',') items.push([])
    else if (!/^[()]$/.test(child.name) && child.name !== 'Comment') items.at(-1)?.push(child)
  }
  return items
}
