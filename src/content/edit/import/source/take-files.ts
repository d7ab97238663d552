import path from 'node:path'
import { isPictureName, offeredFileProblem, pictureKind } from '../../../gate/index.ts'
import { isBelow } from './page-addresses.ts'
import { type Generator } from '../common/generator.ts'
import { toName } from '../common/ids.ts'
import type { PageLog } from '../common/log.ts'
import { offeredBytes } from './plain-drawing.ts'
import type { SourceTree } from './source-tree.ts'

/**
 * Decides where pictures and documents go: each to one place, for every page that shows it. What the site could not
 * show or offer is refused.
 */
export class TakenFiles {
  /** Path below the content folder → path at the source. */
  readonly files = new Map<string, string>()
  readonly #places = new Map<string, string | undefined>()
  readonly #names = new Set<string>()
  readonly #tree: SourceTree

  constructor(tree: SourceTree) {
    this.#tree = tree
  }

  /** @returns its path below the content folder; nothing where the site cannot have it */
  take(source: string, isImage: boolean, generator: Generator, log: PageLog): string | undefined {
    if (this.#places.has(source)) return this.#places.get(source)
    const written = this.#tree.bytes(source)
    const bytes = offeredBytes(path.posix.basename(source), written)
    if (bytes !== written) log.converted('drawing of draw.io: its texts are drawn')
    const place = this.#placeOf(source, isImage, generator, bytes)
    const problem = offeredFileProblem(path.posix.basename(place), bytes, bytes.length)
    if (problem)
      log.dead(
        isImage ? 'image that the site cannot show' : 'file that the site cannot offer',
        `${source}: ${problem.message}. ${problem.hint}`,
      )
    this.#places.set(source, problem ? undefined : place)
    if (problem) return undefined
    this.#names.add(place.toLowerCase())
    this.files.set(place, source)
    return place
  }

  #placeOf(source: string, isImage: boolean, { root }: Generator, bytes: Buffer): string {
    const inside = root !== '' && isBelow(source, root) ? source.slice(root.length + 1) : source
    const folder = isImage || isPictureName(source) ? 'images' : 'files'
    const parts = inside.replace(/^(?:images?|img|static|assets|files|public)\//, '').split('/')
    // A browser shows a picture by what is in it, and its name may say something else.
    const written = path.posix.extname(inside).toLowerCase()
    const kind = isPictureName(source) ? pictureKind(bytes) : undefined
    const ending = kind === undefined || sameKind(written, kind) ? written : `.${kind}`
    const name = toName(path.posix.basename(parts.at(-1) ?? '', path.posix.extname(inside)))
    const place = [folder, ...parts.slice(0, -1).map((part) => toName(part.replace(/^\./, ''))), name].join(
      '/',
    )
    let file = `${place}${ending}`
    for (let number = 2; this.#names.has(file.toLowerCase()); number += 1)
      file = `${place}-${String(number)}${ending}`
    return file
  }
}

function sameKind(ending: string, kind: string): boolean {
  return ending.replace('.jpeg', '.jpg') === `.${kind}`
}
