/** Letters that are no letter with a mark, and how they are written where only a to z can be. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
}

/** Latin letters without their marks: `Straße` is `Strasse`, `Übertragung` `Ubertragung`. Other writing stays as it is. */
export function plainLatin(text: string): string {
  return text
    .replace(/[^\u0000-\u00bf]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
}
