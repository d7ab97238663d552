import { wordsOf } from './words.ts'

/**
 * How likely the value of a name is a secret: of a `password` nearly any value that is no placeholder,
 * of a `key` (token, credential, …) one that looks random, of a `vendor` one that is long and random.
 */
export type NameKind = 'password' | 'key' | 'vendor'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** A word that ends so names a password: `dbpass`, `storepass`, `rootpw`, `PGPASSWORD`. */
const PASSWORD =
  /(?:passw(?:or)?ds?|passwort|passwd|passphrases?|passcode|pwds?|(?:^|db|my|pg|root|bind|admin|user|app|store|key|trust|ssh|sql|ssl|ldap|smtp|mail|ftp|service|proxy|zip|conn|net)pass|(?:^|db|root|bind|admin|user|ldap|svc)pw|psw|pswd|contraseña|senha|kennwort|motdepasse|mdp)\d*$/

const KEY_WORDS = words(
  'token tokens secret secrets apikey apikeys authkey authtoken accesstoken accesskey secretkey privatekey clientsecret ' +
    'credential credentials cred creds auth authorization jwt bearer webhook dsn fernet sas sig otp totp mnemonic cookie ' +
    'sessionid csrftoken xsrf pat seckey sharedkey masterkey encryptionkey signingkey servicekey licensekey ' +
    'accountkey appkey appsecret apisecret keysecret secretaccesskey sharedaccesskey geniekey hmac salt pepper psk seed ' +
    'authpass privpass community nonce assertion',
)

/** Before `key`, these make it one that is kept secret; `API_KEY`, `accessKey`, `fernet key`. */
const KINDS_OF_KEY = words(
  'api access secret private master encryption encrypt decryption signing sign signature account storage shared auth license ' +
    'licence service routing integration app application fernet write ingest ingestion deploy consumer subscription function ' +
    'functions host admin client server hmac crypto cipher aes rsa ssh gpg pgp unseal recovery root data tenant instrumentation ' +
    'insights project read producer oauth django rails session cookie jwt web webhook stream join cluster bot developer sdk ' +
    'rest merchant security wrapping kms vault wallet node ssl tls preshared provisioning enrollment genie admission trial ' +
    'tracking management personal restricted live flask laravel superset jupyter erlang x',
)

/** A name that ends so speaks of a secret and holds none: `token_url`, `password_file`, `secretName`, `API_KEY_ID`. */
const HARMLESS_ENDS = words(
  'id ids name names url urls uri uris path paths sock socket file files filename dir directory type types ttl expiry expires expired ' +
    'expiration expire expiring length len size count counts policy policies ref refs arn hash hashes prefix suffix header ' +
    'headers field fields column columns param params parameter provider providers method methods mechanism mechanisms ' +
    'algorithm alg scope scopes issuer audience endpoint version versions format env var location store manager rotation age ' +
    'days seconds minutes hours required enabled disabled timeout limit limits usage budget status state mode hint label title ' +
    'description template regex pattern class callback handler validator encoder attempts retries bucket region lifetime max ' +
    'min user username login email digest checksum fingerprint thumbprint sum reset page form prompt stdin needed change ' +
    'changed updated created at by on missing exists source backend engine plugin strategy flow grant group role roles kind ' +
    'index per used left remaining cost rate plan date time owner team contact docs bytes bits chars tag tags set',
)

/** What comes before `key` or `token` where it names no secret: `primary_key`, `next_page_token`. */
const HARMLESS_STARTS = words(
  'primary foreign partition sort public surrogate natural business unique composite candidate cache idempotency idempotent ' +
    'dedup dedupe dedupe order row object s3 shard group join hash index lookup map dict item message kafka record column ' +
    'field translation i18n event page next continuation cursor pagination max min num total prompt completion input output ' +
    'sync resume cancellation stop eos bos pad unk csrf host known distribution cluster dist',
)

/** Makers of services: their name before a long random value is enough. */
const VENDORS = words(
  'aws azure gcp google github gitlab bitbucket slack discord telegram pagerduty opsgenie victorops square stripe twilio mailgun ' +
    'mailchimp sendgrid postmark openai anthropic huggingface cohere mistral pypi npm rubygems docker dockerhub terraform vault ' +
    'consul grafana datadog newrelic sentry snowflake dbt airflow databricks confluent kafka looker fivetran airbyte segment ' +
    'amplitude mixpanel notion atlassian jira confluence cloudflare digitalocean heroku linear shopify linode fastly netlify ' +
    'vercel algolia mapbox zendesk intercom hubspot salesforce asana trello airtable dropbox box zoom okta auth0 launchdarkly ' +
    'rollbar bugsnag honeycomb splunk elastic sumologic dynatrace prefect dagster tableau metabase redash mode hightouch census ' +
    'circleci travis buildkite jenkins drone codecov sonar snyk artifactory jfrog nexus pulumi doppler infisical kaggle wandb ' +
    'pinecone weaviate supabase planetscale neon upstash mongodb atlas couchbase redis rabbitmq minio wasabi backblaze paypal ' +
    'braintree adyen plaid razorpay coinbase zapier pushover statuspage betteruptime healthchecks alibaba aliyun tencent yandex ibm',
)

/** What a name says of its value; `undefined` for a name like any other. */
export function nameKind(name: string): NameKind | undefined {
  const parts = wordsOf(name)
  const last = parts.at(-1)?.replace(/\d+$/, '')
  if (last === undefined) return undefined
  // AppRole's second half is called an id and is a password.
  if (/secret_?id$/i.test(name)) return 'key'
  if (HARMLESS_ENDS.has(last) && !(last === 'user' && parts.length === 1)) return undefined
  if (parts.some((part) => PASSWORD.test(part))) return 'password'
  const rest = parts.slice(0, -1)
  if (rest.some((part) => HARMLESS_STARTS.has(part)) && !rest.includes('secret')) return undefined
  if (parts.some((part) => KEY_WORDS.has(part.replace(/\d+$/, '')))) return 'key'
  if (/(?:secret|token|apikey|credential)s?$/.test(last) && !/tokens$/.test(last)) return 'key'
  if (/key$/.test(last)) {
    const kinds = last === 'key' || last === 'keys' ? rest : [last.replace(/key$/, '')]
    if (kinds.some((part) => KINDS_OF_KEY.has(part) || VENDORS.has(part))) return 'key'
    if (kinds.length === 0) return 'vendor'
  }
  return parts.some((part) => VENDORS.has(part)) ? 'vendor' : undefined
}
