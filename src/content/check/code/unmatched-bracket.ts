const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** A bracket or quote in an expression without the other one. */
export function unmatchedIn(expression: string): string | undefined {
  const open: string[] = []
  for (let at = 0; at < expression.length; at++) {
    const sign = expression.charAt(at)
    if (sign === '#') {
      const end = expression.indexOf('\n', at)
      if (end < 0) break
      at = end
    } else if ('"\'`'.includes(sign)) {
      const end = endOfQuote(expression, at, sign)
      if (end < 0) return sign
      at = end
    } else if ('([{'.includes(sign)) open.push(sign)
    else if (CLOSES[sign] !== undefined && open.pop() !== CLOSES[sign]) return sign
  }
  return open.at(-1)
}

function endOfQuote(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\' && quote !== '`') at++
    else if (text.charAt(at) === quote) return at
  }
  return -1
}
