import type { Document, Node } from 'yaml'
import { yaml } from './library.ts'

export type Path = readonly PropertyKey[]
export type Part = 'key' | 'value'

/** The offset in the YAML of the key or value at a path; where the path ends early, of the last part that is there. */
export function locateIn(document: Document.Parsed, path: Path, part: Part): number {
  const { isAlias, isMap, isScalar, isSeq } = yaml()
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const [depth, segment] of path.entries()) {
    const isLast = depth === path.length - 1
    const parent: unknown = isAlias(node) ? node.resolve(document) : node
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(segment),
      )
      if (!pair) return offset
      node = pair.value
      const key = startOf(pair.key) ?? offset
      offset = isLast && part === 'key' ? key : (startOf(node) ?? key)
    } else if (isSeq(parent) && typeof segment === 'number') {
      node = parent.items[segment]
      offset = startOf(node) ?? offset
    } else {
      return offset
    }
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  const { isNode, isScalar } = yaml()
  // An empty value has a place of no length after its key: the key says more.
  if (isScalar(node) && node.source === '' && node.type === 'PLAIN') return undefined
  return isNode(node) && isPlaced(node) ? node.range[0] : undefined
}

function isPlaced(node: Node): node is Node & { range: [number, number, number] } {
  const { isAlias, isCollection, isScalar } = yaml()
  return Array.isArray(node.range) && (isScalar(node) || isCollection(node) || isAlias(node))
}
