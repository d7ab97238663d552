/** All texts of an entry's fields, in lists and groups too. */
export function* textsIn(
  value: unknown,
  path: (string | number)[] = [],
): Generator<{ path: (string | number)[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value))
    yield* textsIn(part, [...path, Array.isArray(value) ? Number(key) : key])
}
