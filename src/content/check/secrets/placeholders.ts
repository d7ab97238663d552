import { isName, looksLikeWord } from './words.ts'

/** A place for a value that a reader fills in: the grammar of `variables`, and what else is written in its place. */
const FORMS: readonly RegExp[] = [
  // <NAME>, <your token>
  /^<[^<>]{1,60}>$/,
  // $NAME, ${NAME}, ${NAME:-default}, $(command), $env:NAME, $1; a password hash ($2b$10$…) is none
  /^\$(?:\{[^}]*\}?|\(.*|env:\w+|[A-Za-z_]\w*|\d|@)$/i,
  // {{ template }}, {name}, #{name}, %{name}
  /^[#%$]?\{\{?.*\}?\}$/,
  // %NAME%, %(name)s, @name@, __NAME__, [NAME], (name), `command`, [words of a sentence in brackets]
  /^%[\w.]+%$|^%\(\w+\)s$|^%[sdv]$|^@\w+@$|^__\w+__$|^\[[^\]]{0,60}\]$|^\([^)]{0,60}\)$|^`[^`]*`[.,;:)]*$|^`.*`$/,
  /^\[[A-Za-z][\w'’-]{0,40}(?: [\w'’.,/-]{1,40}){3,60}\]$/,
  // Where a secret is kept: a reference to a vault, a function that fetches it, ciphertext
  /^(?:arn|op|ref\+\w+|sm|ssm|vault|gcp-sm|awssm|azkv|keyvault|secretsmanager|env|file|classpath|data-vault):/i,
  /^(?:ENC\[|ENC\(|\$ANSIBLE_VAULT|!|@Microsoft\.KeyVault|projects\/[^/]+\/secrets\/)/,
  /^(?:https?|s3|gs|abfss?|hdfs|dbfs):\/\//i,
  // Expressions of PowerShell: (Get-Token).token, [Type]::Method(…), $object.Method(…)
  /^\([A-Z][a-z]+-[A-Z]\w*(?:[\s)]|$)/,
  /^\[[A-Z][\w.]*\]::\w+/,
  /^\$[A-Za-z_]\w*(?:\)?\.[A-Za-z_]\w*)+\(/,
  /^\$[A-Za-z_]\w*(?:\.(?:[A-Z][a-z]+){1,5})+$/,
  // Of Ruby: Team::Vault.get; of a shell: /etc/service/run|cut; an argument of Python: classes=[
  /^[A-Z]\w*(?:::[A-Za-z_]\w*)+[.(]/,
  /^(?:\/[\w.-]+){2,}\s*\|\s*(?:cut|tr|awk|sed|head|tail|grep|jq|base64)\b/,
  /^[a-z_]\w*=[[({]/,
  // What a signed address says of its key: who, which day, where; the signature is another field
  /^[\w.@%+-]{3,200}?(?:%2F|\/)\d{8}(?:%2F|\/)[a-z][\w-]*(?:%2F|\/)\w+(?:%2F|\/)(?:goog|aws)4_request/i,
  // Of Concourse: ((name)); of psql and JDBC: :NAME; of GitHub's Actions and others: $email-password, $HOME/artifact.json
  /^\(\([\w.:/-]+\)*$/,
  /^:["']?[A-Z][A-Z\d_]*["']?$/,
  /^\$[A-Za-z]\w*(?:-[A-Za-z]+)+$/,
  /^\$[A-Za-z_]\w*\/[\w$./{}-]*$/,
  /^~?(?:\/[\w.-]+)+\/[\w.-]*\$\{?[A-Z][A-Z\d_]*\}?[\w.-]*$/,
  // What is behind the name and no value of it: the next variable, a command, a link, a prompt, a principal of Kerberos
  /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+=$/,
  /^[A-Z][A-Z\d_]*=\$[A-Za-z_]\w* [a-z]/,
  /^(?:\*{1,3}|\\?\[\\?\])?\[[^\]\n]{1,60}\]\((?:https?:\/\/|#|\.{0,2}\/)/,
  /^[\w.-]{1,60}@[\w.-]{1,60}:[~/][\w./-]{0,60}[$#]$/,
  /^[\w.-]{1,60}\/[\w.-]{1,60}@(?:[A-Z][A-Z\d-]*\.)+[A-Z]{2,}$/,
  /^[A-Za-z]+<\/[a-z]+>?$/,
  // Numbers and answers of a form, joined in an address
  /^\d+(?:%2C(?:\d+|true|false))+$/i,
  // Expressions: a list of Python, a call, an attribute, an index
  /^\[[\w.()]{1,40} for \w+ in /,
  /^[A-Za-z_]\w*(?:\.\w+)*[([]/,
  /^(?:self|this|config|conf|cfg|settings|args|opts|options|params|env|environ|process|secrets?|var|local|module|data|os|context|ctx|creds?|credentials|account|user|request|props|vars|values|inputs|github|steps|needs|each|kwargs|Variable|Secret|dbutils)\.[A-Za-z_][\w.]*$/i,
]

/** Words that say that a value is none. */
const SAYS_SO =
  /example|placeholder|change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|with|this)|redacted|masked|removed|hidden|dummy|sample|insert[-_ ]|goes[-_ ]?here|fill[-_ ]?in|foobar|not[-_ ]?(?:a[-_ ])?(?:real|secret)|elided|omitted|truncated|(?<![a-z\d])(?:your|fake|todo|tbd|fixme|snip|here)(?![a-z\d])/i

/** Whole values that stand for one, or for nothing. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'password passwd pass pwd pw secret token key apikey api_key user username admin root test testing default none null nil ' +
    'undefined true false yes no on off empty string str int text varchar bytes required optional hidden private public ' +
    'foo bar baz hello hello.world hello-world hello_world helloworld 密码 密碼 口令 パスワード ' +
    'hunter2 letmein qwerty abc123 password1 password123 passw0rd p@ssw0rd p@ssword secret123 admin123 test123 minioadmin'
  ).split(' '),
)

/** `dbpasswd`, `my-secret-token`: a word for a secret, and whose it is. */
const CALLED_SO =
  /^(?:my|our|the|some|db|database|user|root|admin|super)?[-_.]?(?:secret|super)?[-_.]?(?:password|passwd|passwort|pwd|secret|token)$/i

/** Keys that vendors print in their documentation, which give access to nothing. */
const PUBLISHED = [
  '4eC39HqLyjWDarjtT1zdp7dc',
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq',
  'eyJzdWIiOiIxMjM0NTY3ODkwI',
]

/** Long enough to recognise what somebody typed along the keyboard. */
const SEQUENCES = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  '9876543210',
  'qwertyuiop',
  'deadbeef',
]

/** A part of a sequence that is shorter says nothing. */
const MIN_SEQUENCE = 4
const SHORTEST = new Set(
  SEQUENCES.flatMap((sequence) =>
    Array.from({ length: sequence.length - MIN_SEQUENCE + 1 }, (_, at) =>
      sequence.slice(at, at + MIN_SEQUENCE),
    ),
  ),
)

/** The sequences from every start that a value of some length can have. */
function isSequence(value: string): boolean {
  const letters = value.toLowerCase().replace(/[-_.: ]/g, '')
  let hasSequence = false
  for (let at = 0; at + MIN_SEQUENCE <= letters.length && !hasSequence; at++)
    hasSequence = SHORTEST.has(letters.slice(at, at + MIN_SEQUENCE))
  if (!hasSequence) return false
  let rest = letters
  for (const sequence of SEQUENCES) {
    for (let length = sequence.length; length >= MIN_SEQUENCE; length--) {
      for (let from = 0; from + length <= sequence.length; from++) {
        rest = rest.replaceAll(sequence.slice(from, from + length), '')
      }
    }
  }
  return rest.length <= letters.length / 4
}

/** `xxxx`, `****`, `0000-0000`, `ghp_xxxxxxxx`: one character, over and over, is most of it. */
function isRepeated(value: string): boolean {
  const longest = Math.max(0, ...(value.match(/(.)\1*/gsu) ?? []).map((run) => run.length))
  if (longest >= 8 || (longest >= 4 && longest >= value.length / 2)) return true
  return new Set(value.replace(/[-_.: ]/g, '')).size <= Math.min(2, value.length / 4)
}

/** `YOUR_TOKEN`, `PASSWORD`: words in capitals are for the reader to replace. */
function isInCapitals(value: string): boolean {
  return (
    /^[A-Z]+\d{0,3}(?:[-_ .](?:[A-Z]+\d{0,3}|\d{1,3}))*$/.test(value) &&
    value.split(/[-_ .\d]+/).every(looksLikeWord)
  )
}

/**
 * Whether a value is a placeholder that a reader replaces, or points to where the value is kept, and so is no secret.
 *
 * The grammar is that of `variables`: `<NAME>`, `$NAME`, `${NAME}`; besides, one repeated character, `EXAMPLE`,
 * templates of the usual tools, and references to vaults.
 */
export function isPlaceholder(value: string): boolean {
  return isPlain(value) || isEncoded(value.trim())
}

/** `c2VjcmV0`, `dXNlcm5hbWU6cGFzc3dvcmQ=`: a placeholder, or a user and a password that are ones, in base64. */
function isEncoded(text: string): boolean {
  if (
    text.length > MAX_ENCODED ||
    !/^(?:[A-Za-z\d+/]{4}){2,}(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(text)
  )
    return false
  const decoded = atob(text).trim()
  return /^[\x20-\x7e]{3,}$/.test(decoded) && decoded.split(':').every(isPlain)
}

const MAX_ENCODED = 200

function isPlain(value: string): boolean {
  const text = value.trim().replace(/^(?:bearer|basic|token)[ \t]+(?=\S)/i, '')
  if (text === '' || /^[\p{P}\p{S}\s]*$/u.test(text)) return true
  if (text.includes('…') || text.includes('...') || text.includes('***') || text.includes('•')) return true
  if (PUBLISHED.some((known) => text.includes(known))) return true
  if (FORMS.some((form) => form.test(text)) || SAYS_SO.test(text) || SAYS_SO.test(inLetters(text)))
    return true
  if (/\$\{|\$\(|\{\{|<[A-Za-z][\w -]*>/.test(text)) return true
  // `<password`, whose other half was lost with the quote.
  if (/^<[A-Za-z][A-Za-z_ -]{2,40}$/.test(text) && isName(text.slice(1))) return true
  if (/^(?:~|\.{1,2})?\//.test(text) && isName(text.replace(/^[~.]+/, ''))) return true
  if (CALLED_SO.test(text)) return true
  // What serves, and its port, where an address was written with the password before it.
  const [, host] = /^([a-z]\w*[.-][\w.-]*):\d{2,5}$/.exec(text) ?? []
  if (host !== undefined && isName(host)) return true
  // An anchor of YAML, and what it names is behind it.
  if (/^&[A-Za-z][\w-]*$/.test(text) && isName(text.slice(1))) return true
  return WORDS.has(text.toLowerCase()) || isInCapitals(text) || isRepeated(text) || isSequence(text)
}

const FIGURES = new Map(
  Object.entries({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }),
)

/** `Ch4ngeTh1sN0w` as it is read: a value that says what it is, with figures for letters so that a rule of passwords takes it. */
function inLetters(text: string): string {
  return text.replace(/[013457@$]/g, (figure) => FIGURES.get(figure) ?? figure)
}
