import type { Rule } from './rule.ts'
import { codePointName } from '../../../text/printable.ts'

/**
 * UTF-8 that was read as Latin-1 or Windows-1252, and the sign for what could not be read. Behind another capital, Ã is a
 * letter of Portuguese, also before a quotation mark.
 */
const GARBLED =
  /(?<!\p{Lu})Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e]|â€[™œ¦“”˜\u009d\u0099]|ï»¿|Â[\u00a0-\u00bf]|\ufffd/u
/** Letters of other scripts that look as Latin ones do, and Latin letters of double width. */
const ALIKE = 'аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅοΟΑΒΕΖΗΙΚΜΝΡΤΥΧ\uff21-\uff3a\uff41-\uff5a'
const MIXED = new RegExp(`[A-Za-z]([${ALIKE}])|(?<![\\p{L}])([${ALIKE}])(?=[A-Za-z]{2})`, 'u')
/** The same on a page in one of these scripts, which puts its endings behind Latin words: `в PRе`. */
const BETWEEN = new RegExp(`[A-Za-z]([${ALIKE}])(?=[A-Za-z])`, 'u')
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]{3}/u

export const garbledText: Rule = {
  id: 'garbled-text',
  severity: 'error',
  reason: 'A letter that only looks right is not found by the search, and a command with it fails.',
  fix: 'Type the word again, and save the file as UTF-8.',
  *check({ content }) {
    for (const document of content.documents) {
      if (!document.isDivided) continue
      const { text } = document
      const garbled = GARBLED.exec(text)
      if (garbled)
        yield {
          document,
          at: garbled.index,
          message: `The text ${garbled[0].replace('\ufffd', 'U+FFFD')} was read in another encoding once`,
        }
      const mixed = (OTHER_SCRIPT.test(text) ? BETWEEN : MIXED).exec(text)
      if (!mixed) continue
      const letter = mixed[1] ?? mixed[2] ?? ''
      yield {
        document,
        at: mixed.index + mixed[0].indexOf(letter),
        message: `The letter ${letter} among Latin ones is another one (${codePointName(letter)})`,
      }
    }
  },
}
