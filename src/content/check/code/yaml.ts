import { parseAllDocuments } from 'yaml'
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
    if (!error) continue
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

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
}
