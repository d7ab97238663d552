const OPENING = '['.charCodeAt(0)

/**
 * The messages of a line, a line each. Clients of the protocol's revision 2025-03-26 may send several as one list, which the
 * SDK does not read; each is answered by itself then.
 *
 * @param line with its line break
 */
export function messagesOf(line: Buffer): Buffer[] {
  if (line.find((byte) => byte > 32) !== OPENING) return [line]
  try {
    const messages = JSON.parse(line.toString('utf8')) as unknown
    return Array.isArray(messages) && messages.length > 0
      ? messages.map((message) => Buffer.from(`${JSON.stringify(message)}\n`))
      : [line]
  } catch {
    // Whoever reads the line says that it is no message.
    return [line]
  }
}

/** Only what JSON reads as just this: a string without escapes, or a number that a double holds. */
const ID = String.raw`(0|-?[1-9]\d{0,14}|"[^"\\\p{Cc}]*")`
/** In a message, the id is first or last: a client writes fields in the same order each time. */
const FIRST = new RegExp(String.raw`^\s*\{\s*(?:"jsonrpc":\s*"2\.0",\s*)?"id":\s*${ID}\s*[,}]`, 'u')
const LAST = new RegExp(String.raw`,\s*"id":\s*${ID}\s*(?:,\s*"jsonrpc":\s*"2\.0"\s*)?\}\s*$`, 'u')

/** The id of a message of which only the beginning and the end are known; `undefined` where neither has it. */
export function idOf(beginning: string, end: string): number | string | undefined {
  const written = FIRST.exec(beginning)?.[1] ?? LAST.exec(end)?.[1]
  return written === undefined ? undefined : (JSON.parse(written) as number | string)
}
