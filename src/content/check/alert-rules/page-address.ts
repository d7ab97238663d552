import type { Issue } from '../../model/collections.ts'

/**
 * The address that the annotation `runbook_url` of an alert should carry: its permanent one, with a label of the alert for
 * each variable of the page that the rule speaks of. Prometheus and Grafana fill in `{{ $labels.topic }}` alike.
 *
 * @param base the permanent address, absolute
 * @param rule the text of the rule, in which the labels are looked for: one that the alert does not have would be empty
 */
export function annotationOf(base: string, variables: Issue['variables'], rule: string): string {
  const labels = (variables ?? [])
    .map(({ name }) => name.toLowerCase())
    .filter((label) => /^[a-z_][a-z0-9_]*$/.test(label) && new RegExp(`\\b${label}\\b`).test(rule))
  if (labels.length === 0) return base
  return `${base}?${labels.map((label) => `${label}={{ $labels.${label} | urlquery }}`).join('&')}`
}
