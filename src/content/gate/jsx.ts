import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri'
import { attributeProblem } from './attribute-check.ts'
import { COMPONENTS } from './components.ts'
import type { GateContext } from './context.ts'
import type { Holds } from './elements.ts'
import { elementRule } from './nesting.ts'
import { placeHint, refuse } from './raw-html.ts'

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement

/**
 * Checks an element or component of MDX, without its children.
 *
 * @returns what it holds; `undefined` where it is not on the list
 */
export function checkJsx(node: JsxElement, at: number, context: GateContext): Holds | undefined {
  const { name } = node
  if (name === null) {
    context.report(
      'mdx-component',
      at,
      'There is no component <>',
      'Delete <> and </>; the text needs nothing around it.',
    )
    return undefined
  }
  const component = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined
  const rule = component === undefined ? elementRule(name) : { ...component, isPhrasing: false }
  if (rule === undefined) {
    refuseJsx(name, at, context)
    return undefined
  }
  const misplaced = context.nesting.misplaced(name, rule)
  if (misplaced !== undefined) context.report('html', at, misplaced, placeHint(name))
  checkAttributes(node, name, rule.attributes, at, context)
  for (const required of component?.required ?? []) {
    if (!node.attributes.some((each) => each.type === 'mdxJsxAttribute' && each.name === required))
      context.report('mdx-component', at, `<${name}> has no ${required}`, `Write <${name} ${required}="…">.`)
  }
  return rule.holds
}

function refuseJsx(name: string, at: number, context: GateContext): void {
  if (/^[a-z][a-z0-9-]*$/.test(name)) {
    refuse(name, at, context)
    return
  }
  const known = Object.keys(COMPONENTS)
  context.report(
    'mdx-component',
    at,
    `There is no component <${name}>`,
    `If it is a placeholder, put it into backticks: \`<${name}>\`${known.length > 0 ? `. The components are ${known.join(', ')}.` : ''}`,
  )
}

function checkAttributes(
  node: JsxElement,
  name: string,
  own: Parameters<typeof attributeProblem>[2],
  at: number,
  context: GateContext,
): void {
  const literals: { name: string; value: string }[] = []
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      context.report(
        'mdx-code',
        at,
        `{${attribute.value}} in <${name}> is code`,
        'Delete it: attributes are literal.',
      )
      return
    }
    const { value } = attribute
    if (typeof value === 'object' && value !== null) {
      context.report(
        'mdx-code',
        at,
        `${attribute.name}={${value.value}} in <${name}> is code`,
        `Write the value in quotation marks: ${attribute.name}="…"`,
      )
      return
    }
    literals.push({ name: attribute.name, value: value ?? '' })
  }
  const problem = attributeProblem(name, literals, own)
  if (problem) context.report('html', at, problem.message, problem.hint)
}
