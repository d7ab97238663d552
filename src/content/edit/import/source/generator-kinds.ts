import path from 'node:path'
import { NAMES, type Family, type Generator } from '../common/generator.ts'
import { isBelow } from './page-addresses.ts'
import { isRecord } from '../common/frontmatter.ts'
import type { SourceTree } from './source-tree.ts'

/** What a configuration says; much of it may be absent. */
export type Settings = { [Key in keyof Generator]?: Generator[Key] | undefined }

export interface Kind {
  family: Family
  name: string
  files: readonly RegExp[]
  read: (settings: Record<string, unknown>, text: string, folder: string, tree: SourceTree) => Settings
}

export const text = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

export const record = (value: unknown) => (isRecord(value) ? value : {})

/** A value in a configuration that is a program: what its text says. */
const setting = (code: string, name: string) =>
  new RegExp(`\\b${name}\\s*:\\s*['"\`]([^'"\`]+)['"\`]`).exec(code)?.[1]

export const KINDS: readonly Kind[] = [
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
    family: 'pelican',
    name: NAMES.pelican,
    files: [/^(?:.*\/)?pelicanconf\.(?:py|ya?ml)$/],
    read: (settings, code, folder) => {
      const of = (name: string) =>
        text(settings[name.toLowerCase()] ?? settings[name]) ??
        new RegExp(`^${name}\\s*=\\s*['"]([^'"\\n]*)['"]`, 'm').exec(code)?.[1]
      const own = join(folder, of('PATH') ?? 'content')
      return { root: own, assets: [own], title: of('SITENAME'), siteUrl: of('SITEURL') }
    },
  },
  {
    family: 'quarto',
    name: NAMES.quarto,
    files: [/^(?:.*\/)?_quarto\.ya?ml$/],
    read: (settings, _, folder) => {
      const site = record(settings['website'] ?? settings['book'])
      return {
        root: folder,
        assets: [folder],
        title: text(site['title']),
        description: text(site['description']),
        siteUrl: text(site['site-url']),
        repository: text(site['repo-url']),
        branch: text(site['repo-branch']),
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
    family: 'docfx',
    name: NAMES.docfx,
    files: [/^(?:.*\/)?docfx\.json$/],
    read: (_, __, folder, tree) => ({
      root: folder,
      assets: [folder],
      // Only what is published there has it.
      host: tree.files.has(join(folder, '.openpublishing.publish.config.json'))
        ? 'https://learn.microsoft.com'
        : undefined,
    }),
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

function has(tree: SourceTree, folder: string): boolean {
  return tree.pages.some((page) => isBelow(page, folder))
}

export function join(...parts: string[]): string {
  const joined = path.posix.normalize(path.posix.join(...parts)).replace(/\/$/, '')
  return joined === '.' ? '' : joined
}
