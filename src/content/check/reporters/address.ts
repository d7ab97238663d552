/** Where a rule is explained: on the site where `SITE_URL` names one, else the path below it. */
export function ruleAddress(rule: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { SITE_URL = '', BASE_PATH = '/' } = environment
  return `${SITE_URL.replace(/\/$/, '')}${`/${BASE_PATH}/contributing/rules/${rule}/`.replace(/\/+/g, '/')}`
}
