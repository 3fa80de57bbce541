import fs from 'node:fs'
import path from 'node:path'
import { settings } from '~/env.server'

const folder = (): string => path.join(settings().dataFolder, 'packs')
/** What a pack is: a zip of posters, or one PDF of certificates. */
type Ending = 'zip' | 'pdf'
const fileOf = (id: string, ending: Ending): string => path.join(folder(), `${id.replace(/[^0-9a-z-]/gi, '')}.${ending}`)

/** Writes a pack's bytes; its file is there once it is whole. Returns how many bytes it has. `each` is told of every piece. */
export async function writePack(
  id: string,
  bytes: ReadableStream<Uint8Array>,
  each: () => Promise<void>,
  ending: Ending = 'zip',
): Promise<number> {
  fs.mkdirSync(folder(), { recursive: true, mode: 0o700 })
  const unfinished = `${fileOf(id, ending)}.part`
  const file = await fs.promises.open(unfinished, 'w', 0o600)
  let size = 0
  try {
    const reader = bytes.getReader()
    for (let { done, value } = await reader.read(); !done && value !== undefined; { done, value } = await reader.read()) {
      await file.write(value)
      size += value.byteLength
      await each()
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await fs.promises.rename(unfinished, fileOf(id, ending))
  return size
}

/** The pack as it goes out, with its size; null where there is no such file. It is opened at once: what is taken away meanwhile still arrives. */
export function readPack(id: string, ending: Ending = 'zip'): { bytes: fs.ReadStream; size: number } | null {
  const file = fileOf(id, ending)
  if (!fs.existsSync(file)) return null
  const fd = fs.openSync(file, 'r')
  return { bytes: fs.createReadStream('', { fd }), size: fs.fstatSync(fd).size }
}

export const hasPack = (id: string, ending: Ending = 'zip'): boolean => fs.existsSync(fileOf(id, ending))

/** Takes packs away, finished or not. */
export function dropPacks(ids: readonly string[], ending: Ending = 'zip'): void {
  for (const id of ids)
    for (const file of [fileOf(id, ending), `${fileOf(id, ending)}.part`]) fs.rmSync(file, { force: true, recursive: true })
}
