import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { initContent } from '../../../src/content/edit/init.ts'

/** One white pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
  'base64',
)

/**
 * Makes a sound content with a picture and a module in it, for pages to refer to.
 *
 * @param folder an empty one
 * @returns the content folder, absolute
 */
export function withPictures(folder: string): string {
  const root = path.join(folder, 'content')
  initContent(root, { name: 'Team', today: '2026-11-23' })
  for (const name of ['images', 'files']) mkdirSync(path.join(root, name))
  for (const name of ['images/x.png', 'images/lag.png', 'issues/beside.png'])
    writeFileSync(path.join(root, name), PNG)
  writeFileSync(path.join(root, 'files/a.csv'), 'a,b\n')
  return root
}
