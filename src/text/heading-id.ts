/** `Logs {#the-logs}`: the heading's own anchor, which links from before a rename keep leading to. */
const EXPLICIT = /\s*\{\s*#([A-Za-z][\w-]*)\s*\}\s*$/

/** What a heading says, and the anchor that it names for itself, if it does. */
export function headingId(text: string): { text: string; id?: string } {
  const id = EXPLICIT.exec(text)?.[1]
  return id === undefined ? { text } : { text: text.replace(EXPLICIT, ''), id }
}
