import { describe, expect, it } from 'vitest'
import { commandsOf } from '../../src/client/commands.ts'

describe('what is copied from a block', () => {
  it.each([
    { of: 'a command', language: 'bash', text: 'ls -l', copied: 'ls -l' },
    { of: 'a comment', language: 'bash', text: '# first\nls', copied: '# first\nls' },
    { of: 'a prompt in a bash block', language: 'bash', text: '$ ls\na b', copied: 'ls' },
    { of: 'a prompt in a block without a language', language: '', text: '$ ls\na', copied: 'ls' },
    { of: 'a session of root', language: 'console', text: '# id\nuid=0\n# ls', copied: 'id\nls' },
    {
      of: 'output with lines that begin with #',
      language: 'console',
      text: '$ curl -s localhost/metrics\n# HELP up Whether it is up\n# TYPE up gauge\nup 1\n$ ls',
      copied: 'curl -s localhost/metrics\nls',
    },
    { of: 'a comment above a prompt', language: 'console', text: '# Look\n$ ls\na', copied: 'ls' },
    {
      of: 'a session of root with an interpreter in it',
      language: 'console',
      text: '# psql shop\nshop=# SELECT 1;\n 1\n# id\nuid=0',
      copied: 'psql shop\nSELECT 1;\nid',
    },
    {
      of: 'a session in which somebody becomes root',
      language: 'console',
      text: '$ sudo -i\n# id\nuid=0\n# exit\nlogout\n$ curl -s localhost/metrics\n# HELP up\nup 1',
      copied: 'sudo -i\nid\nexit\ncurl -s localhost/metrics',
    },
    {
      of: 'a session that goes into a container',
      language: 'bash',
      text: '$ docker exec -it db bash\n# ls /data\nbase',
      copied: 'docker exec -it db bash\nls /data',
    },
    {
      of: 'a session of su',
      language: 'console',
      text: 'ann@db-1:~$ su -\nPassword:\n# df -h\n/dev/sda1',
      copied: 'su -\ndf -h',
    },
    {
      of: 'one command as root whose output begins with #',
      language: 'console',
      text: "$ sudo cat /etc/hosts\n# local\n$ docker exec db cat a.sh\n# Starts\n$ su - kafka -c 'cat x'\n# HELP\n$ sudo grep -i x y\n# z",
      copied: "sudo cat /etc/hosts\ndocker exec db cat a.sh\nsu - kafka -c 'cat x'\nsudo grep -i x y",
    },
    {
      of: 'an interpreter whose output begins with #',
      language: 'console',
      text: '>>> print(page)\n# HELP up',
      copied: 'print(page)',
    },
    {
      of: 'a prompt that names the host',
      language: 'console',
      text: 'ann@db-1:~$ df -h\n/dev',
      copied: 'df -h',
    },
    {
      of: 'a root prompt that names the host',
      language: 'sh',
      text: '[root@db-1 etc]# ls',
      copied: 'ls',
    },
    {
      of: 'a command over two lines',
      language: 'console',
      text: '$ kafka-topics.sh \\\n>   --list\nevents',
      copied: 'kafka-topics.sh \\\n  --list',
    },
    {
      of: 'a command over two lines without a prompt on the second',
      language: 'console',
      text: '$ kafka-topics.sh \\\n    --list\nevents',
      copied: 'kafka-topics.sh \\\n    --list',
    },
    {
      of: 'output that begins like a continuation',
      language: 'console',
      text: '$ diff a b\n> new',
      copied: 'diff a b',
    },
    {
      of: 'an interpreter',
      language: 'python',
      text: '>>> for n in (1, 2):\n...     print(n)\n...\n1\n2',
      copied: 'for n in (1, 2):\n    print(n)\n',
    },
    { of: 'a virtual environment', language: 'bash', text: '(venv) $ pip list\nPackage', copied: 'pip list' },
    { of: 'a bare shell', language: 'sh', text: 'bash-5.1$ id\nuid=0', copied: 'id' },
    { of: 'a container', language: 'bash', text: 'root@pod-7:/app# env | sort', copied: 'env | sort' },
    {
      of: 'PowerShell',
      language: 'powershell',
      text: 'PS C:\\Users\\ann> Get-Item x\nMode',
      copied: 'Get-Item x',
    },
    {
      of: 'a console of SQL',
      language: 'sql',
      text: 'mysql> SELECT 1\n    -> FROM t;\n1 row',
      copied: 'SELECT 1\nFROM t;',
    },
    { of: 'psql', language: 'sql', text: 'shop=# SELECT 1\nshop-# , 2;\n 1 | 2', copied: 'SELECT 1\n, 2;' },
    { of: 'a notebook', language: 'python', text: 'In [1]: a = 1\nIn [2]: a', copied: 'a = 1\na' },
    {
      of: 'a prompt in a bash block with line breaks of Windows',
      language: 'bash',
      text: '$ ls\r\necho',
      copied: 'ls',
    },
    {
      of: 'a session with line breaks of Windows',
      language: 'console',
      text: '$ ls\r\na b\r\n$ id\r\nuid=0\r\n',
      copied: 'ls\nid',
    },
    {
      of: 'a command over two lines with line breaks of Windows',
      language: 'console',
      text: '$ kafka-topics.sh \\\r\n>   --list\r\nevents',
      copied: 'kafka-topics.sh \\\n  --list',
    },
    {
      of: 'a variable at the beginning',
      language: 'bash',
      text: '$EDITOR file\n${x} y',
      copied: '$EDITOR file\n${x} y',
    },
    { of: 'SQL with a comparison', language: 'sql', text: 'SELECT 1\n> 2', copied: 'SELECT 1\n> 2' },
    // Most console blocks of public runbooks are commands without a prompt: a button that copies nothing helps nobody.
    {
      of: 'commands without a prompt',
      language: 'console',
      text: 'kubectl get pods',
      copied: 'kubectl get pods',
    },
  ])('of $of', ({ language, text, copied }) => {
    expect(commandsOf(text, language === '' ? '' : `language-${language}`)).toBe(copied)
  })
})
