import fs from 'node:fs'
import { settings } from '~/env.server'

/** Room on the disk that holds the data, in bytes, as far as this process may use it; null where the system does not say. */
export function diskSpace(): { free: number; whole: number } | null {
  try {
    const { bavail, blocks, bsize } = fs.statfsSync(settings().dataFolder)
    return { free: bavail * bsize, whole: blocks * bsize }
  } catch {
    return null
  }
}
