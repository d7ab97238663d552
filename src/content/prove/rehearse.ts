import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fixturePath } from '../read/code-fence.ts'
import { Warehouse } from './warehouse.ts'

/** The fixtures that somebody can rehearse on: those with a `setup.sql`, without the ones that only test an undo. */
export function fixtureNames(root: string): string[] {
  return globSync(`${fixturePath('*')}/setup.sql`, { cwd: root })
    .map((path) => path.split(/[\\/]/).at(-2) ?? '')
    .filter((name) => !name.endsWith('-undo'))
    .sort()
}

/**
 * Answers SQL with its rows, until the lines end. An empty line runs what stands before it, so that a block can be pasted
 * as it is on the page. A mistake in the SQL is printed and ends nothing.
 * @param root the repository's root
 * @returns the exit code: 1 where there is no such fixture
 */
export async function rehearse(
  fixture: string | undefined,
  lines: AsyncIterable<string>,
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const names = fixtureNames(root)
  if (fixture === undefined || !names.includes(fixture)) {
    print(`Which incident? One of: ${names.join(', ')}. For example: npm run rehearse -- ${names[0] ?? ''}`)
    return 1
  }
  const warehouse = await Warehouse.open(readFileSync(join(root, fixturePath(fixture), 'setup.sql'), 'utf8'))
  print(
    `A warehouse in memory with "${fixture}" in it. Tables: ${Object.keys(await warehouse.state()).join(', ')}.`,
  )
  print('Paste a block of the page, then an empty line. Nothing that you do here is kept.')

  let text = ''
  const run = async (): Promise<void> => {
    if (text.trim() !== '') print(await answer(warehouse, text))
    text = ''
  }
  for await (const line of lines) {
    if (line.trim() === '') await run()
    else text += `${line}\n`
  }
  await run()
  warehouse.close()
  return 0
}

async function answer(warehouse: Warehouse, sql: string): Promise<string> {
  try {
    const csv = (await warehouse.run(sql)).trimEnd()
    if (csv === '') return 'Done.'
    // A header alone looks as if something were still to come.
    return csv.includes('\n') ? csv : `${csv}\nNo rows.`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
