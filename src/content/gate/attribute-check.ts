import { GLOBAL_ATTRIBUTES, type Literal } from './attributes.ts'

interface Attribute {
  name: string
  value: string
}

/** The first attribute that is not on an element's list, or has another value than the list allows: what to say of it. */
export function attributeProblem(
  element: string,
  attributes: readonly Attribute[],
  own: Readonly<Record<string, Literal>>,
): { message: string; hint: string } | undefined {
  const seen = new Set<string>()
  for (const { name, value } of attributes) {
    const literal = literalOf(own, name)
    if (literal === undefined)
      return {
        message: `<${element}> cannot have the attribute "${name}"`,
        hint: hintFor(element, name, own),
      }
    if (seen.has(name))
      return { message: `<${element}> has the attribute "${name}" twice`, hint: 'Delete one of them.' }
    if (!literal.accepts(value))
      return {
        message: `<${element}> cannot have ${name}="${value}"`,
        hint: `Write it as in ${literal.example}.`,
      }
    seen.add(name)
  }
  return undefined
}

function literalOf(own: Readonly<Record<string, Literal>>, name: string): Literal | undefined {
  if (Object.hasOwn(own, name)) return own[name]
  return Object.hasOwn(GLOBAL_ATTRIBUTES, name) ? GLOBAL_ATTRIBUTES[name] : undefined
}

function hintFor(element: string, name: string, own: Readonly<Record<string, Literal>>): string {
  const lower = name.toLowerCase()
  if (lower !== name && literalOf(own, lower) !== undefined) return `Write ${lower} in lower case.`
  const known = Object.keys({ ...own, ...GLOBAL_ATTRIBUTES })
  return `Delete it. <${element}> may have ${known.join(', ')}.`
}
