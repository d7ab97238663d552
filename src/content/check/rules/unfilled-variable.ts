import { nodesOf } from '../../read/body.ts'
import { blockKind } from '../../read/code-fence.ts'
import type { Rule } from './rule.ts'
import { offsetInCode } from './shared/code-offset.ts'

/** How a name is written that nothing fills in; `NAME` is the group of the name. */
const FORMS: Readonly<Record<'shell' | 'sql', readonly RegExp[]>> = {
  shell: [
    /(?<!\$)\{\{\s*(NAME)\s*\}\}/,
    /(?<!\$)\{\$(NAME)\}/,
    /\$[ \t]+\{?(NAME)\}?(?!\w)/,
    /\$\((NAME)\)/,
    /(?<![\w%])%(NAME)%(?!\w)/,
    /(?<=[ \t]--[a-z][\w-]*[ =])["']?(NAME)["']?(?=\s|$)/,
    /<[ \t]+(NAME)[ \t]*>|<(NAME)[ \t]+>/,
  ],
  sql: [
    // Not a part of a date, the first of what a function takes: date_trunc('DAY', at).
    /'\$?\{?(NAME)\}?'(?!(?<=[\w.]\(\s*'[^'\n]{0,80}')\s*,)/,
    /'\[(NAME)\]'/,
    /"\$?\{?(NAME)\}?"/,
    /\{\{\s*(NAME)\s*\}\}/,
    /(?<![:\w]):'?(NAME)'?(?!\w)/,
    /(?<![\w%])%(NAME)%(?!\w)/,
    /<[ \t]+(NAME)[ \t]*>|<(NAME)[ \t]+>/,
  ],
}

export const unfilledVariable: Rule = {
  id: 'unfilled-variable',
  severity: 'error',
  reason: 'The page fills in <NAME>, and $NAME in a shell: in another form the name itself is run.',
  fix: 'Write <NAME>, or "$NAME" in a shell.',
  *check({ drafts, pages }) {
    const declared = new Map(
      [...drafts.issues, ...drafts.runbooks, ...drafts.pipelines].map(({ file, data }) => [
        file,
        (data.variables ?? []).map(({ name }) => name),
      ]),
    )
    for (const { document, node, start, end } of nodesOf(pages, 'code')) {
      const kind = blockKind(node.lang ?? '')
      const names = declared.get(document.file) ?? []
      if ((kind !== 'shell' && kind !== 'sql') || names.length === 0) continue
      const code = withoutComments(node.value, kind)
      const any = names.map((name) => name.replace(/\W/g, '\\$&')).join('|')
      for (const { source } of FORMS[kind]) {
        const match = new RegExp(source.replaceAll('NAME', any)).exec(code)
        if (!match) continue
        const name = match.slice(1).find((each) => each !== undefined) ?? ''
        yield {
          document,
          at: start + offsetInCode(document.text.slice(start, end), node.value, match.index),
          message: `${match[0].trim()} is not filled in`,
          hint: kind === 'sql' ? `Write '<${name}>'.` : `Write "$${name}".`,
        }
        break
      }
    }
  },
}

function withoutComments(code: string, kind: 'shell' | 'sql'): string {
  const comment = kind === 'sql' ? /--[^\n]*/g : /(?<=^|\s)#[^\n]*/gm
  return code.replace(comment, (part) => ' '.repeat(part.length))
}
