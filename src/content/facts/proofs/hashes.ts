import { createHash } from 'node:crypto'
import type { Rehearsal } from '../../read/rehearsals.ts'
import type { PlacedBlock, Plan } from './plan.ts'

/** Long enough that no two texts of a content folder meet, short enough to read in a diff. */
const LENGTH = 20

export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${String(part.length)}:${part}`)
  return hash.digest('hex').slice(0, LENGTH)
}

/** Of a block's text and of what its fence says of it. */
export function textHash({ written, proof }: Pick<PlacedBlock, 'written' | 'proof'>): string {
  return hashOf(written, proof.role, JSON.stringify([...proof.words]), proof.engines.join())
}

/** Of all that the answers of a rehearsal's blocks hang on beside their own text: data, tables, setup and fixes. */
export function rehearsalHash({ rehearsal, setup, fixes, cases, commands }: Plan): string {
  const parts = fixes.flatMap(({ preview, changes, check, commit, undo }) => [
    preview,
    ...changes,
    check,
    commit,
    undo,
  ])
  const typedBefore = new Set(Object.values(rehearsal.file.blocks ?? {}).flatMap(({ after }) => after ?? []))
  // Each list is a part of its own: what moves from one to the next makes another hash.
  return hashOf(
    ...dataParts(rehearsal),
    stable(setup.map(textHash)),
    stable(cases.map(({ name, sql }) => [name, sql])),
    stable(parts.map((part) => (part ? textHash(part) : ''))),
    stable(
      commands
        .filter(({ proof }) => typedBefore.has(proof.name))
        .map((block) => [block.proof.name, textHash(block)]),
    ),
  )
}

function dataParts(rehearsal: Rehearsal): string[] {
  const { file, tables, healthy, fault, expect, commands, shellCases, files } = rehearsal
  const texts = [expect, commands, shellCases, files].map((map) => stable([...map]))
  return [stable(file), stable(tables), healthy, fault, ...texts]
}

/** JSON with the keys of every record in order, so that equal data have equal text. */
export function stable(value: unknown, indent?: number): string {
  return JSON.stringify(sorted(value ?? null), undefined, indent)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
