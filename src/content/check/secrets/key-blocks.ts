import type { Secret } from './match.ts'
import type { Matches, SievedPattern } from './sieve.ts'

/** How private keys begin, and how much of one has to follow: a heading alone is what people search for. */
const BLOCKS: readonly { kind: string; pattern: RegExp }[] = [
  {
    kind: 'private key',
    // Lines may end in \n as JSON writes it, in quotes, or be joined to one.
    pattern:
      /-{4,5} ?BEGIN (?:[A-Z\d]+ ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}(?:[\s\\nr"'+>|,]|[A-Z][\w-]{2,20}: ?[^\n\\]{1,80}(?:\n|\\n))*([A-Za-z\d+/=]{20,})/dg,
  },
  {
    kind: 'private key',
    pattern: /BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\s(?:[\w-]+: ?[^\n]{1,200}\s)*([A-Za-z\d+/=]{20,})/dg,
  },
  { kind: 'OpenVPN key', pattern: /BEGIN OpenVPN Static key V1-{5}\s+([\da-f]{32})/dg },
  {
    kind: 'PuTTY private key',
    pattern: /PuTTY-User-Key-File-\d:[\s\S]{1,3000}?Private-Lines:\s*\d+\s+([A-Za-z\d+/=]{20,})/dg,
  },
  { kind: 'private key (JWK)', pattern: /"kty"\s*:[^{}]{1,3000}?"(?:d|k)"\s*:\s*"([\w-]{20,})"/dg },
  { kind: 'private key (JWK)', pattern: /"(?:d|k)"\s*:\s*"([\w-]{20,})"[^{}]{1,3000}?"kty"\s*:/dg },
  { kind: 'WireGuard private key', pattern: /(?:Private|Preshared)Key\s*=\s*([A-Za-z\d+/]{43}=)/dgi },
  { kind: 'minisign secret key', pattern: /minisign encrypted secret key\s+([A-Za-z\d+/]{60,})/dg },
  { kind: 'private key in a kubeconfig', pattern: /client-key-data["']?\s*:\s*["']?([A-Za-z\d+/]{40,})/dg },
]

/** What every one of them has. */
export const HINT: SievedPattern = {
  pattern: /BEGIN |PuTTY|"kty"|ivateKey|resharedKey|minisign|client-key-data|privatekey|presharedkey/g,
}

/** Private keys in a text, by their first line. */
export function* secretKeys(text: string, matchesOf: Matches): Generator<Secret> {
  if (Iterator.from(matchesOf(HINT)).next().done === true) return
  for (const { kind, pattern } of BLOCKS) {
    for (const match of text.matchAll(pattern)) {
      const place = match.indices?.[1]
      const [, key = ''] = match
      if (place && !/^(.)\1*$/.test(key) && !/EXAMPLE/i.test(key))
        yield { kind, start: match.index, end: place[1] }
    }
  }
}
