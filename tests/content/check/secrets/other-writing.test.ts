import { expect, it } from 'vitest'
import { findSecrets } from '../../../../src/content/check/secrets/find.ts'

it.each([
  'inet6 2001:db8:ffbb:1337:ba27:ebff:fea1:1d97/64 scope global',
  'iperf3 -c 2001:db8:ffbb:1337:219:99ff:fe7a:6f26 -V',
  'http://[2001:db8:ffbb:1337:219:99ff:fe7a:7220]:8000/radio.ogg',
  '2001:db8:ffbb:**1337**:219:99ff:fe7a:7220',
  'Switching from 52:54:00:c8:78:ae (TQ=179) to 52:54:00:8e:46:30',
  'MAC: 64:64:4A:DB:97:C2 Prod Date 4/2021',
])('%s: the address of a machine is no password', (text) => {
  expect(findSecrets(text)).toEqual([])
})

it.each([
  '10. Secret: Secret存储了敏感数据，例如能运行容器接受请求的权限令牌。',
  '2. HTTP Token认证：通过一个Token来识别用户',
  '使用token 登录 dashboard，这种认证方式本质实际上是通过ServiceAccount2022的身份',
  '密码是md5形式传送给数据库，较安全，且不需建立',
  'login method to the e&#8209;INFRA&#160;CZ, with an MFA token to their e&#8209;INFRA&#160;CZ Account',
  '|Credential Access|T1110|Brute Force|Password Spraying| Azure AD|',
  '密码 password: 请见 vault2 中的说明，或联系 ServiceAccount2022 的管理员',
  'password：请使用sha256-v2算法，见runbook-2026',
  'token: „siehe Kapitel 3 – dort steht, wie man ihn mit kubectl 1.24 erneuert“',
  'api_key: “YOUR_API_KEY”',
  'api_key: <你的token12345Ab>',
  'token: → see 1Password, vault Data-2026',
  'Mountable secrets:   default-token-n2zqx',
  'Image pull secrets:  prometheus-k8s-dockercfg-6wl6b',
  'token=$(oc sa new-token prometheus-k8s -n openshift-monitoring)',
  '-H "Authorization: Bearer $(oc create token prometheus-k8s -n openshift-monitoring)"',
])('%s: words are no secret, in whatever writing', (text) => {
  expect(findSecrets(text)).toEqual([])
})

const random = 'q7Zt9LwXv2Rk8Pn4'
it.each([
  `db.internal:5432:orders:loader:${random}`,
  `token: ${random}${random}，然后登录`,
  `密码：${random}，然后登录`,
  `token: "Bearer ${random}${random}"`,
  `api_key: “${random}”`,
  `api_key: ‘${random}’`,
  `api_key: „${random}“`,
  `api_key: «${random}»`,
  `secret_key: →${random}`,
  `secret_key: \u200b${random}`,
  `The token is „${random}“ now`,
  `The token is «${random}» now`,
  `| token |\n|---|\n| “${random}” |`,
  'password: Hx7！kd93Lq8Zq',
  '密码 password: 是Hx7!kd93Lq',
  `令牌 token: 是${random}，见 AdministratorConsoleAccount`,
  'The token is 17|Kd83hfKs92mfLq01Zx77Qw',
  'The token is Kd83hf|Ks92mfLq01Zx77Qw now',
  'db:5432:cafe:dba:Hunter2pass9',
  'db:5432:cafe:dba:beef2pass9',
])('%s: a secret beside them is found', (text) => {
  expect(findSecrets(text)).toHaveLength(1)
})
