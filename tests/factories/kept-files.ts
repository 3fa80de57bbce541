import fs from 'node:fs'
import path from 'node:path'
import { settings } from '~/env.server'

/** What lies in a folder of the installation's data. */
export const readdirOf = (folder: string): string[] => {
  const whole = path.join(settings().dataFolder, folder)
  return fs.existsSync(whole) ? fs.readdirSync(whole) : []
}
