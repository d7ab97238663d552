/**
 * Puts each line of highlighted code into an element of its own, so that the rest of a long line hangs below its
 * beginning with a mark beside it. An element that spans several lines is closed at each line's end and opened again.
 * The line breaks stay in the text: what is selected and copied does not change.
 *
 * @param html highlighted code: text, and `<span class="…">` elements
 */
export function inLines(html: string): string {
  const open: string[] = []
  const lines: string[] = []
  let line = ''
  const end = (lineBreak: string) => {
    lines.push(`<span class="l">${line}${'</span>'.repeat(open.length)}${lineBreak}</span>`)
    line = open.join('')
  }
  for (const part of html.split(/(<[^>]*>|\n)/)) {
    if (part === '\n') end('\n')
    else {
      if (part.startsWith('</')) open.pop()
      else if (part.startsWith('<')) open.push(part)
      line += part
    }
  }
  if (line !== '') end('')
  return lines.join('')
}
