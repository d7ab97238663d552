import { isMachineText } from './excerpt.ts'

/** Dates and versions: digits with single joints between, and nothing else before or after. */
const JOINED = /(?<![\p{L}\p{N}_.:/-])\p{N}{1,6}(?:[.-]\p{N}{1,6}){1,4}(?![\p{L}\p{N}_:/-]|\.\p{N})/gu

/** The dates and versions in a name of a page: `Meeting of 2023-11-13` and `Upgrade to 4.16` are known by them. */
export const joinedNumbers = (text: string): string[] => [
  ...new Set([...text.normalize('NFKC').matchAll(JOINED)].map(([number]) => number)),
]

/** Those that somebody types; in what a program prints they are of that day and that machine. */
export const typedNumbers = (text: string): string[] => (isMachineText(text) ? [] : joinedNumbers(text))
