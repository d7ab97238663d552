import { readdirSync } from 'node:fs'
import astro from 'eslint-plugin-astro'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { HOLIDAY_ADAPTER, PACKAGES, ROOMS } from './eslint.rooms.js'

const CODE = ['src/**/*.{ts,astro}', 'scripts/**/*.ts']

/** `src/site/*` as paths that the rule takes: each file right in the folder. */
function paths(room) {
  if (!room.endsWith('/*')) return [`./${room}`]
  const folder = room.slice(0, -2)
  return readdirSync(new URL(folder, import.meta.url), { withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => `./${folder}/${item.name}`)
}

/** For each room: all of `src/` is out of bounds, but for itself and what the table lists; and so are the scripts. */
const zones = ROOMS.flatMap(({ room, mayImport, why }) => {
  const target = paths(room)
  const message = `${room}: ${why} eslint.rooms.js lists what it may import.`
  const allowed = [room, ...mayImport].filter((each) => each.startsWith('src/')).flatMap(paths)
  const except = allowed.map((path) => `./${path.slice('./src/'.length)}`)
  return [
    { target, from: './src', except, message },
    ...(room === 'scripts' ? [] : [{ target, from: './scripts', message }]),
  ]
})

/** In code for the browser: no module of Node, and no package but those listed. */
const browserRooms = Object.entries(PACKAGES).map(([room, packages]) => ({
  files: [`${room}/**`],
  ignores: [HOLIDAY_ADAPTER],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            // A relative path, or one of the packages: everything else is refused.
            regex: `^(?!\\.{1,2}/${packages.map((name) => `|${name}$`).join('')})`,
            message: 'It has to run in a browser: relative files and the packages of eslint.rooms.js alone.',
          },
        ],
      },
    ],
  },
}))

export default defineConfig(
  { ignores: ['dist/', 'package/', '.astro/', '.cache/', 'node_modules/'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    files: ['**/*.{ts,astro}'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: CODE,
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.astro', '.js', '.css'] })],
    },
    rules: { 'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }] },
  },
  ...browserRooms,
  {
    // Same input, same output: "today" and the zone are arguments.
    files: ['src/oncall/**'],
    ignores: [HOLIDAY_ADAPTER],
    rules: {
      'no-restricted-globals': ['error', 'process', 'performance', 'document', 'window'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: '"Now" is an argument.' },
        { object: 'Math', property: 'random', message: 'Same input, same output.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: '"Now" is an argument.',
        },
        {
          selector: `ImportDeclaration[source.value=/date-holidays/]`,
          message:
            'The engine is handed its holidays: only the adapter knows the library, and nothing here the adapter.',
        },
      ],
    },
  },
  {
    // A page that is read once, right after something was done to it, has often not changed yet on a busy machine.
    files: ['tests/browser/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.name='expect'] > AwaitExpression.arguments > CallExpression.argument:not([callee.name='violations'])",
          message: 'Reads the page once: await eventually(() => …) reads it until the assertion holds.',
        },
        {
          selector: "CallExpression[callee.property.name='waitForTimeout']",
          message: 'Wait for what has to happen, not for a time.',
        },
      ],
    },
  },
)
