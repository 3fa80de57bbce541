import fs from 'node:fs'
import path from 'node:path'
import { type Catalogue, loadCatalogue } from './catalogue.server'
import { checkBank, checkPaper } from './check-banks.server'
import { checkCases, checkRefresher } from './check-cases.server'
import { checkLessons, lineWith } from './check-lessons.server'
import { checkMicro } from './check-micro.server'
import { checkPanel } from './check-panel.server'
import { checkPermits } from './check-permits.server'
import { checkPaths, checkPracticals } from './check-practicals.server'
import { checkQuotations } from './check-quotations.server'
import { checkResponsibility } from './check-responsibility.server'
import { checkSets } from './check-sets.server'
import { checkVisits } from './check-visits.server'
import type { LoadedCourse } from './courses.server'
import { checkHotWork } from './hot-work.server'
import { checkProgrammes } from './programmes.server'
import type { Problem, Report } from './read-file.server'
import { checkRows } from './rows.server'
import { loadSources } from './sources.server'

const folders = ['vocabulary', 'duties', 'sources', 'courses', 'banks', 'cards', 'videos', 'cases']

/** Everything that is wrong with a content folder, in order of file and line. Empty when all is well. */
export async function checkContent(root: string): Promise<Problem[]> {
  const problems: Problem[] = []
  const report: Report = (problem) => problems.push(problem)
  for (const name of folders)
    if (!fs.existsSync(path.join(root, name))) report({ file: path.join(root, name), line: 1, message: 'the folder is missing' })
  if (problems.length > 0) return problems
  const catalogue = loadCatalogue(root, report)
  checkCards(catalogue, report)
  checkDuties(catalogue, report)
  const sources = loadSources(root, report)
  checkQuotations(root, sources, report)
  checkRows(catalogue, sources, report)
  checkResponsibility(catalogue, sources, report)
  await checkCases(catalogue, report)
  checkRefresher(catalogue, report)
  checkPanel(catalogue, report)
  checkPermits(catalogue, report)
  checkPracticals(catalogue, report)
  checkPaths(catalogue, report)
  checkHotWork(catalogue, report)
  checkVisits(catalogue, report)
  checkMicro(catalogue, report)
  checkSets(catalogue, report)
  checkProgrammes(catalogue, report)
  for (const bank of catalogue.banks.values()) checkBank(root, bank, report)
  for (const course of catalogue.courses.values()) {
    checkPaper(course, catalogue, report)
    checkCourse(course, catalogue, report)
    await checkLessons(course, catalogue, report)
  }
  return problems.sort((one, other) => (one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1))
}

function checkCards({ root, vocabulary, cards }: Catalogue, report: Report): void {
  for (const id of vocabulary.positions.keys())
    if (!cards.has(id))
      report({ file: path.join(root, 'cards', `${id}.yaml`), line: 1, message: `the position ${id} has no card: write its five things` })
  for (const id of cards.keys())
    if (!vocabulary.positions.has(id))
      report({ file: path.join(root, 'cards', `${id}.yaml`), line: 1, message: `there is no position ${id}` })
}

function checkDuties({ root, duties, courses }: Catalogue, report: Report): void {
  const folder = path.join(root, 'duties')
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name))
  const missing = new Set([...duties.values()].flatMap(({ words }) => words.content ?? []).filter((id) => !courses.has(id)))
  for (const id of missing)
    for (const file of files)
      if (lineWith(file, `content: ${id}`) > 1)
        report({
          file,
          line: lineWith(file, `content: ${id}`),
          message: `content: there is no course ${id}: correct the name or write null`,
        })
}

function checkCourse(course: LoadedCourse, { root, vocabulary, videos }: Catalogue, report: Report): void {
  const file = path.join(root, 'courses', course.id, 'course.mdx')
  const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
  for (const id of course.zh.positions)
    if (id !== '*' && !vocabulary.positions.has(id)) say('positions:', `positions: there is no position ${id}`)
  for (const { kind, topic } of course.zh.gives) {
    const word = vocabulary.evidenceTopics.find(({ id }) => id === topic)
    if (!vocabulary.evidenceKinds.has(kind)) say('gives:', `gives: there is no kind of evidence ${kind}`)
    if (!word) say('gives:', `gives: there is no topic ${topic} in vocabulary/evidence.yaml`)
  }
  for (const id of course.zh.watch) if (!videos.has(id)) say('watch:', `watch: there is no video ${id} in content/videos`)
}
