import { describe, expect, it } from 'vitest'
import { findSecrets } from '../../../../src/content/check/secrets/find.ts'

/** As they are on pages of runbooks that teams have published. */
describe('what runbooks write where others write a secret', () => {
  it.each([
    '  policy_arn = "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"',
    'aws iam attach-role-policy --policy-arn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
    'name: arn:aws:secretsmanager:eu-west-1:[111122223333]:secret:MySecret-00AACC',
    'psql -U sg -P pager=off',
    'kubectl get secret harbor-2i2c-registry-pull -o json | jq -r .data',
    'kubectl -n argocd get secret argocd-initial-admin-secret \\',
    "create user :APP_USERNAME with encrypted password ':APP_PASSWORD';",
    '          password: &password <password>',
    'certbot certonly --dns-ovh --dns-ovh-credentials /root/.ovhapi/$DOMAIN_NAME.org -d $DOMAIN_NAME.org',
    '1. The organization sends the credentials for this account to `support@example.org`, and waits',
    'Statements in the table of passwords, whose queries are identified by `queryid`. More',
    '| secretKeyRef | The reference to a secret. | *[SecretKeySelector](#secretkeyselector) | false |',
    '| valuesFrom | Loads the values from config maps and secrets. | \\[\\][ValuesFrom](#valuesfrom) | false |',
    `  caBundle: ${btoa('-----BEGIN CERTIFICATE-----\nMIIDXTCCAkWgAwIBAgIJAKoK/heBjcOuMA0GCSqGSIb3DQEBCwUAMEUxCzAJBgNV\nBAYTAkFVMRMwEQYDVQQIDApTb21lLVN0YXRlMSEwHwYDVQQKDBhJbnRlcm5ldCBX\n-----END CERTIFICATE-----\n')}`,
    `  caBundle: ${btoa(`-----BEGIN CERTIFICATE-----\n${'MIIDXTCCAkWgAwIBAQEFAAOCAQ8AMIIBCgKCAQEA1zTz7Wq9LxPm4KvYb9NcDQIDAQAB'.repeat(3)}\n`)}`,
    'password: ((DOCKER_HUB_CREDS.password))',
    'token: ((HELM_CI.token))',
    'password: $email-password',
    'email-password: c2VjcmV0UGFzc3dvcmQ=',
    'password = dbpasswd',
    'as in `machine git.example.org login username password mypassword`',
    "headers = {'Authorization': f'Bearer {bearer_token}'}",
    'aws s3api wait object-exists --key "$EXP/$RUN_ID/artifact.json"',
    'Read a secret: `AWS_PROFILE=$AWS_PROFILE aws secretsmanager get-secret-value --secret-id NAME`',
    'tokens = [t for t in re.split(r"\\W+", ISSUE_KEYWORD.lower()) if len(t) >= 3]',
    'Create a GitHub PAT: **Settings → Developer settings**',
    'https://help.example.com/registration?auth_origin=327479%2Ctrue%2Ctrue&brand_id=3',
    'Community: "How do others work with me?"',
    '- Credentials: [1Password](https://my.1password.com/vaults/dnrhbauihkhjs5ag6vszsme45a/allitems/bw4nttlfqve3rc6xqzbqq7l7pm)',
    '`harbor.swift.username`, `harbor.swift.password`, `objectStorage.s3.accessKey`',
    'see the <code>Rotating Secrets</code> and <code>Secret Types</code> sections',
    '    Password:\n    johndoe@tsunami:~$ tar czhf',
    "    Password:\n    raphtown/root@DEPOT.ORG's Password:",
  ])('is none: %s', (text) => {
    expect(findSecrets(text).map(({ start, end }) => text.slice(start, end))).toEqual([])
  })

  it.each([
    ['kubectl create secret generic db --from-literal=password=Wq7rTz2LxP', 'Wq7rTz2LxP'],
    ['mysql -h db -u admin -pWq7rTz2LxP', 'Wq7rTz2LxP'],
    ['password: $Wq7rTz2LxP!', 'Wq7rTz2LxP'],
    ["headers = {'Authorization': 'Bearer Wq7rTz2LxPm4KvYb9NcD'}", 'Wq7rTz2LxPm4KvYb9NcD'],
    [
      'Create a GitHub PAT: **ghp_Wq7rTz2LxPm4KvYb9NcDWq7rTz2LxPm4KvYb**',
      'ghp_Wq7rTz2LxPm4KvYb9NcDWq7rTz2LxPm4KvYb',
    ],
  ])('is found beside it: %s', (text, secret) => {
    expect(
      findSecrets(text)
        .map(({ start, end }) => text.slice(start, end))
        .join(' '),
    ).toContain(secret)
  })
})
