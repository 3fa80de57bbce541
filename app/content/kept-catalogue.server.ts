import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Catalogue } from './catalogue.server'

const file = (folder: string): string => path.join(folder, '../build/catalogue.bin')

/** Names every byte of a content folder and of the rules by which it is read, at the place where it lies. */
function keyOf(folder: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const part of [folder, path.join(folder, '../app/content'), path.join(folder, '../app/domain')]) {
    const entries = fs.readdirSync(part, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const name of entries.map((entry) => path.join(entry.parentPath, entry.name)).sort())
      hash.update(`${name}\n`).update(fs.readFileSync(name)).update('\n')
  }
  return hash.digest('hex')
}

/** Keeps what was read from a content folder beside the build, for the next who read the same: its key, then the catalogue. */
export function keepCatalogue(catalogue: Catalogue): void {
  const kept = file(catalogue.root)
  fs.writeFileSync(`${kept}.part`, Buffer.concat([Buffer.from(keyOf(catalogue.root), 'hex'), serialize(catalogue)]))
  fs.renameSync(`${kept}.part`, kept)
}

/** What the build read from exactly these files; null where it read others, or none. */
export function keptCatalogue(folder: string): Catalogue | null {
  if (!fs.existsSync(file(folder))) return null
  const kept = fs.readFileSync(file(folder))
  const key = Buffer.from(keyOf(folder), 'hex')
  if (!kept.subarray(0, key.length).equals(key)) return null
  const catalogue: Catalogue = deserialize(kept.subarray(key.length))
  return catalogue
}
