/**
 * Whether an expression of MDX holds no program: only white space and comments.
 * Read from its beginning, so that code between two comments is not taken for a part of one.
 */
export function isEmptyExpression(code: string): boolean {
  let rest = code
  for (;;) {
    rest = rest.trimStart()
    if (rest === '') return true
    if (rest.startsWith('/*')) {
      const end = rest.indexOf('*/', 2)
      if (end < 0) return false
      rest = rest.slice(end + 2)
    } else if (rest.startsWith('//')) {
      const end = rest.search(/[\n\r\u2028\u2029]/)
      // The closing brace would be part of the comment.
      if (end < 0) return false
      rest = rest.slice(end)
    } else {
      return false
    }
  }
}
