import { isMap, isScalar, isSeq, parseAllDocuments, visit, type Document } from 'yaml'
import { closestTo } from '../../../text/suggest.ts'
import { ruleSense } from '../alert-rules/rule-sense.ts'
import { isOneSlipFrom } from './one-slip.ts'
import { withoutPlaceholders, type CodeProblem } from './problem.ts'

/** Why a text is no YAML; several documents may follow each other. */
export function yamlProblems(code: string): CodeProblem[] {
  // Templates of Helm and Ansible are lines of their own, or values.
  const text = withoutPlaceholders(
    code.replace(/^[ \t]*\{\{-?[^\n]*\}\}[ \t]*$/gm, (line) => '#'.repeat(line.length)),
  )
  const documents = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: true })
  for (const document of Array.isArray(documents) ? documents : []) {
    const [error] = document.errors
    if (!error) {
      const alias = blankProblem(document) ?? aliasProblem(document, text)
      if (alias) return [alias]
      const [slip] = documents.length === 1 ? [...alertSlips(document, text), ...fieldSlips(document)] : []
      if (slip) return [slip]
      continue
    }
    const tab = /^[ ]*\t/m.exec(text)
    return [
      {
        offset: tab ? tab.index : error.pos[0],
        message: `This is no YAML: ${tab ? 'a line is indented with a tab' : lowerFirst(error.message)}`,
        hint: tab
          ? 'Indent with spaces.'
          : 'Compare the indentation with the line above; put a value with a colon in it into quotes.',
      },
    ]
  }
  return []
}

/** Slips in rules of Prometheus: a whole file, or the list of its rules alone. */
function alertSlips({ contents }: Document.Parsed, text: string): CodeProblem[] {
  const isRules =
    isSeq(contents) &&
    contents.items.every((item) => isMap(item) && (item.has('alert') || item.has('record')))
  const isFile = isMap(contents) && contents.has('groups')
  if (!isRules && !isFile) return []
  const [above, indent] = isFile ? ['', ''] : ['groups:\n- name: x\n  rules:\n', '  ']
  const lines = text.split('\n')
  const file = above + lines.map((line) => indent + line).join('\n')
  return ruleSense('rules.yml', file, { isPart: true }).map(
    ({ line = 1, column = 1, message, hint, severity }) => {
      const before = lines.slice(0, line - above.split('\n').length)
      return {
        offset: before.join('\n').length + (before.length > 0 ? 1 : 0) + column - 1 - indent.length,
        message,
        ...(hint !== undefined && { hint }),
        ...(severity === 'warning' && { isDoubtful: true }),
      }
    },
  )
}

/** What each object of Kubernetes has. */
const OF_OBJECT = ['apiVersion', 'kind', 'metadata', 'spec']

/** A mistyped field of an object of Kubernetes, of those that each of them has. */
function fieldSlips({ contents }: Document.Parsed): CodeProblem[] {
  if (!isMap(contents)) return []
  const keys = contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  if (OF_OBJECT.filter((name) => keys.includes(name)).length < 2) return []
  return contents.items.flatMap(({ key }, at) => {
    const name = keys[at] ?? ''
    const meant = OF_OBJECT.find((each) => !keys.includes(each) && isOneSlipFrom(name, each))
    if (meant === undefined || !isScalar(key)) return []
    return [
      { offset: key.range?.[0] ?? 0, message: `Unknown field "${name}"`, hint: `Did you mean "${meant}"?` },
    ]
  })
}

/** `key:value`, alone in a document, is one word. */
function blankProblem({ contents }: Document.Parsed): CodeProblem | undefined {
  if (!isScalar(contents) || contents.type !== 'PLAIN' || typeof contents.value !== 'string') return undefined
  const key = /^[A-Za-z][\w.-]*:(?=[^\s/:])/.exec(contents.value)?.[0]
  return key === undefined
    ? undefined
    : {
        offset: contents.range?.[0] ?? 0,
        message: `A blank is missing behind ${key}`,
        hint: 'Write "key: value": without the blank it is one word.',
      }
}

/** How a block begins that is a whole file. */
const WHOLE = /^(?:#[^\n]*\n|\s*\n)*(?:---|%YAML|apiVersion:|version:|services:|groups:|kind:)/

/** `*name` where nothing is called so. */
function aliasProblem(document: Document.Parsed, text: string): CodeProblem | undefined {
  if (!text.includes('*')) return undefined
  const anchors = [...text.matchAll(/&([^\s,[\]{}]+)/g)].map(([, name = '']) => name)
  let problem: CodeProblem | undefined
  visit(document, {
    Alias(_, { source, range }) {
      if (anchors.includes(source)) return undefined
      problem = unknownAlias(source, anchors, text)
      if (!problem) return undefined
      problem.offset = range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return problem
}

function unknownAlias(source: string, anchors: readonly string[], text: string): CodeProblem | undefined {
  if (/^[./*?]/.test(source))
    return {
      offset: 0,
      message: 'A * at the beginning of a value is a reference, and no pattern',
      hint: `Put it into quotes: "*${source}"`,
    }
  const meant = closestTo(source, anchors)
  // The rest of the file may be elsewhere: then only a slip is one.
  if (meant === undefined && anchors.length === 0 && !WHOLE.test(text)) return undefined
  return {
    offset: 0,
    message: `This is no YAML: nothing is called "${source}"`,
    hint:
      meant === undefined
        ? `Write &${source} where the value is, or put "*${source}" into quotes.`
        : `Did you mean *${meant}?`,
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
}
