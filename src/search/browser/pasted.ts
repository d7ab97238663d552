const pasted = new WeakSet<HTMLTextAreaElement | HTMLInputElement>()

/** Remembers whether any of the text of a field was pasted or dropped into it, until the field is empty again. */
export function watchPastes(field: HTMLTextAreaElement | HTMLInputElement): void {
  field.addEventListener('input', (event) => {
    const { inputType = '' } = event as InputEvent
    if (field.value === '') pasted.delete(field)
    else if (/^insertFrom(?:Paste|Drop|Yank)/.test(inputType)) pasted.add(field)
  })
}

export function markPasted(field: HTMLTextAreaElement | HTMLInputElement): void {
  pasted.add(field)
}

export const isPasted = (field: HTMLTextAreaElement | HTMLInputElement): boolean => pasted.has(field)
