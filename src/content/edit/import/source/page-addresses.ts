import path from 'node:path'
import type { Family, Generator } from '../common/generator.ts'
import { join, text } from './generator-kinds.ts'
import { jekyllAddress } from './jekyll-addresses.ts'
import { PAGE_ENDING } from './source-tree.ts'

export function isBelow(file: string, folder: string): boolean {
  return folder === '' || file.startsWith(`${folder}/`)
}

/** A page's name without its endings. */
export function stem(file: string): string {
  return path.posix.basename(file).replace(PAGE_ENDING, '')
}

/** Pages that stand for their folder. */
export function isIndex(file: string): boolean {
  return (
    /^(?:_?index(?:\.[a-z]{2}(?:-[a-z]{2})?)?|readme|home)$/i.test(stem(file)) &&
    (!/^home$/i.test(stem(file)) || !file.includes('/'))
  )
}

/**
 * The addresses that a page had on its site, the right one first; without slashes at the ends. A page that is read on the
 * forge had none.
 */
export function addressesOf(
  page: string,
  fields: Readonly<Record<string, unknown>>,
  { family, root, variables }: Generator,
): string[] {
  const inside = root === '' ? page : page.slice(root.length + 1)
  const folder = path.posix.dirname(inside) === '.' ? '' : path.posix.dirname(inside)
  const name = stem(inside)
  const plain = isIndex(inside) ? folder : join(folder, name)
  const slug = text(fields['slug'])
  const url = text(fields['permalink'] ?? fields['url'])
  const given =
    url ?? (slug?.startsWith('/') === true ? slug : slug === undefined ? undefined : join(folder, slug))
  const unnumbered = plain
    .split('/')
    .map((part) => part.replace(/^\d+[-_.]\s*/, ''))
    .join('/')
  const own: Record<Family, string[]> = {
    mkdocs: [plain],
    hugo: [plain.toLowerCase().replaceAll(' ', '-')],
    docusaurus: [`docs/${given ?? unnumbered}`.replace('//', '/'), given ?? unnumbered],
    starlight: [plain.toLowerCase().replaceAll(' ', '-')],
    vitepress: [plain],
    jekyll: [
      ...[jekyllAddress(join(folder, name), fields, variables) ?? []].flat(),
      plain.replace(/(?:^|\/)_(?=[a-z])/g, (sign) => sign.replace('_', '')),
      plain,
    ],
    'tech-docs': [plain],
    mdbook: [plain],
    myst: [plain],
    // Its addresses are made of titles; of the path, where the configuration says so.
    pelican: [slug ?? name, join('pages', slug ?? name), plain],
    quarto: [plain],
    gitbook: [plain],
    'azure-wiki': [plain],
    obsidian: [plain],
    'forge-wiki': [name],
    docsify: [plain],
    docfx: [plain],
    forge: [plain],
  }
  return [...new Set([...(given === undefined ? [] : [given]), ...own[family], plain])].map((address) =>
    address.replace(/^\/+|\/+$/g, '').replace(/\.html$/, ''),
  )
}
