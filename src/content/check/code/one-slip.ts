/** One letter more, less, changed, or two of them the other way round. */
export function isOneSlipFrom(word: string, wanted: string): boolean {
  if (word === wanted || Math.abs(word.length - wanted.length) > 1) return false
  let start = 0
  while (start < word.length && word.charAt(start) === wanted.charAt(start)) start++
  const [a, b] = [word.slice(start), wanted.slice(start)]
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a.charAt(0) === b.charAt(1) && a.charAt(1) === b.charAt(0) && a.slice(2) === b.slice(2))
  )
}
