import { expect, it } from 'vitest'
import { findSecrets } from '../../../../src/content/check/secrets/find.ts'
import { randomFrom } from './random.ts'

const { alnum, lower, url64, uuid } = randomFrom(
  Number(process.env['SECRETS_SEED'] ?? Date.now() % 1_000_000),
)
const password = `${alnum(5)}7q-Zx4`

it.each([
  `mariadb -h db -u loader -p${password} orders`,
  `mycli -u loader -p${password}`,
  `valkey-cli -h cache -a ${password} ping`,
  `requirepass ${password}`,
  `net user loader /password:${password}`,
  `//registry.example.com/:_password=${alnum(14)}7Q`,
  `Log in with pw ${password} first.`,
  `vault\tlogin ${alnum(24)}7Q`,
  `https://events.eu.pagerduty.com/integration/${lower(30)}7q/enqueue`,
  `az login --service-principal -u ${uuid()} -p -${alnum(2)}8Q~${url64(34)} --tenant contoso`,
  `az login --service-principal -u ${uuid()} -p ${url64(3)}8Q~${url64(34)} --tenant contoso`,
  `https://loggly.com/inputs/${uuid()}/tag/http/`,
])('it is found in a text in which nothing else says whose it is: %s', (text) => {
  expect(findSecrets(text)).toHaveLength(1)
})
