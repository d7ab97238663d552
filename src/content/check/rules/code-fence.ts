import { didYouMean } from '../../../text/suggest.ts'
import { nodesOf, type Page } from '../../read/body.ts'
import { fenceAttributeNames, fenceAttributes } from '../../read/code-fence.ts'
import { ROLES } from '../../read/proof.ts'
import type { Mistake, PageRule } from './rule.ts'

export const codeFence: PageRule = {
  id: 'code-fence',
  severity: 'error',
  reason:
    'One or two backticks mark a phrase in a sentence: the lines of a command run together and cannot be copied.',
  fix: 'Put three backticks on a line of their own above and below the code.',
  ofPage: true,
  *check({ pages }) {
    yield* unknownRoles(pages)
    yield* attributesTwice(pages)
    yield* indentedSentences(pages)
    for (const { document, start, end } of nodesOf(pages, 'inlineCode')) {
      const opening = /^(`{1,2})[ \t]*([a-z]{2,12})[ \t]*\n/.exec(document.text.slice(start, end))
      if (!opening?.[1]) continue
      const number = opening[1].length === 1 ? 'one backtick' : 'two backticks'
      yield {
        document,
        at: start,
        message: `The block of code begins with ${number}`,
        hint: `Write \`\`\`${opening[2] ?? ''} above it, and \`\`\` below it.`,
      }
    }
  },
}

/** A block that is not run keeps its role, for the day on which it is. */
function* unknownRoles(pages: readonly Page[]): Generator<Mistake> {
  for (const { document, node, start } of nodesOf(pages, 'code')) {
    const attributes = fenceAttributes(node.meta)
    const [role, test] = [attributes.get('role'), attributes.get('test')]
    // Those of blocks that are run are a finding of `block-test`.
    if (typeof role !== 'string' || typeof test !== 'string' || !test.startsWith('none')) continue
    const roles: readonly string[] = ROLES
    if (!roles.includes(role))
      yield {
        document,
        at: start,
        message: `There is no role "${role}"`,
        hint: didYouMean(role, roles) ?? `Write one of ${roles.join(', ')}.`,
      }
  }
}

/** Of two values, readers of the fence take the last one. */
function* attributesTwice(pages: readonly Page[]): Generator<Mistake> {
  for (const { document, node, start } of nodesOf(pages, 'code')) {
    const names = fenceAttributeNames(node.meta)
    const twice = names.find((name, index) => OURS.has(name) && names.indexOf(name) < index)
    if (twice === undefined) continue
    yield {
      document,
      at: start,
      message: `The fence of the block says \`${twice}\` twice`,
      hint: 'Keep one of the two.',
    }
  }
}

/** What the fences of a site here say; other generators have attributes of their own. */
const OURS = new Set(['test', 'role', 'engine', 'filename', 'use'])

/** Four blanks at the beginning of a line make code of a sentence. */
function* indentedSentences(pages: readonly Page[]): Generator<Mistake> {
  for (const { document, node, start } of nodesOf(pages, 'code')) {
    if (
      /^[ \t]*[`~]/.test(document.text.slice(start)) ||
      !/^[A-Z][a-z]+(?: [\w’',-]+){3,}\.$/.test(node.value.trim())
    )
      continue
    yield {
      document,
      at: start,
      message: 'The sentence is indented by four blanks, and is shown as code',
      hint: 'Indent it by three at most, or as far as the text of the step above it.',
      severity: 'warning',
    }
  }
}
