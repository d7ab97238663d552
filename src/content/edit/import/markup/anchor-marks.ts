/** Where an old link led to: found again by the importer, which makes it the next heading's. */
export const ANCHOR = /\uE104([^\uE105]*)\uE105/g

export function anchorMark(name: string): string {
  return `\uE104${name}\uE105`
}
