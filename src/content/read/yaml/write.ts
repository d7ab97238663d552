import { yaml } from './library.ts'

/** A value as people write it on one line: `[kafka, consumer]`, quotes only where YAML needs them. */
export function toYaml(value: unknown): string {
  const { Document, visit } = yaml()
  const document = new Document(value, { version: '1.2', schema: 'core' })
  visit(document, {
    Collection(_, node) {
      node.flow = true
    },
  })
  // YAML 1.1, which some editors still speak, takes a time of day for a number.
  if (typeof value === 'string' && /^\d\d:\d\d$/.test(value)) return `'${value}'`
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false }).trim()
}
