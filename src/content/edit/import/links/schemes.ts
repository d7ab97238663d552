/** A link whose target only the importer can resolve: `{{< ref "x" >}}`, `[[x]]`, `{% link x %}`. */
export const REF = 'x-ref:'

export const WIKI = 'x-wiki:'

export function refLink(target: string, scheme: string = REF): string {
  return `${scheme}${encodeURIComponent(target)}`
}
