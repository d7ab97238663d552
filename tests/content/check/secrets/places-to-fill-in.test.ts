import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findSecrets } from '../../../../src/content/check/secrets/find.ts'
import { readTextFile } from '../../../../src/content/check/secrets/text-files.ts'

const valuesIn = (text: string) => findSecrets(text).map(({ start, end }) => text.slice(start, end))

it.each([
  'Authorization: Basic <BASE64_ENCODED_CREDENTIALS>',
  'Authorization: Basic dXNlcm5hbWU6cGFzc3dvcmQ=',
  '"auth": "RE9DS0VSX1VTRVI6RE9DS0VSX1BBU1NXT1JE"',
  'password: c2VjcmV0',
  '$token = (Get-AzAccessToken).token',
  '$plainPassword = [Runtime.InteropServices.Marshal]::PtrToStringAuto($x)',
  '$credential = $Params.GetCredential($Admin.Credential)',
  '$Password = $Credential.GetNetworkCredential().Password',
  'Set-LocalUser -Name Administrator -Password (Read-Host -AsSecureString)',
  'kubectl get secret x -o jsonpath="{.data.password}" | base64 -d',
  "PASSWORD=$(kubectl get secret x -o jsonpath='{.data.admin-password}' | base64 -d)",
  'secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf"',
  '--secret-id arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod-AbC123',
  'x-goog-credential=x-153318.iam.gserviceaccount.com%2F20200130%2Fus-east1%2Fstorage%2Fgoog4_request',
  'auth_tag: GwOf7d7uDTEY0xkz9/XDyg==',
  'azure-devops-agent: prod-97ab16c3-1693560380',
  'https://https://portal.example.com/#@EXAMPLE.NET',
  'http://foo:bar@example.net/',
  'https://用户名:密码@git.example.net',
  'sambaPwdLastSet: 1178523372',
  `KEY=$(grep 'GOCAMO_HMAC=' /etc/sv/camoproxy/run|cut -d= -f2|tr -d '"')`,
  "secrets = GitLab::Vault.get(node, 'x')",
  "url_name='change_password', permission_classes=[IsAdmin])",
  'configFromSecret: [Set options using the store via Kubernetes secret reference](#x)',
  'obj= ".\\y" password= "<password" from the console',
  '| API key |\n| --- |\n| `k8-dev-cs01-ado`, `k8-dev-cs01-ado-agent` |',
])('takes %j for what a reader, a command or a vault fills in', (text) => {
  expect(valuesIn(text)).toEqual([])
})

it.each([
  ['password: WmsJOXBRMiN2VDd3', 'WmsJOXBRMiN2VDd3'],
  ['Authorization: Basic YWRtaW46Wms5cFEyI3ZUN3c=', 'YWRtaW46Wms5cFEyI3ZUN3c='],
  ['secret: prod/Zk9pQ2vT7wLx4mNb8R', 'prod/Zk9pQ2vT7wLx4mNb8R'],
  ['arn:aws:sns:eu-west-1:123456789012:x secret: Zk9pQ2vT7wLx4mNb8R', 'Zk9pQ2vT7wLx4mNb8R'],
  ['https://https:Zk9pQ2vT7w@portal.example.com/', 'Zk9pQ2vT7w'],
  ['$password = $ecret9!pQ2#vT', '$ecret9!pQ2#vT'],
  ['client_secret = "(Zk9-pQ2~vT7wLx4mNb8R"', '(Zk9-pQ2~vT7wLx4mNb8R'],
  ['| API key |\n| --- |\n| `orders`, `Zk9pQ2vT7wLx4mNb8R` |', '`orders`, `Zk9pQ2vT7wLx4mNb8R'],
  ['azure_token: prod-Zk9pQ2vT7wLx4mNb8Rc5D', 'prod-Zk9pQ2vT7wLx4mNb8Rc5D'],
])('still finds the secret in %j', (text, value) => {
  expect(valuesIn(text).map((found) => value.includes(found) || found.includes(value))).toEqual([true])
})

it('reads what a program has written into a picture, and no bytes that look like letters', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'picture-'))
  try {
    const head = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]
    const noise = Buffer.from(`\u0001\u0002 -u ab:cd9X \u0003\u0007`, 'latin1')
    const token = `ghp_${'Zk9pQ2vT7wLx4mNb8Rc5Dj3Hs6Yf1Ga0Ue2i'}`
    const write = (...parts: Buffer[]) => {
      const file = path.join(folder, 'x.png')
      writeFileSync(file, Buffer.concat([Buffer.from(head), ...parts]))
      return readTextFile(file).text
    }
    expect(valuesIn(write(noise, noise))).toEqual([])
    expect(valuesIn(write(noise, Buffer.from(`tEXtComment\0${token}`), noise))).toEqual([token])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
