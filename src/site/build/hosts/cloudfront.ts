import { hostRules } from './rules.ts'

/** Headers that CloudFront has a setting of its own for, and refuses as custom ones. */
const OWN = new Set([
  'Content-Security-Policy',
  'X-Content-Type-Options',
  'X-Frame-Options',
  'Referrer-Policy',
  'Strict-Transport-Security',
])

/**
 * Response headers policies for CloudFront in front of S3: one for each cache behavior, as
 * `aws cloudfront create-response-headers-policy` takes them. A behavior has one policy, so each repeats what is common.
 */
export function cloudfrontFile(base: string): string {
  const [first, ...others] = hostRules(base)
  const common = first?.headers ?? {}
  const behaviors = [{ path: 'Default (*)', headers: {} }, ...others].map(({ path, headers }, index) => ({
    PathPattern: path,
    ResponseHeadersPolicyConfig: policy(`watchbook-${String(index)}`, { ...common, ...headers }),
  }))
  return `${JSON.stringify(behaviors, null, 2)}\n`
}

function policy(Name: string, headers: Readonly<Record<string, string>>) {
  const custom = Object.entries(headers)
    .filter(([name]) => !OWN.has(name))
    .map(([Header, Value]) => ({ Header, Value, Override: true }))
  const age = /max-age=(\d+)/.exec(headers['Strict-Transport-Security'] ?? '')?.[1]
  return {
    Name,
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: headers['Content-Security-Policy'], Override: true },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: headers['X-Frame-Options'], Override: true },
      ReferrerPolicy: { ReferrerPolicy: headers['Referrer-Policy'], Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: Number(age), Override: true },
    },
    CustomHeadersConfig: { Quantity: custom.length, Items: custom },
  }
}
