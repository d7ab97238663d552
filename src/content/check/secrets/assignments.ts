import { nameKind } from './names.ts'
import type { Secret } from './match.ts'
import type { Matches, SievedPattern } from './sieve.ts'
import { isSecretValue } from './values.ts'

/** What is in every name of a secret, vendors aside; a quick look before the slow one. */
const NAME_PART: SievedPattern = {
  pattern:
    /pass|pwd|psw|secret|token|key|cred|auth|jwt|bearer|webhook|dsn|fernet|sas|sig|otp|mnemonic|cookie|session|salt|pepper|hmac|pat\b|pw\b|senha|contrase|kennwort|mdp|seed|psk|community|aws|azure|gcp|datadog|snowflake|databricks|github|gitlab|slack|airflow|kafka|confluent|opsgenie|pagerduty|twilio/gi,
}

const NAME_CHARACTER = /[\p{L}\d_.$-]/u
/** By code, for the characters that nearly all names consist of. */
const IS_NAME_CHARACTER = Array.from({ length: 128 }, (_, code) =>
  NAME_CHARACTER.test(String.fromCharCode(code)),
)
const MAX_NAME = 120

/**
 * What may be between a name and its value: `=`, `:`, `=>`, `:=`, `==`, a closing quote, bracket or tag before it, a type;
 * `, ` after a quoted name (`define("DB_PASSWORD", "…")`); an encoded `=`.
 */
const SEPARATOR =
  /(?:\\?["'`*]{1,3}|\]|\\?["']\]|%22)?(?:\s*:\s*(?:str|String|string|SecretStr)\b)?(?:[ \t]*(?:=>|:=|={1,3}|:{1,2}|<-|\?=|\+=|%3[Dd]|%3[Aa]|→)(?:\*{1,2})?[ \t]*(?:\\?\r?\n[ \t]+)?|(?<=["'`])[ \t]*,[ \t]*|>(?=[^<\s]+<\/)|[ \t]+(?=["'][^"'\n]+["'](?:[\s;,)]|$)))/uy

/** A value in quotes, escaped ones too, or as far as the next space. */
const VALUE =
  /(?:\$?[rbuf]?(?:"""|'''))([^"']{1,2000})|[rbuf]?\\?"((?:[^"\\\n]|\\(?!")[^\n]){1,2000})\\?"|[rbuf]?\\?'((?:[^'\n]){1,2000}?)\\?'|`([^`\n]{1,2000})`|[|>][-+]?[ \t]*\r?\n[ \t]+(\S{1,2000})|\*{1,2}([^*\s]{1,2000})\*{1,2}|([^\s"'`]{1,2000})/duy

/** Values of names that speak of secrets, in any notation: `KEY=value`, YAML, JSON, XML, code, query strings. */
export function* secretAssignments(text: string, matchesOf: Matches): Generator<Secret> {
  let after = 0
  for (const { index } of matchesOf(NAME_PART)) {
    if (index < after) continue
    const [start, end] = nameAround(text, index)
    after = Math.max(end, index + 1)
    const kind = nameKind(text.slice(start, end).replace(/^[-.$]+|[-.]+$/g, ''))
    if (kind === undefined || ARN.test(text.slice(Math.max(0, start - MAX_ARN), start))) continue
    SEPARATOR.lastIndex = end
    const separator = SEPARATOR.exec(text)
    if (!separator || separator[0] === '') continue
    const place = valueAt(text, SEPARATOR.lastIndex)
    if (!place) continue
    const value = text.slice(...place)
    if (!isSecretValue(value, kind)) continue
    yield { kind: kind === 'password' ? 'password' : 'key or token', start: place[0], end: place[1] }
    after = place[1]
  }
  yield* secretPairs(matchesOf)
}

/** `arn:aws:secretsmanager:eu-west-1:123456789012:` before `secret:` names a thing, not its value; so does `arn:aws:iam::` before `aws:`. */
const ARN = /\barn:aws[\w-]*:[\w-]+:[\w-]*:(?:[^\s:]{0,40}:)?$/
const MAX_ARN = 120

function nameAround(text: string, index: number): [start: number, end: number] {
  let start = index
  let end = index
  while (start > 0 && index - start < MAX_NAME && isNameCharacter(text, start - 1)) start--
  while (end < text.length && end - index < MAX_NAME && isNameCharacter(text, end)) end++
  return [start, end]
}

function isNameCharacter(text: string, at: number): boolean {
  return IS_NAME_CHARACTER[text.charCodeAt(at)] ?? NAME_CHARACTER.test(text.charAt(at))
}

/** Where the value at an offset begins and ends, without what belongs to the sentence or the next field. */
function valueAt(text: string, offset: number): [start: number, end: number] | undefined {
  VALUE.lastIndex = offset
  const match = VALUE.exec(text)
  if (!match) return undefined
  const groups = match.indices?.slice(1) ?? []
  const index = groups.findIndex((group) => group !== undefined)
  const place = groups[index]
  if (!place) return undefined
  const isBare = index === groups.length - 1
  return isBare ? bare(text, place) : place
}

/** The end of a value without quotes: before the next field of a connection string, query, list or tag, and before a full stop. */
function bare(text: string, [start, end]: [number, number]): [start: number, end: number] {
  let value = text.slice(start, end)
  value = value.replace(/(?:&amp;|[&;,|]|%26)[\w.\s-]+(?:=|%3d)[\s\S]*$/i, '')
  if (!value.startsWith('<')) value = value.replace(/<\/?[A-Za-z][\s\S]*$/, '')
  // A placeholder keeps its brackets.
  if (/^(?:\$?\{|<|\$\(|\[|\()/.test(value))
    value = text.slice(start, Math.max(start + value.length, closeOf(text, start)))
  else value = value.replace(/(?:\\n|\\r)+$/, '').replace(/[.,;:!?)\]}>|\\*_]+$/, '')
  return [start, start + value.length]
}

/** Where a bracket at an offset is closed on its line; the offset itself where it is not. */
function closeOf(text: string, offset: number): number {
  const match =
    /^(?:\$\{[^}\n]*\}|\$\([^)\n]*\)|\{\{[^\n]*?\}\}|\{[^}\n]*\}|<[^>\n]*>|\[[^\]\n]*\]|\([^)\n]*\))/.exec(
      text.slice(offset, offset + 300),
    )
  return offset + (match?.[0].length ?? 0)
}

/** `- name: DB_PASSWORD` with `value: …` on the next line, `{"key": "token", "value": "…"}`, and `| password | … |`. */
const PAIR: SievedPattern = {
  pattern:
    /["']?\b(?:name|key|property|variable|field|id|n)["']?\s*[:=][ \t]{0,9}["']?([\w.-]{3,80})["']?[ \t]{0,9}[,;]?\s{0,60}["']?\b(?:value|val|v|default|defaultValue)["']?[ \t]{0,9}[:=][ \t]{0,9}["']?([^\s"',}]{5,2000})/dgi,
  needs: /\b(?:v|val|value|default|defaultValue)["']?[ \t]{0,9}[:=][ \t]{0,9}["']?[^\s"',}]{5}/i,
}
const XML_PAIR: SievedPattern = {
  pattern: /<(?:name|key)>([\w.-]{3,80})<\/(?:name|key)>\s{0,60}<value>([^<]{5,2000})<\/value>/dgi,
}
const CELL: SievedPattern = {
  pattern: /\|[ \t]*`?([\w .-]{3,60}?)`?[ \t]*\|[ \t]*`?([^\s|`]{5,500})`?[ \t]*(?=\|)/dg,
}
/** `ENV NAME value`, `setx NAME value`, `set -x NAME value`. */
const SET_PAIR: SievedPattern = {
  pattern:
    /(?:^|\n)[ \t]*(?:ENV|ARG|setx|setenv|set[ \t]+-[A-Za-z]{1,4})[ \t]+([\w.-]{3,80})[ \t]+["']?([^\s"'=]{5,2000})/dgi,
  needs: /\b(?:env|arg|setx|setenv|set)[ \t]/i,
}
const VARIABLE_PAIR: SievedPattern = {
  pattern:
    /\bvariable[ \t]+"?([\w.-]{3,80})"?\s{0,9}\{[^{}]{0,500}?\bdefault\s{0,20}=\s{0,20}"([^"\n]{5,2000})"/dgi,
  needs: /\bvariable[ \t]/i,
}
const WORDS_PAIR: SievedPattern = { pattern: /<(\w[\w.-]{2,60})>([^<>\s]{5,2000})<\/\1>/dg, inside: ['</'] }
const PAIRS = [PAIR, XML_PAIR, SET_PAIR, VARIABLE_PAIR, CELL, WORDS_PAIR]

export const ASSIGNMENT_PATTERNS: readonly SievedPattern[] = [NAME_PART, ...PAIRS]

function* secretPairs(matchesOf: Matches): Generator<Secret> {
  for (const pattern of PAIRS) {
    for (const match of matchesOf(pattern)) {
      const [, name = '', value = ''] = match
      const place = match.indices?.[2]
      const kind = nameKind(name.trim())
      if (!place || kind === undefined || !isSecretValue(value.trim(), kind)) continue
      yield { kind: kind === 'password' ? 'password' : 'key or token', start: place[0], end: place[1] }
    }
  }
}
