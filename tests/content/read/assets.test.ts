import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pictureFindings } from '../../../src/content/check/pictures.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { findingsIn, withContent } from '../check/broken-content.ts'

const PNG = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
  .png()
  .toBuffer()

/** What is found in a content with one more thing in it. */
const found = (make: (root: string) => void) =>
  withContent((root) => {
    for (const folder of ['images', 'files']) mkdirSync(path.join(root, folder))
    make(root)
    // That nothing shows a picture is another rule's business.
    return findingsIn(root)
      .filter(({ rule }) => rule !== 'unused-image')
      .map(({ file, rule }) => `${file} ${rule}`)
  })

describe('what is no file is an error, and nothing that it leads to is read', () => {
  it.each([
    ['images/x.png', '../files/evil.mjs'],
    ['images/x.png', '/etc/passwd'],
    ['images/x.svg', '/etc/passwd'],
    ['issues/leak.md', '/etc/passwd'],
    ['issues/leak.md', '/proc/self/environ'],
    ['issues/zero.md', '/dev/zero'],
    ['issues/broken.md', 'nowhere.md'],
    ['issues/itself.md', 'itself.md'],
    ['issues/folder.md', '..'],
    ['teams/x.yaml', '../engineers/engineer-a.yaml'],
    ['files/x', '/etc'],
    ['tables', '/etc'],
  ])('the link %s to %s', (name, target) => {
    expect(
      found((root) => {
        symlinkSync(target, path.join(root, name))
      }),
    ).toEqual([`content/${name} not-a-file`])
  })

  const COMMANDS = [
    'alerts/a.yaml',
    'baseline.yaml',
    'receipts/issues/orders-late.json',
    'rehearsals/a/rehearsal.yaml',
    'search-queries.yaml',
  ]

  it.skipIf(process.platform === 'win32').each(['issues/pipe.md', 'site.yaml', ...COMMANDS])(
    'the pipe %s, which nobody waits for',
    (name) => {
      const findings = found((root) => {
        mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
        rmSync(path.join(root, name), { force: true })
        execFileSync('mkfifo', [path.join(root, name)])
      })
      expect(findings).toContain(`content/${name} not-a-file`)
    },
  )

  it.each(COMMANDS)('the link %s, which commands would read', (name) => {
    withContent((root) => {
      const secret = path.join(root, '../outside')
      writeFileSync(secret, 'title: words of another file\n')
      mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
      symlinkSync(secret, path.join(root, name))
      const findings = findingsIn(root)
      expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toContain(`content/${name} not-a-file`)
      expect(JSON.stringify(findings)).not.toContain('words of another file')
    })
  })

  it.skipIf(process.platform === 'win32')('a pipe and a link among the data of a rehearsal', () => {
    const findings = found((root) => {
      const folder = path.join(root, 'rehearsals/a')
      mkdirSync(path.join(folder, 'cases'), { recursive: true })
      writeFileSync(path.join(folder, 'rehearsal.yaml'), 'title: A\nsummary: B.\ntables: []\n')
      execFileSync('mkfifo', [path.join(folder, 'healthy.sql')])
      symlinkSync('/etc/passwd', path.join(folder, 'cases/leak.sql'))
    })
    expect(findings).toContain('content/rehearsals/a/healthy.sql not-a-file')
    expect(findings).toContain('content/rehearsals/a/cases/leak.sql not-a-file')
  })

  it('a link for one of its folders', () => {
    const findings = found((root) => {
      symlinkSync('/etc', path.join(root, 'files/etc'))
    })
    expect(findings).toEqual(['content/files/etc not-a-file'])
  })
})

describe('a file of gigabytes', () => {
  it.each([
    ['issues/a.md', 'too-much'],
    ['rotas/a.yaml', 'too-much'],
    ['site.yaml', 'too-much'],
    ['baseline.yaml', 'too-much'],
    ['alerts/a.yaml', 'too-much'],
    ['files/a.csv', 'asset'],
    ['images/a.svg', 'asset'],
    ['images/a.png', 'asset'],
  ])('%s is one finding, and is not read', (name, rule) => {
    const before = process.memoryUsage().arrayBuffers
    const findings = found((root) => {
      mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
      writeFileSync(path.join(root, name), '')
      // Its blocks are on no disk: it only says that it has them.
      truncateSync(path.join(root, name), 3_000_000_000)
    })
    expect(findings).toEqual([`content/${name} ${rule}`])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000)
  })
})

describe('a file is what its name says', () => {
  it.each([
    ['images/a.png', 'text, not a picture'],
    ['images/a.png', ''],
    ['images/a.jpg', PNG],
    ['issues/a.gif', PNG],
    ['images/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['images/a.svg', '<html/>'],
    ['images/notes.txt', 'text'],
    ['images/evil.mjs', 'globalThis.x = 1'],
    ['files/e.html', '<script>1</script>'],
    ['files/e.xhtml', '<script>1</script>'],
    ['files/e.xml', '<x/>'],
    ['files/e.js', '1'],
    ['files/e.mjs', '1'],
    ['files/e.css', 'a{}'],
    ['files/e.svgz', 'x'],
    ['files/e.wasm', 'x'],
    ['files/e.swf', 'x'],
    ['files/e', 'x'],
    ['files/e.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>'],
    ['files/CON.txt', 'x'],
    ['files/a?b.txt', 'x'],
    ['files/a#b.txt', 'x'],
    ['files/a%2e.txt', 'x'],
    ["files/a'b.txt", 'x'],
    ['files/a\nb.txt', 'x'],
    ['files/a\u202eb.txt', 'x'],
    ['files/-rf.txt', 'x'],
  ])('%j that holds something else is an error', (name, bytes) => {
    expect(
      found((root) => {
        writeFileSync(path.join(root, name), bytes)
      }),
    ).toEqual([`content/${name} asset`])
  })

  it.each([
    ['images/a.png', PNG],
    ['images/A shot (2)@2x.PNG', PNG],
    ['issues/beside.png', PNG],
    ['files/a.csv', 'a,b'],
    ['files/in/folders/é.sql', 'SELECT 1'],
    ['files/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('%j is accepted', (name, bytes) => {
    expect(
      found((root) => {
        mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
        writeFileSync(path.join(root, name), bytes)
      }),
    ).toEqual([])
  })

  it('a second name of a file is a file', () => {
    expect(
      found((root) => {
        writeFileSync(path.join(root, 'files/a.txt'), 'a')
        linkSync(path.join(root, 'files/a.txt'), path.join(root, 'files/b.txt'))
      }),
    ).toEqual([])
  })
})

describe('a picture that no decoder reads is an error', () => {
  const messages = (name: string, bytes: Buffer) =>
    withContent(async (root) => {
      mkdirSync(path.join(root, 'images'))
      writeFileSync(path.join(root, 'images', name), bytes)
      return (await pictureFindings(loadContent(root))).map(({ message }) => message.replace(/:.*/, ''))
    })
  const drawn = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#abc' }, limitInputPixels: false })

  it('for its end is missing', async () => {
    for (const format of ['png', 'jpeg', 'webp', 'gif', 'avif'] as const) {
      const bytes = await drawn(300, 300).toFormat(format).toBuffer()
      const name = `a.${format.replace('jpeg', 'jpg')}`
      expect(await messages(name, bytes)).toEqual([])
      expect(await messages(name, bytes.subarray(0, bytes.length * 0.7))).toEqual([
        'The picture cannot be read to its end',
      ])
    }
  })

  it('for it is larger than a page can need', async () => {
    const bytes = await drawn(9000, 9000).png().toBuffer()
    expect(await messages('a.png', bytes)).toEqual(['The picture has more than 40 million pixels'])
  })
})
