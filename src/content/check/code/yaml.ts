import { parseAllDocuments, visit, type Document } from 'yaml'
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
      const alias = aliasProblem(document, text)
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

/** `*name` where something is called nearly so. */
function aliasProblem(document: Document.Parsed, text: string): CodeProblem | undefined {
  if (!text.includes('*')) return undefined
  const anchors = [...text.matchAll(/&([^\s,[\]{}]+)/g)].map(([, name = '']) => name)
  let problem: CodeProblem | undefined
  visit(document, {
    Alias(_, { source, range }) {
      // The rest of the file may be elsewhere: only a slip is one.
      const meant = anchors.includes(source) ? undefined : closestTo(source, anchors)
      if (meant === undefined) return undefined
      problem = {
        offset: range?.[0] ?? 0,
        message: `This is no YAML: nothing is called "${source}"`,
        hint: `Did you mean *${meant}?`,
      }
      return visit.BREAK
    },
  })
  return problem
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
}
