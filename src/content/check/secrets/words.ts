/** Pairs of letters that make up nine tenths of English and technical words; counted in the documentation of npm packages. */
const USUAL_PAIRS: ReadonlySet<string> = new Set(
  (
    'ab ac ad ag ai al am an ap ar as at au av ay ba be bi bl bo br bs bu ca ce ch ci ck cl co cr ct cu da de di do ds du ' +
    'ea ec ed ee ef eg el em en ep er es et ev ex fa fe ff fi fo ge gh gi gr ha he hi ho ht ia ib ic id ie if ig il im in ' +
    'io ip ir is it iv iz ke ki ks la ld le li ll lo ls lt lu ly ma me mi mo mp na nc nd ne ng ni no ns nt ob oc od ol om ' +
    'on oo op or os ot ou ov ow pa pe pi pl po pp pr ps pt pu qu ra rc rd re ri rk rm rn ro rr rs rt ru ry sa sc se sh si ' +
    'sl so sp ss st su ta tc te th ti to tr ts tt tu ty ua ub uc ue ui ul um un up ur us ut va ve vi wa we xp xt ze'
  ).split(' '),
)

/** The part of its pairs of letters that a random string reaches one time in a hundred, and a word nearly always. */
const WORD_LIKE = 0.5
/** Shorter runs of letters say nothing either way. */
const MIN_LETTERS = 5

/** How people mix capitals into words: `Password`, `dbPassword`, `KafkaConsumerLag`, `HTTPServer`. */
const WORD_CASE = /^(?:[a-z]+|[A-Z]+|[A-Z]{0,5}[a-z]+(?:[A-Z][a-z]+|[A-Z]{2,4}(?![a-z]))*)$/

/** Words of this trade whose letters are unusual. */
const KNOWN = /dockercfg|kafka|mysql|debezium|syntax|google|symbol|draft|yaml|pyspark|jdbc|odbc|oauth/gi

/** Whether letters could be a word that somebody reads, or several written as one; `true` for few letters. */
export function looksLikeWord(letters: string): boolean {
  if (letters.length < MIN_LETTERS) return true
  const capitals = letters.replace(/[^A-Z]/g, '').length
  if (!WORD_CASE.test(letters) || (capitals > letters.length / 3.5 && capitals < letters.length)) return false
  const unknown = letters.replace(KNOWN, '')
  return unknown.length < MIN_LETTERS || shareOfUsualPairs(unknown) >= WORD_LIKE
}

/** From 0 to 1: the part of the pairs of letters that are usual in words. */
export function shareOfUsualPairs(letters: string): number {
  const lower = letters.toLowerCase()
  let usual = 0
  for (let at = 0; at < lower.length - 1; at++) if (USUAL_PAIRS.has(lower.slice(at, at + 2))) usual++
  return usual / (lower.length - 1)
}

/**
 * The words that a name consists of, in lower case: `dbPassword`, `DB_PASSWORD` and `db.password` are `db password`.
 */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** Bits of information in each character, by how often each occurs in the text (Shannon). */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  const total = Array.from(text).length
  let bits = 0
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total)
  return bits
}

/** Words with a number of the letters that are left out in them. */
const NUMERONYM = /^(?:k8s|k3s|e2e|i18n|l10n|a11y|o11y|b2b|p2p|m2m|s2s)$/i

/** `orders-prod-01`, `kafka_client.v2`, `s3/path/of/words`: words with a number here and there, as names of things are. */
export function isName(value: string): boolean {
  return value
    .split(/[-_./:@+ =]+/)
    .filter((part) => part !== '')
    .every((part) => {
      if (NUMERONYM.test(part)) return true
      const [, letters] = /^([A-Za-z]*)\d{0,8}$/.exec(part) ?? []
      return letters !== undefined && looksLikeWord(letters)
    })
}
