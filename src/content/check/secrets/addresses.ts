import type { Secret } from './match.ts'
import { isPlaceholder } from './placeholders.ts'
import { entropyOf } from './words.ts'

/** `scheme://user:password@host` of whatever scheme; the user may be missing, as for Redis. */
const USER_INFO =
  /[a-z][a-z\d+.-]{1,30}:\/\/([^\s/?#:@"'<>`]{0,120}):((?:<[^<>\s]{1,60}>|[^\s"'<>`/]){1,300}|[^\s"'<>`]{1,300})@(?=[\w[<${*-])/dgi
/** `https://token@host`: no user, no colon. */
const TOKEN_ONLY = /https?:\/\/([\w~.+=-]{16,300})@(?=[\w[])/dgi
/** `jdbc:oracle:thin:user/password@host` and `sqlplus user/password@host`. */
const ORACLE =
  /(?:jdbc:oracle:\w+:|\bsqlplus\s+(?:-\w+\s+)*|\b(?:imp|exp|impdp|expdp|sqlldr|rman\s+target|userid=)\s*["']?)([\w$#.]{1,60})\/([^\s/@"'<>]{1,200})@/dgi

/** Passwords in the addresses of a text. */
export function* secretsInAddresses(text: string): Generator<Secret> {
  if (!text.includes('@')) return
  for (const [kind, pattern] of [
    ['password in an address', USER_INFO],
    ['password in an Oracle address', ORACLE],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const [, user = '', password = ''] = match
      const place = match.indices?.[2]
      if (!place || isPlaceholder(decode(password)) || isKnownPair(user, password)) continue
      // `https://https://host`: a scheme that was pasted twice.
      if (password.startsWith('//')) continue
      yield { kind, start: place[0], end: place[1] }
    }
  }
  for (const match of text.matchAll(TOKEN_ONLY)) {
    const [, user = ''] = match
    const place = match.indices?.[1]
    if (!place || isPlaceholder(user) || !/\d/.test(user) || entropyOf(user) < 3.2) continue
    yield { kind: 'token in an address', start: place[0], end: place[1] }
  }
}

/** `postgres:postgres@`, `guest:guest@`: what a new installation has, and no secret. */
function isKnownPair(user: string, password: string): boolean {
  return user !== '' && user.toLowerCase() === password.toLowerCase()
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
