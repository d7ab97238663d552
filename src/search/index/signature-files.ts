import { BITS_A_KEY, HASHES, hash, type SignatureEntry, type SignatureFile } from '../engine/index-format.ts'
import { keysOf } from '../engine/signature-keys.ts'
import { isPlainWord } from '../engine/terms.ts'
import type { SearchDocument } from './documents.ts'

/** Signatures of one file, on average. */
const SIGNATURES_A_FILE = 60

/** Signatures under the rarest of their words, in files by the hash of it. */
export function signatureParts(documents: readonly SearchDocument[]) {
  // A former id of one common word is in many texts that mean something else.
  const entries = documents.flatMap(({ signatures, names, aliases }, page): SignatureEntry[] =>
    [...new Set([...signatures, ...names, ...aliases.filter((alias) => !isPlainWord(alias))])].map((text) => [
      page,
      text,
    ]),
  )
  const counts = new Map<string, number>()
  for (const [, text] of entries)
    for (const key of new Set(keysOf(text))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const keyless: SignatureEntry[] = []
  const byKey = new Map<string, SignatureEntry[]>()
  for (const entry of entries) {
    const [key] = keysOf(entry[1]).sort(
      (a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || b.length - a.length || (a < b ? -1 : 1),
    )
    if (key === undefined) keyless.push(entry)
    else byKey.set(key, [...(byKey.get(key) ?? []), entry])
  }
  const signatures: SignatureFile[] = Array.from(
    { length: Math.ceil(entries.length / SIGNATURES_A_FILE) },
    () => ({}),
  )
  for (const [key, list] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = signatures[hash(key) % signatures.length]
    if (file) file[key] = list
  }
  const bits = new Uint8Array(Math.ceil((byKey.size * BITS_A_KEY) / 8) + 1)
  for (const key of byKey.keys()) {
    for (let each = 0; each < HASHES; each++) {
      const bit = hash(key, each + 1) % (bits.length * 8)
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
  }
  const keys = btoa(String.fromCharCode(...bits))
  return { signatures, manifest: { signatureFiles: signatures.length, keys, keyless } }
}
