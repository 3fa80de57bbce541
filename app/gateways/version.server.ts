import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const described = z.object({ version: z.string() })

/** The version of this installation and when its pages were built; null where nothing was built, as in development. */
export function installedVersion(): { version: string; builtAt: Date | null } {
  const root = process.cwd()
  const { version } = described.parse(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')))
  const built = path.join(root, 'build/server/index.js')
  return { version, builtAt: fs.existsSync(built) ? fs.statSync(built).mtime : null }
}
