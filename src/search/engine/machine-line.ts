/** What a pager writes around an alert: its state, and labels that say where it fired or how badly, and not what is wrong. */
const STATE = /\[(?:FIRING|RESOLVED|ALERTING|PENDING|SUPPRESSED|OK|NO ?DATA)(?::\d+)?\]/gi
const LABEL =
  /(?<![\w.-])(?:severity|priority|urgency|env|environment|stage|instance|pod|namespace|node|host|hostname|ip|region|zone|datacenter|dc|cluster|team|receiver|value|pid|tid|thread|trace_?id|span_?id|request_?id|correlation_?id|client_?id|group_?id|level|lvl|ts|time|timestamp|caller|logger)(?:=|": ?)(?:"[^"]{0,160}"|[^\s,;)}\]]{1,160})/gi

const blanks = (text: string) => ' '.repeat(text.length)

/** A line of a program or a pager without its envelope; what is left is where it was. */
export const withoutEnvelope = (line: string): string => line.replace(STATE, blanks).replace(LABEL, blanks)

/** Times, amounts with a unit, counts and ids: they begin with a digit, or are hexadecimal. */
export const isVarying = (word: string): boolean =>
  /^\p{N}/u.test(word) || /^(?=\D*\d)[\da-f-]{8,}$/i.test(word)

/** A name that a program or a team made of words: of an alert, a job, a table, a metric. Not a constant or a class of errors, which is one thing. */
export const isMadeOfWords = (name: string): boolean =>
  /\p{Ll}/u.test(name) && !/(?:exception|error)$/i.test(name) && !/[.$/]/.test(name)

/** `EventIdsNotUnique`, `growth_snapshot` → their words, with blanks between. */
export const wordsOfName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .trim()
