import type { NameKind } from './names.ts'
import { isPlaceholder } from './placeholders.ts'
import { entropyOf, isName, looksLikeWord, shareOfUsualPairs } from './words.ts'

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** Technical words with digits in them that are no passwords. */
const TECHNICAL =
  /^(?:scram-)?(?:sha|rs|hs|es|ps|md|aes|rsa|utf|base|oauth|x|tls|ssl|ed|kerberos|v|kv|s|ec|p|http|ipv|argon|pbkdf|bcrypt|ntlm|krb|rc|des|pkcs|dh|blake|crc|id|k|r|q|fy|cve|iso|rfc|sev)[-_.]?v?\d[\d.]*(?:[-_](?:bit|bits|gcm|cbc|plus|enc|url|id|hmac|random|ctr|wal|sha\d+|v\d|\d+))*$/i

/** A date, a time, a number with a unit, a version, an address of a machine. */
const COUNTED =
  /^[\d.,:%+-]+$|^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$|^\d+(?:\.\d+)?\s?(?:[smhdw]|ms|min|[kmgt]i?b?|days?|hours?|minutes?|seconds?|years?|bits?|bytes?|chars?|characters|%)$|^v?\d+\.\d+\S*$|^P(?:T?\d+[DHMSWY])+$/i

/** Where something is: `/etc/app/token.json`, `2ndline/heroku`, `team/app/shared-db`. Base64 has capitals. */
const FILE = /^(?:~|\.{0,2})\/[\w.-]+(?:\/[\w.-]+)*\.[a-z]{2,5}$|\/etc\/passwd$/
const PLACE =
  /^(?:\d{0,2}[a-z]+\d{0,2}(?:[-_.](?:[a-z]+\d{0,2}|\d{1,2}))*\/)+\d{0,2}[a-z]+\d{0,2}(?:[-_.](?:[a-z]+\d{0,2}|\d{1,2}))*$/

/** To whom it is sent, and no key. */
const MAIL = /^`?[a-z][\w.+-]*@(?:[a-z\d-]+\.)+[a-z]{2,}`?[.,;:]?$/

function classesIn(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(value)).length
}

/** Whether letters and digits are so mixed that nobody has thought of them. */
function isRandom(value: string, minLength: number): boolean {
  if (value.length < minLength) return false
  const letters = value.match(/[A-Za-z]{5,}/g) ?? []
  const isMixed = /\d/.test(value) && /[A-Za-z]/.test(value)
  if (!isMixed && letters.every(looksLikeWord) && !/^\d{16,}$/.test(value)) return false
  // Random hexadecimal digits have up to 4 bits each, of 16 characters about 3.2.
  return entropyOf(value) >= (value.length < 20 ? 2.8 : 3.1)
}

/** Ideographs, kana and Hangul: writing without spaces, in which a value ends where the words go on. */
const WITHOUT_SPACES = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/
/** What Kubernetes puts behind the name of a thing to make it unique. */
const UNIQUE_END = /-[bcdfghjklmnpqrstvwxz2456789]{5}$/

/** Quotes of books and of other languages, arrows and characters without width: they surround a value and are no part of it. */
const SURROUNDS = /^[^\p{L}\p{N}\u0020-\u007e\t\r\n…•]+|[^\p{L}\p{N}\u0020-\u007e\t\r\n…•]+$/gu
/** A place that a reader fills in, whatever the words in it. */
const BRACKETS = /^(?:[<{[(].*[>}\])]|[$%].*)$/s

/** The parts of a value that a secret can be: where it begins, and each word further on, behind words of other scripts. */
function partsOf(written: string, kind: NameKind): { first: string; further: readonly string[] } {
  const text = written.replace(SURROUNDS, '').replace(/^\*{1,3}|\*{1,3}$/g, '')
  // Passwords may have letters of other alphabets. Keys and tokens have none; a character reference is one sign.
  const runs =
    kind === 'password'
      ? text.split(WITHOUT_SPACES)
      : text.replace(/&#?\w{1,8};/g, ' ').split(/[^\t\n\r\u0020-\u007e]/)
  const [first = '', ...others] = runs
  if (BRACKETS.test(text)) return { first, further: [] }
  return {
    first,
    further: others.flatMap((run) => run.split(/\s+/)).map((word) => word.replace(SENTENCE, '')),
  }
}

/** What belongs to the sentence around a word. */
const SENTENCE = /^[("'`*[{]+|[.,;:)"'`*\]}]+$/g

/** Whether the value of a name of this kind is a secret. */
export function isSecretValue(written: string, kind: NameKind): boolean {
  // Several names in a cell of a table.
  const several = written.split(/`,[ \t]*`/)
  if (several.length > 1) return several.some((one) => isSecretValue(one, kind))
  const { first, further } = partsOf(written, kind)
  // In the middle of a sentence a word with a digit is often the name of something; a password there has to look like one.
  return isSecretPart(first, kind) || further.some((word) => isMixed(word) && isSecretPart(word, kind))
}

/** Letters of both cases and digits or signs, as no name of a thing has them. */
function isMixed(value: string): boolean {
  return value.length >= 8 && classesIn(value) >= 3 && entropyOf(value) >= 2.8 && !isName(value)
}

function isSecretPart(value: string, kind: NameKind): boolean {
  const isCounted = COUNTED.test(value) && !/^\d{6,}$/.test(value)
  if (value.length < 5 || value.length > 5000 || isCounted || TECHNICAL.test(value)) return false
  if (isPlaceholder(value) || FILE.test(value)) return false
  // `user/password` is how some write both.
  if (kind !== 'password' && (PLACE.test(value) || MAIL.test(value))) return false
  if (kind === 'vendor') return isVendorValue(value)
  if (kind === 'password') return isPassword(value)
  if (isSentence(value)) return false
  if (UUID.test(value)) return true
  if (isName(value) || (UNIQUE_END.test(value) && isName(value.replace(UNIQUE_END, '')))) return false
  return isRandom(value, 16) || (value.length >= 10 && classesIn(value) >= 3 && entropyOf(value) >= 2.8)
}

/** Several words with blanks between them: no key or token has any. */
function isSentence(value: string): boolean {
  const words = value.split(/[ \t]+/)
  return words.length >= 3 && words.every((word) => /^[A-Za-z'’-]+[.,;:!?]?$/.test(word))
}

/** What builds put behind the name of a picture of a machine: `prod-97ab16c3-1693560380`. */
const BUILD = /^[a-z][a-z-]*-[\da-f]{7,12}-\d{10,14}$/

/** A long value of mixed letters and digits, and no address, date, hash of a commit or UUID. */
function isVendorValue(value: string): boolean {
  if (UUID.test(value) || BUILD.test(value) || isName(value) || /[^\w+/=~-]/.test(value)) return false
  const isHex = /^[\da-f]+$/i.test(value)
  return value.length >= 24 && !isHex && classesIn(value) >= 3 && entropyOf(value) >= 3.8
}

function isPassword(value: string): boolean {
  if (/^\d+$/.test(value)) return value.length >= 6
  // The password of a Google account for one application: four groups of four letters.
  if (/^(?:[a-z]{4} ){3}[a-z]{4}$/.test(value)) return shareOfUsualPairs(value.replaceAll(' ', '')) < 0.7
  if (/\s/.test(value)) return false
  if (/^[A-Za-z_.-]+$/.test(value)) {
    return value.length >= 8 && !isName(value)
  }
  if (/^[a-z\d]+(?:[-_./][a-z\d]+)+$/.test(value) && isName(value)) return false
  // The path of a setting: `objectStorage.s3.accessKey`
  if (/^[a-z][A-Za-z\d]*(?:\.[a-z][A-Za-z\d]*)+$/.test(value) && isName(value)) return false
  return classesIn(value) >= 2
}
