/**
 * Names a step by what it says, in a few characters: where a page is rewritten, a step that has changed is no longer ticked,
 * and one that has only moved still is.
 *
 * @param section id of the heading that the step is under
 * @param text what the step says
 * @param taken names of the steps before it on the page; the new one is added
 */
export function stepKey(section: string, text: string, taken: Set<string>): string {
  const words = `${section}|${text.replace(/\s+/g, ' ').trim()}`
  let name = hash(words)
  for (let times = 2; taken.has(name); times += 1) name = hash(`${words}|${String(times)}`)
  taken.add(name)
  return name
}

/** FNV-1a with 32 bits: of a hundred steps, two have one name in one page of a million. */
function hash(text: string): string {
  let value = 0x81_1c_9d_c5
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93)
  }
  return (value >>> 0).toString(36)
}
