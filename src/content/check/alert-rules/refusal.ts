/** What a file is that holds no alerts, and what to do about it: each cause has its own sentence. */
interface Refusal {
  message: string
  hint: string
}

const NAMES =
  'Pass its alerts as a text file: one name a line, and after a tab the address of its page if it has one.'

/** Files of other tools, by what only they have. */
const OTHERS: readonly { name: string; is: RegExp; hint: string }[] = [
  {
    name: 'a list of alerts that fire now',
    is: /^(?=[^]*"alertname")[^]*"(?:state|fingerprint|startsAt)"/,
    hint: 'Pass the rules: those of Prometheus are at /api/v1/rules.',
  },
  {
    name: 'a configuration of Alertmanager, which says who is notified',
    is: /^"?route"?:|^"?receivers"?:/m,
    hint: 'Pass the rule files of Prometheus.',
  },
  {
    name: 'a test of rules (promtool)',
    is: /^"?rule_files"?:|^[ \t]*-?[ \t]*"?alert_rule_test"?:/m,
    hint: 'Pass the rule files that it tests.',
  },
  {
    name: 'the definition of a kind of resource, and no resource',
    is: /kind"?: "?CustomResourceDefinition/,
    hint: 'Pass the PrometheusRule itself.',
  },
  { name: 'an objective of OpenSLO', is: /openslo\//, hint: `Generate the rules from it. ${NAMES}` },
  {
    name: 'an objective of Sloth',
    is: /^version: "?prometheus\/v1|^[ \t]*sloth_/m,
    hint: 'Pass what `sloth generate` writes.',
  },
  {
    name: 'a monitor of Datadog',
    is: /"type":\s*"(?:metric|query|service check|log|composite|event-v2)[^"]* ?alert"|datadog_monitor/,
    hint: NAMES,
  },
  { name: 'a manifest of dbt', is: /"dbt_schema_version"|^models:/m, hint: NAMES },
  {
    name: 'a suite of Great Expectations',
    is: /"?expectation_suite_name"?|"?expectation_type"?/,
    hint: NAMES,
  },
  { name: 'Terraform', is: /^[ \t]*resource "[\w-]+" "[\w-]+" \{/m, hint: NAMES },
]

/** Why a text that can be read holds no alerts. */
export function refusal(text: string, name: string, recording: number): Refusal {
  if (recording > 0) {
    return {
      message:
        recording === 1
          ? 'The one rule of the file records a series, and alerts nobody'
          : `All ${String(recording)} rules of the file record a series, and alert nobody`,
      hint: 'Pass the file that holds the alerts as well.',
    }
  }
  if (/\.(jsonnet|libsonnet)$/i.test(name)) {
    return {
      message: 'This is the source of rules, in Jsonnet',
      hint: 'Pass what `jsonnet` writes: rules in JSON or YAML.',
    }
  }
  if (/\0/.test(text)) {
    return {
      message: 'The file is no text in UTF-8, and holds no alerts',
      hint: 'Save it as UTF-8.',
    }
  }
  const other = OTHERS.find(({ is }) => is.test(text))
  if (other)
    return {
      message: `This is ${other.name}, and holds no ${other.name.includes('alerts') ? 'rules' : 'alerts'}`,
      hint: other.hint,
    }
  if (/^[ \t{"]*(?:groups|rules)"?:\s*\[\s*\]/m.test(text) || /^[ \t"]*groups"?:[ \t]*$/m.test(text)) {
    return {
      message: 'The groups of the file hold no rules',
      hint: 'Pass the file in which the alerts are.',
    }
  }
  return {
    message: 'The file holds no alerts',
    hint: 'Read are rules of Prometheus, Mimir, Loki and Grafana in YAML or JSON, alone, in a chart or a ConfigMap, and text files with one name a line.',
  }
}
