import path from 'node:path'
import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'
import { isRecord } from './frontmatter.ts'
import { jekyllAddress } from './jekyll-addresses.ts'
import { mask } from './masks.ts'
import { PAGE_ENDING, type SourceTree } from './source-tree.ts'

export type Family =
  | 'mkdocs'
  | 'hugo'
  | 'docusaurus'
  | 'starlight'
  | 'vitepress'
  | 'jekyll'
  | 'tech-docs'
  | 'mdbook'
  | 'myst'
  | 'gitbook'
  | 'azure-wiki'
  | 'obsidian'
  | 'forge-wiki'
  | 'docsify'
  | 'forge'

/** What made a site of the source, and what its configuration says. */
export interface Generator {
  family: Family
  /** As people call it. */
  name: string
  /** How it was found out: the file, or what the pages use. */
  by: string
  /** Folder of the pages, relative to the project; '' for the project itself. */
  root: string
  /** Folders whose files are served from the site's root. */
  assets: readonly string[]
  /** The site's own name, where the configuration has one. */
  title?: string
  /** What it says of itself. */
  description?: string
  /** Where the site was served. */
  siteUrl?: string
  /** Address of the repository, and its branch. */
  repository?: string
  branch?: string
  /** What the configuration defines for pages to print. */
  variables: Readonly<Record<string, unknown>>
}

/** What a configuration says; much of it may be absent. */
type Settings = { [Key in keyof Generator]?: Generator[Key] | undefined }

interface Kind {
  family: Family
  name: string
  files: readonly RegExp[]
  read: (settings: Record<string, unknown>, text: string, folder: string, tree: SourceTree) => Settings
}

const NAMES: Readonly<Record<Family, string>> = {
  mkdocs: 'MkDocs',
  hugo: 'Hugo',
  docusaurus: 'Docusaurus',
  starlight: 'Starlight',
  vitepress: 'VitePress',
  jekyll: 'Jekyll',
  'tech-docs': 'Tech Docs (Middleman)',
  mdbook: 'mdBook',
  myst: 'MyST (Sphinx or Jupyter Book)',
  gitbook: 'GitBook',
  'azure-wiki': 'a wiki of Azure DevOps',
  obsidian: 'Obsidian',
  'forge-wiki': 'a wiki of GitHub or GitLab',
  docsify: 'docsify',
  forge: 'none (read on the forge)',
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)
const record = (value: unknown) => (isRecord(value) ? value : {})
/** A value in a configuration that is a program: what its text says. */
const setting = (code: string, name: string) =>
  new RegExp(`\\b${name}\\s*:\\s*['"\`]([^'"\`]+)['"\`]`).exec(code)?.[1]

const KINDS: readonly Kind[] = [
  {
    family: 'mkdocs',
    name: NAMES.mkdocs,
    files: [/^(?:.*\/)?mkdocs\.ya?ml$/],
    read: (settings, _, folder) => ({
      root: join(folder, text(settings['docs_dir']) ?? 'docs'),
      title: text(settings['site_name']),
      description: text(settings['site_description']),
      siteUrl: text(settings['site_url']),
      repository: text(settings['repo_url']),
      branch: /\b(?:edit|blob|src)\/([^/]+)\//.exec(text(settings['edit_uri']) ?? '')?.[1],
      variables: record(settings['extra']),
    }),
  },
  {
    family: 'docusaurus',
    name: NAMES.docusaurus,
    files: [/^(?:.*\/)?docusaurus\.config\.[cm]?[jt]s$/],
    read: (_, code, folder, tree) => ({
      root: has(tree, join(folder, setting(code, 'path') ?? 'docs'))
        ? join(folder, setting(code, 'path') ?? 'docs')
        : join(folder, 'docs'),
      assets: [join(folder, 'static')],
      title: setting(code, 'title'),
      siteUrl:
        setting(code, 'url') === undefined
          ? undefined
          : `${setting(code, 'url') ?? ''}${setting(code, 'baseUrl') ?? '/'}`,
      repository: /https:\/\/github\.com\/[\w.-]+\/[\w.-]+/.exec(setting(code, 'editUrl') ?? '')?.[0],
      branch: /\/(?:edit|tree|blob)\/([^/]+)\//.exec(setting(code, 'editUrl') ?? '')?.[1],
    }),
  },
  {
    family: 'hugo',
    name: NAMES.hugo,
    files: [
      /^(?:.*\/)?hugo\.(?:toml|ya?ml|json)$/,
      /^(?:.*\/)?config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json)$/,
      /^(?:.*\/)?config\.(?:toml|ya?ml|json)$/,
    ],
    read: (settings, _, folder) => {
      const home = folder.replace(/\/?config\/_default$/, '')
      const parameters = record(settings['params'])
      return {
        root: join(home, text(settings['contentDir'] ?? settings['contentdir']) ?? 'content'),
        assets: [join(home, text(settings['staticDir']) ?? 'static'), join(home, 'assets')],
        title: text(settings['title']),
        description: text(parameters['description']),
        siteUrl: text(settings['baseURL'] ?? settings['baseurl'] ?? settings['baseUrl']),
        repository: text(
          parameters['BookRepo'] ?? parameters['github_repo'] ?? parameters['repo'] ?? parameters['repoURL'],
        ),
        branch:
          text(parameters['github_branch']) ??
          /edit\/([^/]+)/.exec(text(parameters['BookEditPath']) ?? '')?.[1],
        variables: parameters,
      }
    },
  },
  {
    family: 'tech-docs',
    name: NAMES['tech-docs'],
    files: [/^(?:.*\/)?config\/tech-docs\.ya?ml$/],
    read: (settings, _, folder) => {
      const home = folder.replace(/(?:^|\/)config$/, '')
      const repository = text(settings['github_repo'])
      return {
        root: join(home, 'source'),
        assets: [join(home, 'source')],
        title: text(settings['service_name']),
        siteUrl: text(settings['host']),
        repository: repository === undefined ? undefined : `https://github.com/${repository}`,
        branch: text(settings['github_branch']),
        variables: settings,
      }
    },
  },
  {
    family: 'vitepress',
    name: NAMES.vitepress,
    files: [/^(?:.*\/)?\.vitepress\/config\.[cm]?[jt]s$/, /^(?:.*\/)?\.vuepress\/config\.[cm]?[jt]s$/],
    read: (_, code, folder) => {
      const home = folder.replace(/(?:^|\/)\.vi?u?t?e?press$/, '').replace(/\/?\.vuepress$/, '')
      return {
        root: home,
        assets: [join(home, 'public'), join(home, '.vuepress/public')],
        title: setting(code, 'title'),
        // Only its path is known: it is what addresses from the root begin with.
        siteUrl:
          setting(code, 'base')?.startsWith('/') === true
            ? `http://localhost${setting(code, 'base') ?? ''}`
            : undefined,
      }
    },
  },
  {
    family: 'starlight',
    name: NAMES.starlight,
    files: [/^(?:.*\/)?astro\.config\.[cm]?[jt]s$/],
    read: (_, code, folder) =>
      code.includes('starlight')
        ? {
            root: join(folder, 'src/content/docs'),
            assets: [join(folder, 'public')],
            title: setting(code, 'title'),
            siteUrl: setting(code, 'site'),
          }
        : { root: '\0' },
  },
  {
    family: 'mdbook',
    name: NAMES.mdbook,
    files: [/^(?:.*\/)?book\.toml$/],
    read: (settings, _, folder) => {
      const book = record(settings['book'])
      return { root: join(folder, text(book['src']) ?? 'src'), title: text(book['title']) }
    },
  },
  {
    family: 'myst',
    name: NAMES.myst,
    files: [/^(?:.*\/)?myst\.ya?ml$/, /^(?:.*\/)?conf\.py$/, /^(?:.*\/)?_toc\.ya?ml$/],
    read: (settings, code, folder) => {
      const isOther =
        !Object.hasOwn(settings, 'project') &&
        !/^(?:extensions|html_theme|project)\s*=|^(?:format|root)\s*:/m.test(code)
      const project = record(settings['project'])
      return isOther
        ? { root: '\0' }
        : {
            root: folder,
            assets: [folder],
            title: text(project['title']) ?? /^project\s*=\s*["']([^"'\n]+)["']/m.exec(code)?.[1],
            description: text(project['description']),
            repository: text(project['github']),
          }
    },
  },
  {
    family: 'jekyll',
    name: NAMES.jekyll,
    files: [/^(?:.*\/)?_config\.ya?ml$/],
    read: (settings, _, folder) => ({
      root: folder,
      assets: [folder],
      title: text(settings['title']),
      siteUrl:
        text(settings['url']) === undefined
          ? undefined
          : `${text(settings['url']) ?? ''}${text(settings['baseurl']) ?? ''}`,
      repository:
        text(settings['repository']) === undefined
          ? undefined
          : `https://github.com/${text(settings['repository']) ?? ''}`,
      variables: settings,
    }),
  },
  {
    family: 'gitbook',
    name: NAMES.gitbook,
    files: [/^(?:.*\/)?\.gitbook\.ya?ml$/, /^(?:.*\/)?\.gitbook\//],
    read: (settings, _, folder) => ({
      root: join(folder.replace(/\/?\.gitbook.*$/, ''), text(settings['root']) ?? ''),
    }),
  },
  {
    family: 'azure-wiki',
    name: NAMES['azure-wiki'],
    files: [/^(?:.*\/)?\.order$/, /^\.attachments\//],
    read: (_, __, folder) => ({ root: folder.replace(/\/?\.attachments.*$/, ''), assets: [''] }),
  },
  {
    family: 'obsidian',
    name: NAMES.obsidian,
    files: [/^(?:.*\/)?\.obsidian\/[^/]+\.json$/],
    read: (_, __, folder) => ({ root: folder.replace(/\/?\.obsidian$/, ''), assets: [''] }),
  },
  {
    family: 'docsify',
    name: NAMES.docsify,
    files: [/^(?:.*\/)?_sidebar\.md$/],
    read: (_, __, folder) => ({ root: folder, assets: [folder] }),
  },
  {
    family: 'forge-wiki',
    name: NAMES['forge-wiki'],
    files: [/^_Sidebar\.md$/, /^_Footer\.md$/, /^Home\.md$/],
    read: () => ({ root: '' }),
  },
]

/** What is used by one generator alone, where no configuration says which it is. */
const USES: readonly { family: Family; sign: RegExp; name: string }[] = [
  { family: 'tech-docs', sign: /<%=/, name: '<%= … %>' },
  { family: 'myst', sign: /^[ \t]*[`:]{3,}\{[a-z][\w-]*\}|\{(?:ref|doc)\}`/m, name: '```{note}' },
  { family: 'hugo', sign: /\{\{[<%]\s*\/?[\w-]+/, name: '{{< … >}}' },
  { family: 'mkdocs', sign: /^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w"-]|^[ \t]*===[!+]?[ \t]+"/m, name: '!!! …' },
  {
    family: 'azure-wiki',
    sign: /\[\[_TOC_\]\]|^:::[ \t]*mermaid|\]\(\/?\.attachments\//m,
    name: '[[_TOC_]]',
  },
  { family: 'gitbook', sign: /\{%\s*(?:hint|tabs|content-ref)\b/, name: '{% hint %}' },
  { family: 'jekyll', sign: /\{%-?\s*(?:include|highlight|raw|link|if|for)\b|\{:\s*[.#]/, name: '{% … %}' },
  { family: 'obsidian', sign: /!?\[\[[^\]\n[]+\]\]/, name: '[[…]]' },
  {
    family: 'docusaurus',
    sign: /^:::[ \t]*(?:note|tip|info|warning|danger|caution)|^import .* from ['"]@/m,
    name: ':::note',
  },
]

/** The generators of a source, nearest configuration first; the last one has no configuration and takes the rest. */
export function generatorsOf(tree: SourceTree): Generator[] {
  const found: Generator[] = []
  for (const kind of KINDS) {
    for (const file of tree.files) {
      if (!kind.files.some((pattern) => pattern.test(file))) continue
      const folder = path.posix.dirname(file) === '.' ? '' : path.posix.dirname(file)
      const code = kind.files.some((pattern) => pattern.source.includes('Sidebar')) ? '' : tree.read(file)
      const read = kind.read(readSettings(file, code), code, folder, tree)
      if (read.root === undefined || !tree.pages.some((page) => isBelow(page, read.root ?? ''))) continue
      if (kind.family === 'hugo' && !isHugo(file, code, tree, read.root)) continue
      found.push({ ...kind, by: file, assets: [], variables: {}, ...clean(read), root: read.root })
      break
    }
  }
  // The deepest folder is the nearest.
  found.sort((a, b) => b.root.length - a.root.length)
  const rest = tree.pages.filter((page) => !found.some(({ root }) => isBelow(page, root)))
  if (rest.length > 0 || found.length === 0) found.push(guess(tree, found.length === 0 ? tree.pages : rest))
  const { remote } = tree
  return remote ? found.map((generator) => ({ ...remote, ...generator })) : found
}

/** By what most of the pages that use anything use. */
function guess(tree: SourceTree, pages: readonly string[]): Generator {
  const sample = pages.slice(0, MAX_SAMPLE).map((page) => {
    const written = tree.read(page)
    // A directive of MyST looks like code.
    return `${mask(written).text}\n${written.match(/^[ \t]*[`:]{3,}\{[a-z][\w-]*\}/m)?.[0] ?? ''}`
  })
  const [best] = USES.map((use) => ({ ...use, number: sample.filter((page) => use.sign.test(page)).length }))
    .filter(({ number }) => number > 0 && number >= sample.length * MIN_SHARE)
    .sort((a, b) => b.number - a.number)
  const family = best?.family ?? 'forge'
  const by = best
    ? `${String(best.number)} of ${String(sample.length)} pages use ${best.name}`
    : 'no configuration, and no sign of one in the pages'
  return { family, name: NAMES[family], by, root: '', assets: [''], variables: {} }
}

const MAX_SAMPLE = 500
/** Of the pages; fewer can be an accident, or a page about the sign. */
const MIN_SHARE = 0.03

/** Many tools have a config.yaml. */
function isHugo(file: string, code: string, tree: SourceTree, root: string): boolean {
  return (
    /(?:^|\/)hugo\./.test(file) ||
    /baseur/i.test(code) ||
    file.includes('_default') ||
    tree.files.has(`${root}/_index.md`)
  )
}

function readSettings(file: string, code: string): Record<string, unknown> {
  try {
    if (file.endsWith('.toml')) return parseToml(code)
    if (/\.(ya?ml|json)$/.test(file)) {
      // Tags of Python in MkDocs' configuration mean nothing here.
      const document = parseDocument(code, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false })
      const data: unknown = document.toJS()
      return record(data)
    }
  } catch {
    // What cannot be read says nothing.
  }
  return {}
}

function clean(generator: Settings): Partial<Generator> {
  return Object.fromEntries(Object.entries(generator).filter(([, value]) => value !== undefined))
}

function has(tree: SourceTree, folder: string): boolean {
  return tree.pages.some((page) => isBelow(page, folder))
}

export function isBelow(file: string, folder: string): boolean {
  return folder === '' || file.startsWith(`${folder}/`)
}

function join(...parts: string[]): string {
  const joined = path.posix.normalize(path.posix.join(...parts)).replace(/\/$/, '')
  return joined === '.' ? '' : joined
}

/** A page's name without its endings. */
export function stem(file: string): string {
  return path.posix.basename(file).replace(PAGE_ENDING, '')
}

/** Pages that stand for their folder. */
export function isIndex(file: string): boolean {
  return (
    /^(?:_?index(?:\.[a-z]{2}(?:-[a-z]{2})?)?|readme|home)$/i.test(stem(file)) &&
    (!/^home$/i.test(stem(file)) || !file.includes('/'))
  )
}

/**
 * The addresses that a page had on its site, the right one first; without slashes at the ends. A page that is read on the
 * forge had none.
 */
export function addressesOf(
  page: string,
  fields: Readonly<Record<string, unknown>>,
  { family, root, variables }: Generator,
): string[] {
  const inside = root === '' ? page : page.slice(root.length + 1)
  const folder = path.posix.dirname(inside) === '.' ? '' : path.posix.dirname(inside)
  const name = stem(inside)
  const plain = isIndex(inside) ? folder : join(folder, name)
  const slug = text(fields['slug'])
  const url = text(fields['permalink'] ?? fields['url'])
  const given =
    url ?? (slug?.startsWith('/') === true ? slug : slug === undefined ? undefined : join(folder, slug))
  const unnumbered = plain
    .split('/')
    .map((part) => part.replace(/^\d+[-_.]\s*/, ''))
    .join('/')
  const own: Record<Family, string[]> = {
    mkdocs: [plain],
    hugo: [plain.toLowerCase().replaceAll(' ', '-')],
    docusaurus: [`docs/${given ?? unnumbered}`.replace('//', '/'), given ?? unnumbered],
    starlight: [plain.toLowerCase().replaceAll(' ', '-')],
    vitepress: [plain],
    jekyll: [
      ...[jekyllAddress(join(folder, name), fields, variables) ?? []].flat(),
      plain.replace(/(?:^|\/)_(?=[a-z])/g, (sign) => sign.replace('_', '')),
      plain,
    ],
    'tech-docs': [plain],
    mdbook: [plain],
    myst: [plain],
    gitbook: [plain],
    'azure-wiki': [plain],
    obsidian: [plain],
    'forge-wiki': [name],
    docsify: [plain],
    forge: [plain],
  }
  return [...new Set([...(given === undefined ? [] : [given]), ...own[family], plain])].map((address) =>
    address.replace(/^\/+|\/+$/g, '').replace(/\.html$/, ''),
  )
}
