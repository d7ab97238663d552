import { describe, expect, it } from 'vitest'
import { codeFrame } from '../../src/markdown/code-frame.ts'
import { inLines } from '../../src/markdown/code-lines.ts'

describe('the frame of a block says what a reader does with it', () => {
  it.each([
    { fence: 'bash', text: 'kubectl get pods', use: 'command', label: 'bash' },
    { fence: 'sql', text: 'SELECT 1', use: 'command', label: 'sql' },
    { fence: '', text: 'systemctl restart loader', use: 'command', label: '' },
    { fence: 'text', text: 'NAME  READY\nweb   1/1', use: 'output', label: 'Example output' },
    { fence: 'log', text: 'ERROR <INIT> failed', use: 'output', label: 'Example output' },
    { fence: 'text', text: 'Lag is <LAG> records.', use: 'message', label: 'Message to send' },
    { fence: 'text use="output"', text: 'Lag is <LAG> records.', use: 'output', label: 'Example output' },
    { fence: 'json use="output"', text: '{}', use: 'output', label: 'Example output' },
    { fence: 'yaml title="loader/values.yaml"', text: 'a: 1', use: 'command', label: 'loader/values.yaml' },
    { fence: 'yaml file=values.yaml', text: 'a: 1', use: 'command', label: 'values.yaml' },
    { fence: 'text', text: '<html> is no blank', use: 'output', label: 'Example output' },
  ])('$fence: $text', ({ fence, text, use, label }) => {
    const [language, ...meta] = fence.split(' ')
    expect(codeFrame(language === '' ? undefined : language, meta.join(' '), text)).toEqual({ use, label })
  })
})

describe('code in lines', () => {
  const text = (html: string) => html.replace(/<[^>]*>/g, '')

  it.each(['', 'one', 'one\ntwo', 'one\n\n\ntwo', '\n', 'a\n'])('keeps the text %j', (code) => {
    expect(text(inLines(code))).toBe(code)
  })

  it('closes an element that spans lines at the end of each, and opens it again', () => {
    expect(inLines('a <span class="s">b\nc</span> d')).toBe(
      '<span class="l">a <span class="s">b</span>\n</span><span class="l"><span class="s">c</span> d</span>',
    )
  })

  it('nests elements of several levels', () => {
    expect(inLines('<span class="s">a<span class="v">b\nc</span>d\n</span>')).toBe(
      '<span class="l"><span class="s">a<span class="v">b</span></span>\n</span>' +
        '<span class="l"><span class="s"><span class="v">c</span>d</span>\n</span>' +
        '<span class="l"><span class="s"></span></span>',
    )
  })
})
