import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Scalar, type YAMLMap } from 'yaml'

/** What an alias stands for. */
export function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node
}

/** The value of a key, as YAML reads it: what the map says itself, else what it merges in with `<<`. */
export function lookup(map: YAMLMap, key: string, document: Document, depth = 0): unknown {
  let merged: unknown
  for (const pair of map.items) {
    const name = isScalar(pair.key) ? pair.key.value : undefined
    const isMerge = name === '<<' || (typeof name === 'symbol' && name.description === '<<')
    if (name === key) return resolved(pair.value, document)
    if (!isMerge || merged !== undefined || depth > MAX_MERGES) continue
    const value = resolved(pair.value, document)
    const sources = isSeq(value) ? value.items.map((item) => resolved(item, document)) : [value]
    for (const source of sources) {
      if (isMap(source)) merged ??= lookup(source, key, document, depth + 1)
    }
  }
  return merged
}

/** A map may merge itself in. */
const MAX_MERGES = 8

/** A text with its node; numbers and dates that stand for a name are texts too. */
export function textAt(map: YAMLMap, key: string, document: Document): Scalar | undefined {
  const node = lookup(map, key, document)
  if (!isScalar(node) || node.value === null || typeof node.value === 'object') return undefined
  return node
}

export function mapAt(map: YAMLMap, key: string, document: Document): YAMLMap | undefined {
  const node = lookup(map, key, document)
  return isMap(node) ? node : undefined
}

export function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}
