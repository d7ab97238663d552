import { decode } from './addresses.ts'

export function hasAnchor(anchors: ReadonlyMap<string, string>, anchor: string): boolean {
  return anchors.has(normalAnchor(anchor)) || anchors.has(looseAnchor(anchor))
}

export function normalAnchor(anchor: string): string {
  return decode(anchor).toLowerCase()
}

/** Generators differ in what they do with signs: only letters and digits count. */
export function looseAnchor(anchor: string): string {
  return `~${decode(anchor)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')}`
}
