import { plainWords } from './wording.ts'

/** `"in quotes" and not` → the phrases and the rest. A quote that is not closed is none; one word in quotes is a word. */
export function phrasesOf(text: string): { phrases: string[]; rest: string } {
  const phrases: string[] = []
  const rest = text.replace(/"([^"]{2,200})"/g, (_, phrase: string) => {
    if (plainWords(phrase).trim().includes(' ')) phrases.push(phrase.trim())
    else return ` ${phrase} `
    return ' '
  })
  return { phrases, rest }
}
