/**
 * A page whose blocks of code have no elements that color them: they are more than half of the elements of an issue, and
 * none of its words. A quote is written as an entity in attributes, as `<` is in text: what looks like a block is one.
 */
export function withoutColors(html: string): string {
  return html.replace(/<pre class="[^]*?<\/pre>/g, (block) =>
    block.replace(/<span class="[^"<>]*">|<\/span>/g, ''),
  )
}
