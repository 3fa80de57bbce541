import fs from 'node:fs'
import path from 'node:path'
import { type LoadedCase, loadCases } from './cases.server'
import { type LoadedCourse, loadCourses } from './courses.server'
import { type LoadedDrills, loadDrills } from './drills.server'
import { type CatalogueDuty, loadDuties } from './duties.server'
import { type LoadedJobs, loadJobs } from './jobs.server'
import { keptCatalogue } from './kept-catalogue.server'
import { loadMicro } from './micro.server'
import type { Micro } from './micro-schema'
import { type LoadedPanel, loadPanel } from './panel-scenarios.server'
import type { PermitScene } from './permit-schema'
import { loadPermits } from './permits.server'
import type { PathContent, PracticalChecklist } from './practical-schema'
import { loadPaths, loadPracticals } from './practicals.server'
import type { ProgrammeTemplate } from './programme-schema'
import { loadProgrammes } from './programmes.server'
import { forgetTexts, type Problem, type Report, readYaml } from './read-file.server'
import { type RefresherText, refresher } from './refresher-schema'
import { type Bank, bank, type Card, card, type Question, type StatedDuty, type Video, video } from './schema'
import { loadSets } from './sets.server'
import type { PackedSet } from './sets-schema'
import { type LoadedVisits, loadVisits } from './visits.server'
import { loadVocabulary, type Vocabulary } from './vocabulary.server'

export type LoadedBank = { slug: string; topics: ReadonlyMap<string, Bank>; questions: ReadonlyMap<string, Question> }

/** Everything content/ says, checked: the only way the rest of the product reads it. */
export type Catalogue = {
  root: string
  vocabulary: Vocabulary
  duties: ReadonlyMap<string, CatalogueDuty>
  /** Duties that are shown and reminded of, and never given a standing. */
  stated: ReadonlyMap<string, StatedDuty>
  /** What somebody may be asked to do here today. */
  jobs: LoadedJobs
  courses: ReadonlyMap<string, LoadedCourse>
  banks: ReadonlyMap<string, LoadedBank>
  cards: ReadonlyMap<string, Card>
  videos: ReadonlyMap<string, Video>
  cases: ReadonlyMap<string, LoadedCase>
  /** The exercises of the fire-alarm panel. */
  panel: LoadedPanel
  /** The scenes of the hot-work permit trainer. */
  permits: ReadonlyMap<string, PermitScene>
  /** What an observer goes through beside somebody who shows what he can do. */
  practicals: ReadonlyMap<string, PracticalChecklist>
  /** The ways from being given a post to doing its work. */
  paths: ReadonlyMap<string, PathContent>
  /** How drills are planned and judged. */
  drills: LoadedDrills
  /** What trainings held in rooms a year's programme is made from. */
  programmes: ReadonlyMap<string, ProgrammeTemplate>
  /** What is done again in every period; null only where its file cannot be read, which is reported. */
  refresher: RefresherText | null
  /** The street of the visit trainer; null where there is none. */
  visits: LoadedVisits | null
  /** The ninety-second lessons behind the posters. */
  micro: ReadonlyMap<string, Micro>
  /** What each of the five places hangs, reads out and does, by place. */
  sets: ReadonlyMap<string, PackedSet>
}

function loadBank(root: string, slug: string, report: Report): LoadedBank {
  const folder = path.join(root, 'banks', slug)
  const topics = new Map<string, Bank>()
  const questions = new Map<string, Question>()
  for (const name of fs
    .readdirSync(folder)
    .filter((entry) => entry.endsWith('.yaml'))
    .sort()) {
    const file = path.join(folder, name)
    const read = readYaml(file, bank, report)
    if (!read) continue
    topics.set(read.topic, read)
    for (const question of read.questions) {
      if (questions.has(question.id)) report({ file, line: 1, message: `two questions with the id ${question.id}` })
      questions.set(question.id, question)
    }
  }
  return { slug, topics, questions }
}

/** Reads and validates a content folder. Every problem goes to `report`; what could be read is returned. */
export function loadCatalogue(root: string, report: Report): Catalogue {
  const vocabulary = loadVocabulary(root, report)
  const folderNames = (name: string) => fs.readdirSync(path.join(root, name)).sort()
  const files = <T extends { id: string }>(name: string, read: (file: string) => T | null) =>
    new Map(
      folderNames(name)
        .flatMap((entry) => read(path.join(root, name, entry)) ?? [])
        .map((entry) => [entry.id, entry]),
    )
  const loaded = loadDuties(root, vocabulary, report)
  return {
    root,
    vocabulary,
    ...loaded,
    jobs: loadJobs(root, loaded.duties, report),
    courses: loadCourses(root, report),
    banks: new Map(folderNames('banks').map((slug) => [slug, loadBank(root, slug, report)])),
    cards: files('cards', (file) => readYaml(file, card, report)),
    videos: files('videos', (file) => readYaml(file, video, report)),
    cases: loadCases(root, report),
    panel: loadPanel(root, report),
    permits: loadPermits(root, report),
    practicals: loadPracticals(root, report),
    paths: loadPaths(root, report),
    drills: loadDrills(root, report),
    programmes: loadProgrammes(root, report),
    refresher: readYaml(path.join(root, 'refresher.yaml'), refresher, report),
    visits: loadVisits(root, report),
    micro: loadMicro(root, report),
    sets: loadSets(root, report),
  }
}

let current: Catalogue | null = null

/** The catalogue of this installation, read once; as the build read it, where nothing changed since. Throws with every problem when content is not sound. */
export function catalogue(): Catalogue {
  const folder = path.resolve('content')
  current ??= keptCatalogue(folder) ?? soundCatalogue(folder)
  return current
}

/** Everything a content folder says, read anew. Throws with every problem when it is not sound. */
export function soundCatalogue(folder: string): Catalogue {
  const problems: Problem[] = []
  const loaded = loadCatalogue(folder, (problem) => problems.push(problem))
  if (problems.length > 0) throw new Error(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  forgetTexts()
  return loaded
}
