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
  | 'pelican'
  | 'quarto'
  | 'gitbook'
  | 'azure-wiki'
  | 'obsidian'
  | 'forge-wiki'
  | 'docsify'
  | 'docfx'
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
  /** The host of a larger site that these pages are a part of: addresses from its root lead there. */
  host?: string
  /** Address of the repository, and its branch. */
  repository?: string
  branch?: string
  /** What the configuration defines for pages to print. */
  variables: Readonly<Record<string, unknown>>
}

export const NAMES: Readonly<Record<Family, string>> = {
  mkdocs: 'MkDocs',
  hugo: 'Hugo',
  docusaurus: 'Docusaurus',
  starlight: 'Starlight',
  vitepress: 'VitePress',
  jekyll: 'Jekyll',
  'tech-docs': 'Tech Docs (Middleman)',
  mdbook: 'mdBook',
  myst: 'MyST (Sphinx or Jupyter Book)',
  pelican: 'Pelican',
  quarto: 'Quarto',
  gitbook: 'GitBook',
  'azure-wiki': 'a wiki of Azure DevOps',
  obsidian: 'Obsidian',
  'forge-wiki': 'a wiki of GitHub or GitLab',
  docsify: 'docsify',
  docfx: 'DocFX (Microsoft Learn)',
  forge: 'none (read on the forge)',
}
