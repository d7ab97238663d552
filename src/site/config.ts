export const site: {
  name: string
  description: string
  repository?: string
  branch: string
  indexable: boolean
  defaultRota: string
} = {
  name: 'Watchbook',
  description: 'Who is on call',
  repository: 'https://github.com/example/watchbook',
  branch: 'main',
  indexable: false,
  defaultRota: 'data-engineering',
}
