import { isScalar, parseAllDocuments, visit, type Document } from 'yaml'
import { closestTo } from '../../../text/suggest.ts'
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
