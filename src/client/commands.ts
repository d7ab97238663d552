import { sessionLines } from '../text/prompts.ts'

/**
 * The text of a block that can be pasted: of a recorded session only its commands, without their prompts and without
 * what they printed.
 *
 * @param text the block as it is shown
 * @param classes the class attribute that names its language
 */
export function commandsOf(text: string, classes: string): string {
  const language = /\blanguage-([\w+#.-]+)/.exec(classes)?.[1] ?? ''
  const session = sessionLines(text, language)
  if (!session) return text
  return text
    .split(/\r?\n/)
    .flatMap((line, place) => {
      const { prompt = 0, isTyped = false } = session[place] ?? {}
      return isTyped ? [line.slice(prompt)] : []
    })
    .join('\n')
}

/** Placeholders that the page declares no values for: what is pasted with them cannot be meant. A heredoc's word is none. */
export function blanksIn(text: string): string[] {
  return text.match(/(?<!<)<[A-Z][A-Z0-9_]{1,40}>/g)?.map((blank) => blank.slice(1, -1)) ?? []
}
