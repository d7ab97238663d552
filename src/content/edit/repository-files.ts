import { PAGE_COLLECTIONS } from '../model/collections.ts'
import { editorSchemas, schemaSetting } from './json-schemas.ts'

export const FORGES = ['github', 'gitlab'] as const
export type ForgeName = (typeof FORGES)[number]

export interface RepositoryOptions {
  name: string
  forge: ForgeName
  /** Address of the engine's repository, for `git clone`. */
  engine: string
  /** The commit of it that the repository is built with, until somebody sets another. */
  version: string
}

/** Folder of the engine in a clone of the content's repository; git ignores it. */
const ENGINE = '.watchbook'

/** What a repository of content needs beside `content/`, by path: its checks and site on the forge, and its papers. */
export function repositoryFiles(options: RepositoryOptions): ReadonlyMap<string, string> {
  const files = new Map([
    ['README.md', readme(options)],
    ['package.json', packageFile(options)],
    ['.gitignore', `${ENGINE}/\nnode_modules/\n`],
    ['.vscode/settings.json', editorSettings()],
    ['.vscode/extensions.json', json({ recommendations: ['redhat.vscode-yaml', 'unifiedjs.vscode-mdx'] })],
    ...[...editorSchemas()].map(([name, text]) => [`.vscode/schemas/${name}`, text] as const),
  ])
  if (options.forge === 'github') {
    files.set('.github/workflows/site.yml', githubWorkflow(options))
    files.set('.github/pull_request_template.md', TEMPLATE)
  } else {
    files.set('.gitlab-ci.yml', gitlabPipeline(options))
    files.set('.gitlab/merge_request_templates/Default.md', TEMPLATE)
  }
  return files
}

const TEMPLATE = `<!-- What changes for readers, in one sentence. -->

- [ ] Somebody followed the changed steps.
- [ ] \`reviewed\` is today's date on the pages that were read as a whole.
- [ ] There is no password, key or token in the text.
`

function readme({ name, forge }: RepositoryOptions): string {
  const request = forge === 'github' ? 'pull request' : 'merge request'
  return `# ${name}

The pages are Markdown and YAML in \`content/\`. A change is a ${request}: its check marks each mistake at its line.

\`\`\`sh
npm run engine  # once: fetches the program that checks the pages and builds the site, into ${ENGINE}/
npm run check   # says what to do about each mistake
npm start       # builds the site, serves it on this machine and prints its address
\`\`\`

Node 22.12 or later, npm and git are all they need. \`npm run import -- /full/path\` brings pages that exist elsewhere;
\`npm run new -- issue "Title"\` writes a new one.
\`npm run codeowners\` writes whom the forge asks about which change, from the teams in the content; it needs \`repository\`
in \`content/site.yaml\`.
`
}

/** Its commands run in the folder of the engine, so the content is one folder up. */
function packageFile({ engine, version }: RepositoryOptions): string {
  const run = (command: string) => `npm --prefix ${ENGINE} run --silent ${command} -- --content ../content`
  return json({
    private: true,
    scripts: {
      engine: `git clone ${engine} ${ENGINE} && git -C ${ENGINE} checkout --quiet ${version} && npm --prefix ${ENGINE} ci`,
      check: run('check'),
      start: run('start'),
      dev: run('dev'),
      build: run('build'),
      new: run('new'),
      import: run('import'),
      oncall: run('oncall'),
      rename: run('rename'),
      codeowners: run('codeowners'),
    },
  })
}

function editorSettings(): string {
  return json({
    'files.eol': '\n',
    'yaml.schemas': schemaSetting(),
    'files.associations': Object.fromEntries(
      PAGE_COLLECTIONS.map((name) => [`content/${name}/**/*.md`, 'markdown']),
    ),
  })
}

function githubWorkflow({ engine, version }: RepositoryOptions): string {
  return `# Checks each pull request and keeps the built site for reviewers; what is merged is published on GitHub Pages.
name: Site
on:
  pull_request:
  push:
    branches: [main]
  schedule:
    # Daily, so that a calendar never runs out of years.
    - cron: '17 3 * * *'
permissions:
  contents: read
env:
  CONTENT_ROOT: \${{ github.workspace }}/content
  BUILD_ROOT: \${{ github.workspace }}/${ENGINE}-build
  SITE_URL: https://\${{ github.repository_owner }}.github.io
  BASE_PATH: /\${{ github.event.repository.name }}
jobs:
  site:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0
        with: { node-version: 24 }
      - name: Fetch the engine
        run: |
          git clone --quiet ${engine} ${ENGINE}
          git -C ${ENGINE} checkout --quiet ${version}
          npm --prefix ${ENGINE} ci
      - name: Check the content
        run: npm --prefix ${ENGINE} run --silent check -- --format github
      - name: Build the site
        run: npm --prefix ${ENGINE} run --silent build
      - id: preview
        uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with: { name: site, path: ${ENGINE}-build/dist, retention-days: 7 }
      - name: Say where the built site is
        run: echo "The built site, to download - \${{ steps.preview.outputs.artifact-url }}" >> "$GITHUB_STEP_SUMMARY"
      - if: github.event_name != 'pull_request'
        uses: actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0
        with: { path: ${ENGINE}-build/dist }
  publish:
    if: github.event_name != 'pull_request'
    needs: site
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions: { pages: write, id-token: write }
    environment: { name: github-pages }
    steps:
      - uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
`
}

function gitlabPipeline({ engine, version }: RepositoryOptions): string {
  return `# Checks each merge request and keeps the built site for reviewers; what is merged is published on GitLab Pages.
image: node:24
variables:
  GIT_DEPTH: '0'
  CONTENT_ROOT: $CI_PROJECT_DIR/content
  BUILD_ROOT: $CI_PROJECT_DIR/${ENGINE}-build
  SITE_URL: $CI_PAGES_URL
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
.engine:
  before_script:
    - git clone --quiet ${engine} ${ENGINE}
    - git -C ${ENGINE} checkout --quiet ${version}
    - npm --prefix ${ENGINE} ci
    # The address of Pages has a path where the project has one; the engine takes the two apart.
    - export BASE_PATH=$(node -p "new URL(process.env.SITE_URL || 'http://localhost/').pathname")
    - export SITE_URL=$(node -p "new URL(process.env.SITE_URL || 'http://localhost/').origin")
site:
  extends: .engine
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npm --prefix ${ENGINE} run --silent check
    - npm --prefix ${ENGINE} run --silent build
  artifacts:
    paths: [${ENGINE}-build/dist]
    expose_as: The built site
    expire_in: 7 days
pages:
  extends: .engine
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - npm --prefix ${ENGINE} run --silent check
    - npm --prefix ${ENGINE} run --silent build
    - rm -rf public && mv ${ENGINE}-build/dist public
  artifacts:
    paths: [public]
`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
