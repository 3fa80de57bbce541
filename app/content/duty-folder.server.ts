import fs from 'node:fs'
import path from 'node:path'
import { type LoadedDuties, loadDuties, loadDutyFiles } from './duties.server'
import type { Report } from './read-file.server'
import { loadVocabulary } from './vocabulary.server'

/**
 * The duties of a content folder, or of a folder that holds duty files alone, as content/duties does. Without a vocabulary of its own
 * it is read with that of `own`. Null where there are none to read.
 */
export function readDutyFolder(folder: string, own: string, report: Report): LoadedDuties | null {
  const isFolder = (name: string) => fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true
  const say = (message: string) => report({ file: folder, line: 1, message })
  if (!isFolder('.')) {
    say('the folder is missing')
    return null
  }
  const isWhole = isFolder('duties')
  const names = fs.readdirSync(isWhole ? path.join(folder, 'duties') : folder)
  if (!names.some((name) => name.endsWith('.yaml'))) {
    say('there is no duty file (*.yaml) in it')
    return null
  }
  const vocabulary = loadVocabulary(isFolder('vocabulary') ? folder : own, report)
  return isWhole ? loadDuties(folder, vocabulary, report) : loadDutyFiles(folder, vocabulary, report)
}
