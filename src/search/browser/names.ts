import { links } from '../../site/site-links.ts'
import { nameKey, type Name, type NameFile } from '../engine/names.ts'

const files = new Map<string, Promise<NameFile>>()

/** One of the small files; a failure can be tried again. */
function load(file: string): Promise<NameFile> {
  const loading =
    files.get(file) ??
    fetch(links.file(`search/names/${file}.json`)).then((response) => {
      if (!response.ok) throw new Error(`${file}.json: ${String(response.status)}`)
      return response.json() as Promise<NameFile>
    })
  files.set(file, loading)
  loading.catch(() => files.delete(file))
  return loading
}

/** The names whose beginning, or a word of them, begins as a text does: from one to three small files. */
export async function namesLike(text: string): Promise<Name[]> {
  const words = text
    .trim()
    .split(/\s+/)
    .map(nameKey)
    .filter((word) => word !== '')
  const [first = ''] = words
  if (first.length < 2 || text.length > 120) return []
  let file = await load('index')
  while (file.next) {
    const next = file.next.find((prefix) => first.startsWith(prefix))
    if (next === undefined) break
    file = await load(next)
  }
  const whole = nameKey(text)
  return file.names.filter(({ name }) => {
    if (nameKey(name).startsWith(whole)) return true
    const parts = name.split(/[^\p{L}\p{N}]+/u).map(nameKey)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
}

/** The address of the issue whose alert, or of the page whose title, is exactly the text; nothing where there is none, or several. */
export async function exactly(text: string): Promise<string | undefined> {
  const key = nameKey(text)
  const found = (await namesLike(text)).filter(({ name }) => nameKey(name) === key)
  const paths = new Set(found.map(({ path }) => path))
  const [path] = paths
  return paths.size === 1 && path !== undefined ? links.home + path : undefined
}
