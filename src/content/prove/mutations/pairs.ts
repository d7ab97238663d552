import type { Change, Ground } from './ground.ts'

/** Two harmful changes of different kinds in different tables, drawn by the ground's seed. */
export function pairs(ground: Ground, changes: readonly Change[], count: number): Change[] {
  const single = changes.filter(({ meaning, tables }) => meaning === 'harmful' && tables.length === 1)
  const found: Change[] = []
  for (let attempt = 0; attempt < count * 8 && found.length < count; attempt += 1) {
    const one = ground.random.pick(single)
    const other = ground.random.pick(single)
    if (!one || !other || one.kind === other.kind || one.tables[0] === other.tables[0]) continue
    found.push({
      kind: 'pair',
      tables: [...one.tables, ...other.tables],
      what: `${one.what}; ${other.what}`,
      sql: [...one.sql, ...other.sql],
      meaning: 'harmful',
      parts: [one, other],
    })
  }
  return found
}
