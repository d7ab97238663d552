import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Document, type Node } from 'yaml'

export type Path = readonly PropertyKey[]
export type Part = 'key' | 'value'

/** The offset in the YAML of the key or value at a path; where the path ends early, of the last part that is there. */
export function locateIn(yaml: Document.Parsed, path: Path, part: Part): number {
  let node: unknown = yaml.contents
  let offset = startOf(node) ?? 0
  for (const [depth, segment] of path.entries()) {
    const isLast = depth === path.length - 1
    const parent: unknown = isAlias(node) ? node.resolve(yaml) : node
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
  // An empty value has a place of no length after its key: the key says more.
  if (isScalar(node) && node.source === '' && node.type === 'PLAIN') return undefined
  return isNode(node) && isPlaced(node) ? node.range[0] : undefined
}

function isPlaced(node: Node): node is Node & { range: [number, number, number] } {
  return Array.isArray(node.range) && (isScalar(node) || isCollection(node) || isAlias(node))
}
