// Loaded into a build before anything else: after some pages, nothing more can be written where the site is made.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const ROOM = 20
let written = 0

function refuse(file) {
  if (!String(file).includes('/build/next/')) return
  written += 1
  if (written > ROOM)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
}

const { writeFileSync } = fs
const { writeFile, mkdir } = fs.promises
fs.writeFileSync = (file, ...rest) => {
  refuse(file)
  return writeFileSync(file, ...rest)
}
fs.promises.writeFile = async (file, ...rest) => {
  refuse(file)
  return writeFile(file, ...rest)
}
fs.promises.mkdir = async (folder, ...rest) => {
  refuse(folder)
  return mkdir(folder, ...rest)
}
syncBuiltinESMExports()
