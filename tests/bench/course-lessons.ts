import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../content/courses/pre-job')

/** The lessons of the pre-job course, in order. */
export const preJobLessons = fs
  .readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => `pre-job-${entry.name}`)
  .sort()
