import type { SievedPattern } from './sieve.ts'

/** How the tokens of one service look. The first group of the pattern, or all of it, is the secret. */
export interface TokenPattern extends SievedPattern {
  /** In words for people, as `GitHub token`. */
  kind: string
}

/** Not in the middle of a longer word; `/`, `=`, quotes and the like may come before. */
const START = String.raw`(?<![A-Za-z\d])`
/** Not before more characters of a token. */
const END = String.raw`(?![A-Za-z\d])`

/** A token that begins with what only this service writes, or has it `inside`. */
function token(
  kind: string,
  prefix: string,
  rest: string,
  where: Pick<SievedPattern, 'inside' | 'needs'> = {},
): TokenPattern {
  return { kind, pattern: new RegExp(`${START}${prefix}${rest}${END}`, 'dg'), ...where }
}

/** An address that holds its secret: whoever knows it may use it. */
function address(kind: string, inside: string, pattern: string): TokenPattern {
  return { kind, inside: [inside], pattern: new RegExp(pattern, 'dgi') }
}

const A = String.raw`[A-Za-z\d]`
const W = String.raw`[\w-]`

/** Where no name beside the value says so, the value itself does. One line a form; forms change rarely and are added, not removed. */
export const TOKENS: readonly TokenPattern[] = [
  // Clouds
  {
    kind: 'AWS access key',
    pattern: /(?<![A-Za-z\d])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z\d])/dg,
  },
  token('AWS session token', '(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)', String.raw`[\w+/=-]{40,}`),
  token('AWS Bedrock key', 'ABSK', String.raw`[\w+/]{60,}={0,2}`),
  token('AWS AppSync key', 'da2-', '[a-z0-9]{26}'),
  token('AWS MWS token', String.raw`amzn\.mws\.`, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
  address('signed AWS address', 'x-amz-signature', String.raw`X-Amz-Signature=([0-9a-f]{64})`),
  address('signed Google address', 'x-goog-signature', String.raw`X-Goog-Signature=([0-9a-f]{64,})`),
  token('Google API key', 'AIza', `${W}{35}`),
  token('Google OAuth token', String.raw`ya29\.`, `[\\w.-]{20,}`),
  token('Google OAuth client secret', 'GOCSPX-', `${W}{20,}`),
  token('Google refresh token', '1//0', `[\\w-]{40,}`),
  token('Google cloud messaging key', `AAAA${W}{7}:`, `[\\w-]{120,}`),
  {
    kind: 'Azure client secret',
    inside: ['q~'],
    pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/dg,
  },
  address(
    'Azure access key',
    'key=',
    String.raw`(?:Account|SharedAccess|Access|Primary|Secondary)Key=([\w+/]{40,}={0,2})`,
  ),
  address(
    'Azure shared access signature',
    'sig=',
    String.raw`[?&;\s]sig=((?:[\w+/-]|%2[bf]){40,}(?:=|%3d){0,2})`,
  ),
  address(
    'Azure function key',
    '.azurewebsites.net',
    String.raw`\.azurewebsites\.net/[^\s?]*\?(?:[^\s&]*&)*code=([\w/=%-]{30,})`,
  ),
  token('Azure DevOps token', `${A}{76}AZDO`, `${A}{4}`, { inside: ['azdo'] }),
  token('Azure container registry password', `${A}{42}\\+ACR`, `${A}{6}`, { inside: ['+acr'] }),
  token('Alibaba access key', 'LTAI', `${A}{16,24}`),
  token('Tencent secret id', 'AKID', `${A}{32}`),
  token('Yandex key', '(?:AQVN|YCAJ|t1\\.9)', `[\\w.-]{30,}={0,2}`),
  token('DigitalOcean token', 'do[opr]_v1_', '[a-f0-9]{64}'),
  token('Cloudflare key', 'v1\\.0-', '[a-f0-9]{24}-[a-f0-9]{100,}'),
  token('Heroku key', 'HRKU-', `[\\w-]{36,}`),
  token('Fly.io token', 'FlyV1\\s', String.raw`fm\d[\w+/=,-]{40,}`),
  token('Fly.io token', 'fo1_', `${W}{43}`),
  token('Fly.io token', 'fm2_', String.raw`[\w+/=]{60,}`),
  token('Vercel token', 'vercel_blob_rw_', `${W}{20,}`),
  token('Netlify token', 'nfp_', `${A}{36}`),
  token('Supabase key', '(?:sbp_|sb_secret_)', `${W}{30,}`),
  token('PlanetScale credential', 'pscale_(?:tkn|pw|oauth)_', `[\\w.=-]{32,}`),
  token('Neon password', 'npg_', `${A}{12,}`),
  token('Scaleway key', 'SCW', '[A-Z0-9]{17}'),
  token('Akamai credential', 'akab-', `[a-z0-9]{16}-[a-z0-9]{16}`),
  // Code and packages
  token('GitHub token', 'gh[pousr]_', `${A}{36,}`),
  token('GitHub token', 'github_pat_', `\\w{22,}`),
  token('GitLab token', 'gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-', `[\\w.-]{20,}`),
  token('GitLab runner token', 'GR1348941', `${W}{20}`),
  token('Bitbucket token', 'ATBB', `\\w{28,}`),
  token('Atlassian token', 'AT[AC]TT3x', `[\\w=-]{60,}`),
  token('npm token', 'npm_', `${A}{36}`),
  token('PyPI token', 'pypi-', `${W}{50,}`),
  token('RubyGems key', 'rubygems_', '[a-f0-9]{48}'),
  token('NuGet key', 'oy2', '[a-z0-9]{43}'),
  token('crates.io token', 'cio', `${A}{32}`),
  token('Clojars token', 'CLOJARS_', '[a-z0-9]{60}'),
  token('Docker token', 'dckr_(?:pat|oat)_', `${W}{27,}`),
  token('JFrog key', 'AKCp', `${A}{50,}`),
  token('JFrog token', 'cmVmdGtu', `${A}{50,}`),
  token('CircleCI token', 'CCI(?:PAT|PRJ)_', `\\w{20,}`),
  token('Buildkite token', 'bk(?:ua|at|aj|ct)_', '[a-f0-9]{40}'),
  token('SonarQube token', 'sq[apu]_', '[a-f0-9]{40}'),
  token('Sourcegraph token', 'sgp_', `\\w{40,}`),
  token('Postman key', 'PMAK-', '[a-f0-9]{24}-[a-f0-9]{34}'),
  token('ReadMe key', 'rdme_', `[a-z0-9]{70}`),
  token('JetBrains token', 'perm:', `[\\w=]{4,}\\.[\\w=]{4,}\\.${A}{40,}`),
  // Infrastructure
  token('Terraform Cloud token', `${A}{14}\\.atlasv1\\.`, `[\\w=-]{50,}`, { inside: ['.atlasv1.'] }),
  token('Vault token', 'hv[sbr]\\.', `[\\w-]{24,}`),
  token('Vault token', 's\\.', `(?=[a-z\\d]*[A-Z])(?=[A-Za-z]*\\d)${A}{24}`),
  token('Pulumi token', 'pul-', '[a-f0-9]{40}'),
  token('Doppler token', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.', `[\\w.-]{40,}`),
  token('1Password token', 'ops_eyJ', `[\\w-]{100,}={0,2}`),
  token(
    '1Password secret key',
    'A3-[A-Z0-9]{6}-',
    '(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}',
  ),
  token('age secret key', 'AGE-SECRET-KEY-1', '[0-9A-Z]{58}'),
  token('Tailscale key', 'tskey-', `[a-z]+-[\\w-]{10,}`),
  token('OpenShift token', 'sha256~', `${W}{43}`),
  token('Rancher token', 'token-[a-z0-9]{5}:', '[a-z0-9]{54}'),
  token('Portainer token', 'ptr_', `[\\w+/=]{40,}`),
  {
    kind: 'Kubernetes bootstrap token',
    pattern: /token\b[^\n]{0,20}?[\s"'=:]([a-z\d]{6}\.[a-z\d]{16})(?![\w.-])/dgi,
  },
  // Watching
  token('Grafana token', 'glc_', `[\\w+/]{32,}={0,2}`),
  token('Grafana token', 'glsa_', `${A}{32}_[A-Fa-f0-9]{8}`),
  token('Grafana key', 'eyJrIjoi', `[\\w+/]{50,}={0,2}`),
  token('New Relic key', 'NR(?:AK|JS|II|IQ|RA|AA|SP)-', `${W}{19,}`),
  token('New Relic license key', '[a-f0-9]{32,36}', '(?:FFFF)?NRAL', { inside: ['nral'] }),
  token('Honeycomb key', 'hc[abcdx][ix][kc]_', `${A}{58}`),
  token('Sentry token', 'sntr(?:y[su])_', `[\\w+/=-]{43,}`),
  address(
    'Sentry address with its key',
    'sentry',
    String.raw`https?://([\da-f]{32})(?::[\da-f]{32})?@[\w.-]*sentry[\w.-]*/\d+`,
  ),
  token('Dynatrace token', 'dt0[a-z]\\d{2}\\.', `[A-Z0-9]{24}\\.[A-Z0-9]{64}`),
  token('PostHog key', 'phx_', `${A}{40,}`),
  token('Splunk token', 'splunk\\s', '[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}'),
  token('LaunchDarkly key', '(?:sdk|mob|api)-', '[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}'),
  token('Statsig key', 'secret-', `${A}{40,}`),
  address(
    'PagerDuty integration address',
    '.pagerduty.com',
    String.raw`events(?:\.eu)?\.pagerduty\.com/(?:integration|x-ere|generic/\S*?)/([a-z0-9]{20,})`,
  ),
  token('PagerDuty key', 'u\\+', `[\\w-]{18}`),
  address(
    'Splunk On-Call address',
    'alert.victorops.com',
    String.raw`alert\.victorops\.com/integrations/generic/\d+/alert/([\w-]{20,})`,
  ),
  address('healthchecks.io address', 'hc-ping.com', String.raw`hc-ping\.com/([\da-f-]{36}|[\w-]{22}/)`),
  address('Loggly address', 'loggly.com', String.raw`loggly\.com/(?:inputs|bulk)/([\da-f-]{36})`),
  // Chat and webhooks
  token('Slack token', 'xox[abcdeoprs](?:\\.xox[bp])?-', `[\\w%-]{16,}`),
  token('Slack app token', 'xapp-', `\\d-[A-Z0-9]+-\\d+-[a-z0-9]{32,}`),
  token('Slack refresh token', 'xoxe\\.', `[\\w.-]{20,}`),
  address(
    'Slack webhook',
    'hooks.slack',
    String.raw`hooks\.slack(?:-gov)?\.com/(?:services|workflows|triggers)/([\w/]{30,})`,
  ),
  address(
    'Discord webhook',
    'api/webhooks',
    String.raw`discord(?:app)?\.com/api/webhooks/\d{10,}/([\w-]{40,})`,
  ),
  token('Discord bot token', '[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.', '[\\w-]{27,38}', {
    needs: /\.[\w-]{6}\.[\w-]{27}/,
  }),
  token('Telegram bot token', '\\d{8,10}:AA', `${W}{32,33}`, { inside: [':aa'] }),
  address(
    'Teams webhook',
    'webhook.office.com',
    String.raw`webhook\.office\.com/webhookb2/[\w@-]+/IncomingWebhook/([\da-f]{32}\S*)`,
  ),
  address(
    'Teams webhook',
    'outlook.office.com/webhook',
    String.raw`outlook\.office\.com/webhook/[\w@-]+/\w+/([\da-f]{32}\S*)`,
  ),
  address(
    'Google Chat webhook',
    'chat.googleapis.com',
    String.raw`chat\.googleapis\.com/v1/spaces/[\w-]+/messages\?\S*?token=([\w%=-]{20,})`,
  ),
  address('webhook', '/hooks/', String.raw`https?://[\w.:-]+/hooks/([a-z0-9]{26})(?![a-z0-9])`),
  address('Zapier webhook', 'hooks.zapier.com', String.raw`hooks\.zapier\.com/hooks/catch/(\d+/\w{6,})`),
  address(
    'IFTTT webhook',
    'maker.ifttt.com',
    String.raw`maker\.ifttt\.com/(?:use/|trigger/\S+?/with/key/)([\w-]{15,})`,
  ),
  address('Make webhook', '.make.com', String.raw`hook\.[\w.]+\.make\.com/([a-z0-9]{30,})`),
  address('Pipedream webhook', '.m.pipedream.net', String.raw`https?://([a-z0-9]{14,})\.m\.pipedream\.net`),
  // Mail, money and other services
  token('SendGrid key', 'SG\\.', `[\\w-]{16,32}\\.[\\w-]{32,64}`),
  token('Mailgun key', 'key-', '[0-9a-f]{32}'),
  token('Mailgun key', '[0-9a-f]{32}-', '[0-9a-f]{8}-[0-9a-f]{8}', { needs: /-[0-9a-f]{8}-[0-9a-f]{8}/ }),
  token('Mailchimp key', '[0-9a-f]{32}-us', '\\d{1,2}', { needs: /-us\d/ }),
  token('Mandrill key', 'md-', `${W}{22}`),
  token('Brevo key', 'x(?:key|smtp)sib-', `[a-f0-9]{64}-${A}{16}`),
  token('Resend key', 're_', `${A}{8}_${A}{24}`),
  token('Twilio key', 'SK', '[0-9a-f]{32}'),
  token('Stripe key', '[sr]k_(?:live|test|prod)_', `${A}{16,}`),
  token('Stripe webhook secret', 'whsec_', `[\\w+/=]{24,}`),
  token('Square token', 'sq0[a-z]{3}-', `${W}{22,}`),
  token('Square token', 'EAAA', `[\\w+=-]{56,}`),
  token('PayPal token', 'access_token\\$production\\$', '[0-9a-z]{16}\\$[0-9a-f]{32}'),
  token('Plaid token', 'access-(?:sandbox|development|production)-', '[0-9a-f-]{36}'),
  token('Adyen key', 'AQE', String.raw`[\w+/=]{60,}(?:-[\w+/=]{20,})?`),
  token('Razorpay key', 'rzp_(?:live|test)_', `${A}{14,}`),
  token('Flutterwave key', 'FLW(?:SECK|PUBK)(?:_TEST)?-', `[\\w-]{20,}`),
  token('Shopify token', 'shp(?:at|ss|ca|pa|tka)_', '[a-fA-F0-9]{32}'),
  token('EasyPost key', 'EZ[AT]K', `${A}{54}`),
  token('Shippo token', 'shippo_(?:live|test)_', '[a-f0-9]{40}'),
  token('Duffel token', 'duffel_(?:live|test)_', `[\\w=-]{43}`),
  token('Lob key', '(?:live|test)_(?:pub_)?', '[a-f0-9]{35}'),
  token('Facebook token', 'EAA', `${A}{100,}`),
  token('Okta token', 'SSWS\\s+00', `${W}{40}`),
  token('HubSpot token', 'pat-(?:na|eu|ap)\\d-', '[0-9a-f-]{36}'),
  token('Salesforce session', '00D[A-Za-z\\d]{12,15}!', `[\\w.]{80,}`),
  token('Airtable token', 'pat', `${A}{14}\\.[a-f0-9]{64}`),
  token('Notion token', 'ntn_', `${A}{40,}`),
  token('Notion token', 'secret_', `${A}{43}`),
  token('Linear token', 'lin_(?:api|oauth)_', `${A}{32,}`),
  token('Asana token', '[012]/\\d{12,}(?:/\\d{12,})?:', '[a-f0-9]{32}'),
  token('Figma token', 'fig[dour]_', `[\\w-]{36,}`),
  token('Frame.io token', 'fio-u-', `[\\w=-]{60,}`),
  token('Dropbox token', 'sl\\.', `[\\w-]{100,}`),
  token('Typeform token', 'tfp_', `[\\w.=-]{40,}`),
  token('Contentful token', 'CFPAT-', `${W}{40,}`),
  token('Mapbox secret token', 'sk\\.eyJ', `[\\w-]{40,}\\.[\\w-]{20,}`),
  token('Adobe secret', 'p8e-', `${A}{32}`),
  token('Kaggle token', 'KGAT_', '[a-f0-9]{32}'),
  // Models
  token('Anthropic key', 'sk-ant-', `[\\w-]{40,}`),
  token('OpenAI key', 'sk-(?:proj|svcacct|admin|None|or-v1)-', `[\\w-]{30,}`),
  token('OpenAI key', 'sk-', `${A}{32,}`),
  token('Hugging Face token', '(?:hf|api_org)_', `[A-Za-z\\d]{34,}`),
  token('Replicate token', 'r8_', `\\w{37,}`),
  token('Groq key', 'gsk_', `${A}{48,}`),
  token('xAI key', 'xai-', `${A}{70,}`),
  token('Perplexity key', 'pplx-', `${A}{40,}`),
  token('LangSmith key', 'lsv2_(?:pt|sk)_', '[a-f0-9]{32}_[a-f0-9]{10}'),
  token('Pinecone key', 'pcsk_', `\\w{40,}`),
  token('ElevenLabs key', 'sk_', '[a-f0-9]{48}'),
  // Data
  token('Databricks token', 'd(?:api|ose|kea|oai|sapi)', '[a-f0-9]{32}(?:-\\d)?'),
  token('dbt Cloud token', 'dbt[cu]_', `[\\w=-]{20,}`),
  token('Confluent secret', 'cflt', `[\\w+/]{56,}`),
  token('Neon key', 'napi_', '[a-z0-9]{60,}'),
  token('Infisical token', String.raw`st\.`, String.raw`[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32}`),
  token('ClickUp token', 'pk_', String.raw`\d{6,9}_[A-Z0-9]{32}`),
  token('MailerSend token', String.raw`mlsn\.`, '[0-9a-f]{64}'),
  token('ngrok token', '2', String.raw`[A-Za-z\d]{26}_[A-Za-z\d]{20,21}`, { needs: /2[A-Za-z\d]{26}_/ }),
  token('Honeycomb key', 'hca[iml]k_', '[a-z0-9]{58,60}'),
  token('GoCardless token', 'live_', `[\\w-]{40}`),
  token(
    'Braintree token',
    String.raw`access_token\$(?:production|sandbox)\$`,
    String.raw`[A-Za-z\d]{16}\$[0-9a-f]{32}`,
  ),
  token('Google storage key', 'GOOG1E', '[A-Z0-9]{55}'),
  token('private key without its frame', 'b3BlbnNzaC1rZXktdjE', String.raw`[\w+/]{40,}={0,2}`),
  address('password of a network', 'wifi:', String.raw`WIFI:(?:[STH]:[^;]{0,80};){0,3}P:([^;\s]{6,80});`),
  token('Prefect key', 'pn[ub]_', `${A}{36}`),
  token('Metabase key', 'mb_', String.raw`[\w+/]{40,}={0,2}`),
  token('Hex token', 'hx(?:tp|tw)_', '[a-f0-9]{60,}'),
  token('Elastic key', 'essu_', `[\\w+/=]{40,}`),
  token('Aiven token', 'aivenv1', String.raw`[\w+/=]{100,}`),
  address('Jupyter address with its token', 'token=', String.raw`[?&]token=([a-f0-9]{48})`),
  address('Telegram bot', 'api.telegram.org', String.raw`/bot(\d{6,12}:[\w-]{30,})`),
  // Whatever is signed
  token('JSON Web Token', 'eyJ', String.raw`[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}`),
  {
    kind: 'password hash',
    inside: [
      ':$apr1$',
      ':$1$',
      ':$2a$',
      ':$2b$',
      ':$2y$',
      ':$5$',
      ':$6$',
      ':$y$',
      ':$7$',
      ':$argon2i',
      ':{sha}',
    ],
    pattern:
      /(?<![\w.-])[\w.-]{1,32}:(\$(?:apr1|1|2[aby]|5|6|y|7|argon2id?)\$[\w./$=,+-]{20,}|\{SHA\}[\w+/=]{20,})/dgm,
  },
  {
    kind: 'token',
    needs: /_[A-Za-z\d]{28}/,
    pattern:
      /(?<![\w/.-])[a-z]{2,12}_(?:[a-z\d]{2,10}_)?(?=[A-Za-z]*\d)(?=[A-Z\d]*[a-z])(?=[a-z\d]*[A-Z])[A-Za-z\d]{28,}(?![\w-])/dg,
  },
]
