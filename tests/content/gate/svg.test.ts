import { describe, expect, it } from 'vitest'
import { svgProblem } from '../../../src/content/gate/index.ts'

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`

describe('a drawing that only draws is accepted', () => {
  it.each([
    [
      'shapes',
      svg('<g fill="none"><path d="M0 0h4v4z"/><circle cx="1" cy="1" r="2" style="fill:#fff"/></g>'),
    ],
    ['text', svg('<text x="1">A &amp; B &#8212; <tspan dy="1.2em">C</tspan></text><title>Lag</title>')],
    [
      'references within',
      svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use xlink:href="#a"/>'),
    ],
    ['a picture in it', svg('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    [
      'a style sheet',
      svg('<style>.a { fill: red } @media (prefers-color-scheme: dark) { .a { fill: url(#b) } }</style>'),
    ],
    ['a prolog', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- by hand -->\n${svg('')}\n`],
    [
      'a document type without a subset',
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('')}`,
    ],
    [
      'notes of a drawing program',
      svg(
        '<sodipodi:namedview inkscape:zoom="1"/>',
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"',
      ),
    ],
  ])('%s', (_, source) => {
    expect(svgProblem(source)).toBeUndefined()
  })
})

describe('a drawing that runs, loads or leads somewhere is refused', () => {
  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script by another prefix', svg('<s:script/>', 'xmlns:s="http://www.w3.org/2000/svg"')],
    ['a script of HTML', svg('<h:script/>', 'xmlns:h="http://www.w3.org/1999/xhtml"')],
    ['HTML in it', svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>')],
    ['a change of namespace', svg('<g xmlns="http://www.w3.org/1999/xhtml"><path/></g>')],
    ['an undeclared prefix', svg('<x:g/>')],
    [
      'HTML in the notes of a drawing program',
      svg(
        '<i:a xmlns="http://www.w3.org/1999/xhtml"><b/></i:a>',
        'xmlns:i="http://www.inkscape.org/namespaces/inkscape"',
      ),
    ],
    ['a handler', svg('<rect onload="alert(1)"/>')],
    ['a handler on the root', svg('', 'onload="alert(1)"')],
    ['a handler in capitals', svg('<rect ONCLICK="alert(1)"/>')],
    ['a link', svg('<a href="https://evil.example/"><rect/></a>')],
    ['a script address', svg('<a xlink:href="javascript:alert(1)"><rect/></a>')],
    ['an animation', svg('<animate attributeName="href" to="javascript:alert(1)"/>')],
    ['a setter', svg('<set attributeName="onload" to="alert(1)"/>')],
    ['a picture from elsewhere', svg('<image href="https://evil.example/x.png"/>')],
    ['a drawing in a picture', svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>')],
    ['a shape from elsewhere', svg('<use href="https://evil.example/x.svg#a"/>')],
    ['a hidden reference', svg('<use href="&#104;ttps://evil.example/x.svg#a"/>')],
    ['a filter picture', svg('<filter id="a"><feImage href="#b"/></filter>')],
    ['a style sheet from elsewhere', svg('<style>@import "https://evil.example/x.css";</style>')],
    ['a style that loads', svg('<rect style="fill:url(https://evil.example/x)"/>')],
    ['a hidden style that loads', svg('<rect style="fill:u\\72l(https://evil.example/x)"/>')],
    ['an attribute that loads', svg('<rect fill="url( //evil.example/x )"/>')],
    ['a font', svg('<style>@font-face { font-family: x; src: url(https://evil.example/x) }</style>')],
    ['a style sheet by instruction', `<?xml-stylesheet href="https://evil.example/x.css"?>${svg('')}`],
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "<script/>">]>${svg('&x;')}`],
    ['an external subset', `<!DOCTYPE svg [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]>${svg('')}`],
    ['raw text', svg('<![CDATA[<script/>]]>')],
    ['a base', svg('<use href="#a"/>', 'xml:base="https://evil.example/"')],
    ['two roots', svg('') + svg('')],
    ['a page of HTML', '<html><script>alert(1)</script></html>'],
    ['no namespace', '<svg><path/></svg>'],
    ['text', 'just text'],
    ['nothing', ''],
    ['an unfinished element', '<svg xmlns="http://www.w3.org/2000/svg"><g'],
    ['crossed elements', svg('<g><text></g></text>')],
    ['an attribute without quotes', svg('<rect width=1 />')],
    ['thousands of elements in each other', svg('<g>'.repeat(5000) + '</g>'.repeat(5000))],
  ])('%s', (_, source) => {
    expect(svgProblem(source)).toEqual(expect.any(String))
  })
})
