import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { processKind } from '~/env.server'

let names: Record<string, string> | null = null

/** The address of an island script that scripts/build.ts made, by entry name; '' before it is built. */
export function islandAddress(entry: string): string {
  if (processKind === 'development') return `/islands/${entry}.js`
  if (names === null) {
    const file = path.resolve('build/islands.json')
    names = fs.existsSync(file) ? z.record(z.string(), z.string()).parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : {}
  }
  return names[entry] ?? ''
}

/** The small script on every page: submit once, autosave, lesson pieces, video. Pages work without it. */
export const enhanceScript = (): string => islandAddress('enhance')

/** The script that reads a lesson out, for pages that carry its hook; '' before it is built. */
export const readAloudScript = (): string => islandAddress('read-aloud')
