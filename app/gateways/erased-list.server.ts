import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { defaultFolder } from './backup-folder.server'

const shape = z.array(z.object({ personId: z.string(), at: z.iso.datetime() }))
const name = 'erased.json'

/** Who was erased, by id, kept beside the backups: a backup from before would bring him back. */
export function erasedList(folder = defaultFolder()): { personId: string; at: Date }[] {
  const file = path.join(folder, name)
  if (!fs.existsSync(file)) return []
  return shape.parse(JSON.parse(fs.readFileSync(file, 'utf8'))).map(({ personId, at }) => ({ personId, at: new Date(at) }))
}

function write(entries: readonly { personId: string; at: Date }[]): void {
  const folder = defaultFolder()
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, name)
  const plain = entries.map(({ personId, at }) => ({ personId, at: at.toISOString() }))
  fs.writeFileSync(`${file}.part`, `${JSON.stringify(plain)}\n`, { mode: 0o600 })
  fs.renameSync(`${file}.part`, file)
}

export function noteErased(entry: { personId: string; at: Date }): void {
  const known = erasedList()
  if (!known.some(({ personId }) => personId === entry.personId)) write([...known, entry])
}

/** Takes over the list that lies beside a backup that was put back. */
export function takeOverErased(folder: string): void {
  for (const entry of erasedList(folder)) noteErased(entry)
}
