import fs from 'node:fs'
import path from 'node:path'
import { settings } from '~/env.server'

const keptDays = 30
const folder = (): string => path.join(settings().dataFolder, 'made')
const making = new Map<string, Promise<Buffer>>()
/** Public files are made one after the other; more than these do not wait. */
const mostWaiting = 20
let last: Promise<unknown> = Promise.resolve()

async function gathered(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Buffer> {
  return Buffer.from(await new Response(bytes).arrayBuffer())
}

async function madeNow(file: string, make: () => ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Buffer> {
  const body = await gathered(make())
  await fs.promises.mkdir(folder(), { recursive: true, mode: 0o700 })
  const part = `${file}.${process.pid}.part`
  await fs.promises.writeFile(part, body, { mode: 0o600 })
  await fs.promises.rename(part, file)
  return body
}

/**
 * A public file that follows from its key alone (a hash of all that it is made of), made once and kept on disk. Who asks while it is
 * being made waits for the same one. Null where too many wait already.
 */
export async function madeFile(key: string, make: () => ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Buffer | null> {
  const file = path.join(folder(), key.replace(/[^0-9a-z]/gi, ''))
  const kept = await fs.promises.readFile(file).catch(() => null)
  if (kept !== null) return kept
  const begun = making.get(key)
  if (begun !== undefined) return begun
  if (making.size >= mostWaiting) return null
  const turn = last.catch(() => null).then(() => madeNow(file, make))
  last = turn
  const made = turn.finally(() => making.delete(key))
  making.set(key, made)
  return made
}

/** Takes away what was made more than thirty days ago. */
export function dropOldFiles(now: Date): void {
  if (!fs.existsSync(folder())) return
  for (const name of fs.readdirSync(folder())) {
    const file = path.join(folder(), name)
    if (now.getTime() - fs.statSync(file).mtimeMs > keptDays * 86_400_000) fs.rmSync(file, { force: true })
  }
}
