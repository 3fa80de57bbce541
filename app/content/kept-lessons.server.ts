import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Placed } from './lessons-nodes.server'

/** A lesson's body as the compiler left it, before it is turned into a component. */
export type BundledLesson = { code: string; placed: Placed }

const file = (): string => path.resolve('build/lessons.bin')

/** Names the rules by which lessons are compiled. */
function keyOfRules(): Buffer {
  const hash = createHash('sha256').update(process.version)
  for (const name of ['app/content/compile.server.ts', 'app/content/lessons-nodes.server.ts', 'package-lock.json'])
    hash.update(fs.readFileSync(path.resolve(name)))
  return hash.digest()
}

/** Keeps compiled lessons, by the hash of their body, beside the build. */
export function keepLessonsBundled(lessons: ReadonlyMap<string, BundledLesson>): void {
  fs.writeFileSync(`${file()}.part`, Buffer.concat([keyOfRules(), serialize(lessons)]))
  fs.renameSync(`${file()}.part`, file())
}

let read: ReadonlyMap<string, BundledLesson> | null = null

function keptLessons(): ReadonlyMap<string, BundledLesson> {
  if (!fs.existsSync(file())) return new Map()
  const [kept, key] = [fs.readFileSync(file()), keyOfRules()]
  if (!kept.subarray(0, key.length).equals(key)) return new Map()
  const lessons: ReadonlyMap<string, BundledLesson> = deserialize(kept.subarray(key.length))
  return lessons
}

/** What the build made of exactly this body by the rules of today; null where it made nothing. */
export function keptLesson(hash: string): BundledLesson | null {
  read ??= keptLessons()
  return read.get(hash) ?? null
}
