import type { ChangeFile } from './file.ts'

/** Where a forge takes a new file. */
export interface Forge {
  kind: 'github' | 'gitlab'
  repository: string
  branch: string
  /** The content folder, as the repository names it; empty where it is its root. */
  content: string
}

/** The forge's page for a new file, with its name, its text and the message of the commit filled in. */
export function newFileUrl({ kind, repository, branch, content }: Forge, file: ChangeFile): string {
  const encode = (path: string) => path.split('/').map(encodeURIComponent).join('/')
  const root = repository.replace(/\/$/, '')
  const folder = [content, file.folder].filter((part) => part !== '').join('/')
  if (kind === 'gitlab') {
    const query = new URLSearchParams({
      file_name: `${folder}/${file.name}`,
      content: file.text,
      commit_message: file.message,
    })
    return `${root}/-/new/${encode(branch)}?${query.toString()}`
  }
  const query = new URLSearchParams({
    filename: file.name,
    value: file.text,
    message: file.message,
    quick_pull: '1',
  })
  return `${root}/new/${encode(branch)}/${encode(folder)}?${query.toString()}`
}
