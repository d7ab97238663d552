import { placeOfMatch, type Secret } from './match.ts'
import { isPlaceholder } from './placeholders.ts'
import { isSecretValue } from './values.ts'
import type { NameKind } from './names.ts'
import type { Matches, SievedPattern } from './sieve.ts'

/** Where a command, a header or a statement takes a secret without a name beside it. */
interface Position extends SievedPattern {
  kind: string
  /** How much the value has to look like a secret; in the place of a password nearly anything does. */
  as: NameKind
}

/** A word of a shell, with or without quotes. */
const WORD = String.raw`(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"'|;&\\]{1,300}))`
/** Options and arguments before the one that counts, on the same line or on lines joined by a backslash. */
const REST = String.raw`(?:[^\n|;&\\]|\\\r?\n){0,300}?`
/** Where another word begins. */
const GAP = String.raw`(?:[ \t]|\\\r?\n)+`

/** @param where what is inside of whatever it matches; where several things may be, or a pattern says it better, the conditions */
const command = (
  kind: string,
  where: string | Pick<SievedPattern, 'inside' | 'needs'>,
  source: string,
  as: NameKind = 'password',
): Position => ({
  kind,
  pattern: new RegExp(source.replaceAll('WORD', WORD).replaceAll('REST', REST).replaceAll('GAP', GAP), 'dgi'),
  ...(typeof where === 'string' ? { inside: [where] } : where),
  as,
})

export const POSITIONS: readonly Position[] = [
  // Headers
  command(
    'Authorization header',
    'authorization',
    String.raw`\bauthorization["']?\]?\s?[:=,]{1,2}\s?(?:f?["'])?(?:basic|bearer|token|apikey|digest|negotiate|ntlm|key|geniekey|ssws|bot|splunk|api-token|sharedkey|hmac|apitoken|oauth|token[ ]token=)?[ =]{0,2}["']?([\w.~+/=:-]{8,})`,
    'key',
  ),
  command(
    'Authorization header',
    'basic ',
    String.raw`\bbasic[ ]+([A-Za-z\d+/]{8,}={0,2})(?![\w+/=])`,
    'key',
  ),
  command('Authorization header', 'bearer', String.raw`\bbearer[ ]+([\w.~+/=-]{16,})`, 'key'),
  command('Authorization header', 'geniekey', String.raw`\bgeniekey[ ]+([\w-]{16,})`, 'key'),
  command(
    'password in a query',
    'aws4-hmac',
    String.raw`AWS4-HMAC-SHA256\s[^\n]{1,300}Signature=([\da-f]{64})`,
    'key',
  ),
  command(
    'cookie',
    'cookie',
    String.raw`\b(?:set-)?cookie["']?\s?[:=]\s?["']?(?:[\w-]+=[^;\s]*;\s?)*(?:[\w-]*(?:sess|sid|auth|token|jwt|csrf|remember)[\w-]*)=([\w.%+/=:-]{12,})`,
    'key',
  ),
  // Options that every command understands so
  command(
    'password of a command',
    { inside: ['pass', 'pw'] },
    String.raw`(?<![\w-])--?(?:[\w-]{0,40}-)?(?:(?:src|dest)?(?:store|key)?pass|passw(?:or)?d|passwd|passphrase|pwd|pw)(?:GAP|=)WORD`,
  ),
  command(
    'key or token of a command',
    { inside: ['token', 'secret', 'key', 'auth', 'credential'] },
    String.raw`(?<![\w-])--?(?:[\w-]{0,40}-)?(?:token(?:-value)?|secret|api-?key|apikey|auth|access-key|secret-key|account-key|private-key|credentials?|auth-?token|sas-token|client-secret|key)(?:GAP|=)WORD`,
    'key',
  ),
  command(
    'user and password of a command',
    {},
    String.raw`(?<![\w-])(?:-u|--user|--proxy-user|--userpwd|-U|-a|--auth|--creds|--dest-creds|--src-creds|--http-user)(?:GAP|=)?["']?(?!https?:)[\w.@\\$-]{1,80}:([^\s"'@:/]{3,200})`,
  ),
  // Commands with a way of their own
  command(
    'password of mysql',
    {},
    String.raw`\b(?:mysql\w*|mariadb\w*|mycli|percona\w*)\bREST[ \t]-p["']?([^\s"'-][^\s"']{2,200})`,
  ),
  command(
    'password of redis-cli',
    {},
    String.raw`\b(?:redis|valkey|keydb)-(?:cli|benchmark)\bREST[ \t]-aGAPWORD`,
  ),
  command(
    'password of Redis',
    { inside: ['auth', 'requirepass'] },
    String.raw`(?:^|\n|>)[ \t]*(?:AUTH|requirepass|masterauth)[ \t]+(?:\w+[ \t]+)?([^\s"']{6,200})[ \t]*(?=\n|$)`,
  ),
  command('unseal key of Vault', 'unseal', String.raw`\bvault[ \t]+operator[ \t]+unsealGAPWORD`, 'key'),
  command(
    'variable of Airflow',
    'variables',
    String.raw`\bairflow[ \t]+variables[ \t]+(?:set|--set|-s)GAP["']?\w{0,40}(?:passw(?:or)?d|secret|token|api_?key|pwd)\w{0,20}["']?GAPWORD`,
  ),
  command('password of sshpass', 'sshpass', String.raw`\bsshpass[ \t]+-p[ \t]*WORD`),
  command(
    'password of a command',
    'login',
    String.raw`\b(?:docker|podman|helm|buildah|skopeo|crane|nerdctl)\bREST\blogin\bREST[ \t]-p(?:GAP|=)WORD`,
  ),
  command(
    'password of a command',
    { inside: [' -p', '\t-p'] },
    String.raw`\b(?:mongo\w*|beeline|cqlsh|az[ ]login|oc[ ]login|cf[ ]login|rabbitmqadmin|kafka-\w+|artifactory|jf|jfrog|openstack|nomad|dsconf|impala-shell|presto|trino|nzsql|hdbsql|isql|tsql|ftp|zip|7z|7za|rar|unzip|ncftp\w*|pdftk|qpdf|es\w*|elasticsearch-\w+|kibana|sqoop|hive|dse|nodetool|airflow|superset|fab|snowsql|curlftpfs|xfreerdp|winexe|net|cyberduck|duck)\bREST[ \t]-[pP](?:GAP)?WORD`,
  ),
  command('password of sqlcmd', '-p', String.raw`\b(?:sqlcmd|bcp|osql|mssql-cli)\bREST[ \t]-P[ \t]*WORD`),
  command('password of ldap', '-w', String.raw`\bldap\w+\bREST[ \t]-w[ \t]*WORD`),
  command('password of vsql', '-w', String.raw`\b(?:vsql|isql|gsql)\bREST[ \t]-w[ \t]*WORD`),
  command(
    'password of smbclient',
    {},
    String.raw`\b(?:smbclient|rpcclient|smbget|winexe|wmic)\bREST[ \t](?:-U|--user=?)[ \t]*["']?[\w.\\/-]{1,60}%([^\s"']{3,200})`,
  ),
  command('password of lftp', 'lftp', String.raw`\blftp\bREST[ \t]-u[ \t]*[\w.@-]{1,60},WORD`),
  command('password of openssl', 'pass:', String.raw`\bpass:([^\s"']{4,200})`),
  command('password of Windows', {}, String.raw`/pass(?:word)?:WORD`),
  command(
    'password of Teradata',
    'logon',
    String.raw`\.logon[ \t]+[\w./-]{1,80}/?[\w.-]{1,60},[ \t]*([^\s;"']{4,200})`,
  ),
  command(
    'password of net use',
    'net use',
    String.raw`\bnet[ ]use\bREST\\\\[^\s]{1,200}[ \t]+([^\s"'/]{6,200})[ \t]+/u`,
  ),
  command(
    'password of htpasswd',
    'htpasswd',
    String.raw`\bhtpasswd[ \t]+-\w*b\w*[ \t]+(?:\S{1,200}[ \t]+)?[\w.@-]{1,60}[ \t]+WORD`,
  ),
  command(
    'password for chpasswd',
    'chpasswd',
    String.raw`\becho[ \t]+["']?[\w.-]{1,60}:([^\s"'|]{4,200})["']?[ \t]*\|[ \t]*(?:sudo[ \t]+)?chpasswd`,
  ),
  command(
    'password on standard input',
    {},
    String.raw`\b(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?(?:["']?%s(?:\\n)?["']?[ \t]+)?(?:"([^"\n]{4,300})"|'([^'\n]{4,300})'|([^\s"'|;&]{4,300}))[ \t]*\|[ \t]*(?:sudo[ \t]+-\w*S|su\b|kinit|docker[ \t]+login|podman[ \t]+login|helm[ \t]+registry|gh[ \t]+auth|passwd|cryptsetup|gpg|vault[ \t]+login|snowsql|sudo[ \t]+passwd|kubectl[ \t]+create[ \t]+secret|gcloud[ \t]+secrets|wrangler[ \t]+secret)`,
  ),
  command('password on standard input', '<<<', String.raw`<<<[ \t]*WORD`, 'key'),
  command(
    'value of a command',
    'configure',
    String.raw`\bconfigure[ \t]+set[ \t]+[\w.-]*(?:secret|token|key)[\w.-]*[ \t]+WORD`,
    'key',
  ),
  command(
    'password of npm',
    {},
    String.raw`\b_(?:authToken|auth|password)["']?[ \t]*[= ][ \t]*["']?([\w+/=.-]{8,})`,
    'key',
  ),
  command(
    'key of a command',
    'login',
    String.raw`\b(?:wandb|vault|tailscale|heroku|flyctl|sentry-cli|huggingface-cli|databricks|dbt|astro|prefect|pulumi|netlify|vercel|wrangler|cargo|gem|poetry|snyk)[ \t]+(?:auth[ \t]+)?login[ \t]+(?:-\S+[ \t]+)*([\w.-]{16,})`,
    'key',
  ),
  command(
    'secret of Confluent',
    'api-key',
    String.raw`\bconfluent[ \t]+api-key[ \t]+store[ \t]+(?:-\S+[ \t]+)*\S{8,40}[ \t]+WORD`,
    'key',
  ),
  command('password of poetry', 'http-basic', String.raw`\bhttp-basic\.[\w-]+[ \t]+\S{1,80}[ \t]+WORD`),
  command('token of pypi', 'pypi-token', String.raw`\bpypi-token\.[\w-]+[ \t]+WORD`, 'key'),
  command(
    'key of Vault',
    ' key',
    String.raw`\b(?:unseal|recovery)[ ]key(?:[ ]\d{1,2})?["'*${'`'}]{0,3}[ ]?[:=][ ]?["'${'`'}]?([\w+/=]{20,})`,
    'key',
  ),
  command('password of Db2', 'using', String.raw`\bdb2\b[ \t]+connect\bREST[ \t]using[ \t]+WORD`),
  command(
    'password of a command',
    '_cmd',
    String.raw`password_cmd(?:GAP|=)["']?(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?([^\s"']{4,200})`,
  ),
  command(
    'password for a prompt',
    'send',
    String.raw`pass(?:word|phrase)[^\n]{0,20}\s{0,20}\{?\s{0,20}send(?:line)?[ \t(]+"([^"\n\\]{4,200})(?:\\[rn])?"`,
  ),
  command('parameter of AWS', 'securestring', String.raw`--type[ \t]+SecureStringREST--valueGAPWORD`, 'key'),
  command('parameter of AWS', '--secret-string', String.raw`--secret-stringGAPWORD`, 'key'),
  command(
    'cookie',
    'curl',
    String.raw`\bcurl\bREST[ \t](?:-b|--cookie)(?:GAP|=)?["']?(?:[\w-]+=[^;\s"']*;\s?)*[\w-]*(?:sess|sid|auth|token|jwt|remember)[\w-]*=([\w.%+/=:-]{16,})`,
    'key',
  ),
  command(
    'password in code',
    'credentials(',
    String.raw`\bCredentials\((?:\s?"[^"\n]{1,200}",){3}\s?"([^"\n]{4,200})"\)`,
  ),
  // Files of passwords
  command(
    'password of .netrc',
    'password',
    String.raw`\b(?:login|machine|account)[ \t]+\S{1,120}\s+password[ \t]+([^\s"']{4,200})`,
  ),
  command(
    'password of .pgpass',
    { needs: /:(?:\d{2,5}|\*):[\w*-]{1,63}:[\w*.-]{1,63}:[^\s"'`]{4}/ },
    // Groups of hexadecimal digits to the end are the address of a machine or of a network card.
    String.raw`(?<![\w.*:-])(?!(?:MD5:)?(?:[\da-f]{2}:){5})(?!(?:\**[\da-f]{1,4}\**:){4,7}\**[\da-f]{0,4}(?!\**[\w!#$^&+=?~@-]))[\w.*-]{1,120}:(?:\d{2,5}|\*):(?:[\w*-]{1,63}):(?:[\w*.-]{1,63}):([^\s"'${'`'}]{4,200})`,
  ),
  // SQL
  command(
    'password in SQL',
    'identified',
    String.raw`\bidentified[ \t]+(?:with[ \t]+\w+[ \t]+)?(?:by|as)[ \t]+(?:password[ \t]+)?WORD`,
  ),
  command(
    'password in SQL',
    'password',
    String.raw`\b(?:encrypted[ \t]+)?password[ \t]+["']([^"'\n]{4,300})["']`,
  ),
  command('password in SQL', 'password(', String.raw`\bpassword\([ \t]*["']([^"'\n]{4,300})["']`),
  command('secret in SQL', 'secret_key', String.raw`\b(?:aws_)?secret_key\s*=\s*'([^']{8,300})'`, 'key'),
  // Kafka
  command('Kafka password', 'jaas', String.raw`jaas[^\n]{0,300}?password\s?=\s?\\?["']?([^\s"'\\;]{4,200})`),
  command(
    'user and password',
    'user.info',
    String.raw`user\.info["']?\s?[=:]\s?["']?[^\s:"'<$]{1,120}:([^\s"']{4,300})`,
  ),
  // Code
  command(
    'password in code',
    {},
    String.raw`\b(?:auth|HTTPBasicAuth|basic_auth|HTTPDigestAuth|BasicAWSCredentials|UsernamePasswordCredentials|PasswordAuthentication|NetworkCredential|login|connect|getConnection|SetBasicAuth|basicAuth|setCredentials|authenticate)\s?=?\s?\(\s?["'][^"'\n]{1,200}["']\s?,\s?["']([^"'\n]{4,200})["']\s?(?:,[^\n()]{0,80})?\)`,
  ),
  command(
    'password in code',
    'getconnection',
    String.raw`getConnection\([^\n,]{1,300},\s?["'][^"'\n]{1,100}["']\s?,\s?["']([^"'\n]{4,200})["']`,
  ),
  command(
    'password in code',
    'securestring',
    String.raw`ConvertTo-SecureString[ \t]+(?:-String[ \t]+)?["']([^"'\n]{4,200})["']`,
  ),
  command(
    'key of Kaggle',
    '"key"',
    String.raw`"username"\s?:\s?"[^"]{1,80}",\s?"key"\s?:\s?"([\da-f]{32})"`,
    'key',
  ),
  command(
    'password of a Google account',
    'pass',
    String.raw`\bpass(?:word)?["'*]{0,3}\s?[:=][*]{0,2}\s?["']?((?:[a-z]{4} ){3}[a-z]{4})\b`,
  ),
  // Sentences
  command(
    'password in a sentence',
    'pass',
    String.raw`\bpass(?:word|phrase|code)?s?["'*${'`'}]{0,3}(?:[ ]+(?:for|of|to|on)[ ]+[\w${'`'}.*-]{1,40}(?:[ ][\w${'`'}.*-]{1,40}){0,3})?[ ]+(?:is|are|was|ist|equals|=|:)(?:[ ]+(?:now|still|set[ ]to|currently))?:?[ ]+["'*${'`'}“‘]{0,3}([^\s"'${'`'}”’,]{6,200})`,
  ),
  command(
    'password in a sentence',
    {
      inside: [
        'de passe',
        'contrase',
        'senha',
        'passwor',
        'kennwort',
        'wachtwoord',
        'senord',
        'adgangskode',
        'parola',
        'heslo',
      ],
      // The other words have letters of these.
      needs: /[\u0100-\u1fff\u3040-\uffff]/,
    },
    String.raw`(?<![A-Za-z])(?:mots? de passe|contraseñas?|senhas?|passwor[dt]e?n?|kennwort|wachtwoord|lösenord|adgangskode|parola|hasło|heslo|şifre|пароль|密码|密碼|パスワード|비밀번호)["'*${'`'}]{0,3}[ ]{0,2}(?:[:=：]|est|es|é|ist|lautet|is|は|是)[ ]{0,2}["'*${'`'}“‘«]{0,3}([^\s"'*${'`'}”’»,]{6,200})`,
  ),
  command(
    'password in a sentence',
    { inside: ['pass', 'pw'] },
    String.raw`\b(?:with|using|use|and|the|type|enter)[ ]+(?:the[ ]+)?(?:password|passphrase|pw)[ ]+["'*${'`'}“‘]{0,3}(?=\S{0,40}\d)([^\s"'${'`'}”’,]{6,200})`,
  ),
  command(
    'password in a sentence',
    {},
    String.raw`\b(?:log ?in|sign ?in|credentials?|user(?:name)?|account|admin)(?:[ ]+(?:with|as|are|is|and|in))*:?[ ]+["'*${'`'}]{0,2}[\w.@-]{2,60}["'*${'`'}]{0,2}[ ]?/[ ]?["'*${'`'}]{0,2}([^\s"'*${'`'}/]{6,100})`,
    'key',
  ),
  command(
    'key or token in a sentence',
    {},
    String.raw`\b(?:tokens?|(?:api|access|secret|account|auth|integration|routing|license|master|signing|encryption|app|shared|private|unseal|recovery)[ -]?keys?(?:[ ]\d{1,2})?|secrets?|credentials?|pat)(?<!\b(?:kubectl|oc|k)[ ][^\n|;&]{0,80}\bsecrets?)["'*${'`'}]{0,3}(?:[ ]+(?:for|of|to|on)[ ]+[\w${'`'}.*-]{1,40}(?:[ ][\w${'`'}.*-]{1,40}){0,3})?[ ]+(?:(?:is|are|was|ist|equals|=|:)(?:[ ]+(?:now|still|set[ ]to|currently))?:?[ ]+)?["'*${'`'}(“‘„«]{0,3}((?:[^\s"'*${'`'}”’“»,()|]|\b\|(?=\w)){12,300})`,
    'key',
  ),
]

/** Secrets in the arguments of commands, in headers, in statements and in sentences. */
export function* secretsOfCommands(text: string, matchesOf: Matches): Generator<Secret> {
  for (const position of POSITIONS) {
    const { kind, as } = position
    for (const match of matchesOf(position)) {
      const [from, to] = placeOfMatch(match)
      const value = text.slice(from, to).replace(/(?:\\n)?[.,;:)\]}>*|`]*$/, '')
      // A name behind it is how another option begins, or a flag without a value.
      if (value.startsWith('-') || isPlaceholder(text.slice(from, to))) continue
      // A bar is part of some tokens, and between the cells of a table.
      const parts = as === 'key' && !isPlaceholder(value) ? value.split('|') : [value]
      if (!parts.some((part) => isSecretValue(part, as))) continue
      yield { kind, start: from, end: from + value.length }
    }
  }
}
