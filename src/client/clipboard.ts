/**
 * Puts a text on the clipboard: also on plain http, where browsers offer no clipboard to scripts, and where the
 * permission is refused.
 *
 * @returns whether it is there now; where it is not, the reader has to select and copy
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelection(text)
  }
}

/** The way from before there was a clipboard for scripts. It is deprecated, and all that plain http has. */
function copySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'visually-hidden'
  // That class joins lines and blanks, and what is copied is what is laid out.
  field.style.whiteSpace = 'pre'
  field.readOnly = true
  const focused = document.activeElement
  // Within an open dialog, for nothing outside of it can be selected.
  ;(document.querySelector('dialog[open]') ?? document.body).append(field)
  field.select()
  // Safari on a phone selects nothing of a field that cannot be written to, unless the range is given.
  field.setSelectionRange(0, text.length)
  try {
    // Named by a string, for it is marked as deprecated.
    return Reflect.apply(Reflect.get(document, 'execCommand') as (command: string) => boolean, document, [
      'copy',
    ])
  } catch {
    return false
  } finally {
    field.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}

/** Selects what an element shows, for the reader to copy by hand. */
export function selectText(shown: Element): void {
  const range = document.createRange()
  range.selectNodeContents(shown)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}
