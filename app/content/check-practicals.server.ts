import path from 'node:path'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import type { PathContent } from './practical-schema'
import type { Report } from './read-file.server'

type Say = (message: string, near?: string) => void
type Sources = Record<string, { mark: string; page?: string | undefined }>

/** What a rule may rest on besides the sources of its file: our own way of doing it, which pages say. */
const own = 'house'

function checkRests(rests: readonly (readonly string[])[], sources: Sources, say: Say): void {
  const used = new Set(rests.flat())
  for (const key of used) if (key !== own && sources[key] === undefined) say(`rests: ${key} is none of the sources`, key)
  for (const [key, { mark, page }] of Object.entries(sources)) {
    if (!used.has(key)) say(`sources: nothing rests on ${key}`, `${key}:`)
    if (mark === 'V2' && page === undefined) say(`sources: ${key} is second-hand: name its page`, `${key}:`)
  }
}

function checkOnce(ids: readonly string[], say: Say): void {
  for (const id of new Set(ids.filter((one, nth) => ids.indexOf(one) !== nth))) say(`steps: two have the id ${id}`, `id: ${id}`)
}

/** Every checklist: its topic, who may observe, what to learn again, and what each step rests on. */
export function checkPracticals({ root, practicals, vocabulary, courses }: Catalogue, report: Report): void {
  for (const { id, topic, steps, observers, sources } of practicals.values()) {
    const file = path.join(root, 'practicals', `${id}.yaml`)
    const say: Say = (message, near) => report({ file, line: lineWith(file, near), message })
    if (!vocabulary.evidenceTopics.some((word) => word.id === topic && word.kinds?.includes('practical')))
      say(`topic: ${topic} is no topic of a practical in vocabulary/evidence.yaml`, 'topic:')
    for (const rule of observers.may)
      for (const position of rule.kind === 'position' ? rule.positions : [])
        if (!vocabulary.positions.has(position)) say(`observers: there is no position ${position}`, position)
    if (observers.may.every(({ assessed }) => assessed)) say('observers: somebody has to be the first who may observe', 'may:')
    if (!steps.some(({ must }) => must !== undefined)) say('steps: mark those without which it is not passed (must)', 'steps:')
    for (const { id: step, must, absent } of steps)
      if (must !== undefined && absent !== undefined) say(`steps: ${step} cannot be without what must be passed`, `id: ${step}`)
    checkOnce(
      steps.map((step) => step.id),
      say,
    )
    for (const { train } of steps) {
      const [course = '', lesson = ''] = train.split('/')
      if (!courses.get(course)?.lessons.some((one) => one.id === lesson)) say(`train: there is no lesson ${train}`, `train: ${train}`)
    }
    checkRests([observers.rests, ...steps.map(({ rests }) => rests)], sources, say)
  }
}

/** Every path: each step can be reached and done, and says whether law asks for it. */
export function checkPaths(catalogue: Catalogue, report: Report): void {
  for (const found of catalogue.paths.values()) {
    const file = path.join(catalogue.root, 'paths', `${found.id}.yaml`)
    const say: Say = (message, near) => report({ file, line: lineWith(file, near), message })
    for (const position of found.positions)
      if (!catalogue.vocabulary.positions.has(position)) say(`positions: there is no position ${position}`, 'positions:')
    checkOnce(
      found.steps.map((step) => step.id),
      say,
    )
    const before = new Set<string>()
    for (const step of found.steps) {
      for (const id of step.after) if (!before.has(id)) say(`after: ${id} is no step before ${step.id}`, `id: ${step.id}`)
      if (step.asked === 'law' && step.rests.includes(own)) say(`asked: ${step.id} rests on our own rule and not on law`, `id: ${step.id}`)
      before.add(step.id)
      checkStep(catalogue, found, step, say)
    }
    checkRests(
      found.steps.map(({ rests }) => rests),
      found.sources,
      say,
    )
  }
}

function checkStep(
  { duties, panel, permits, vocabulary }: Catalogue,
  { positions }: PathContent,
  step: PathContent['steps'][number],
  say: Say,
): void {
  const near = `id: ${step.id}`
  switch (step.kind) {
    case 'duty':
      for (const position of positions)
        if (!duties.has(step.duty.replace('{position}', position))) say(`duty: there is no duty ${step.duty} for ${position}`, near)
      return
    case 'evidence':
      if (step.cases.at(-1)?.traits.length !== 0) say('cases: the last is for every unit (traits: [])', near)
      for (const { kind, topic } of step.cases.flatMap(({ counts }) => counts)) {
        const known = vocabulary.evidenceTopics.some(
          ({ id, kinds }) =>
            kinds?.includes(kind) && positions.some((position) => id === topic || id.replace('{position}', position) === topic),
        )
        const isSpecial = topic.startsWith('special-') && vocabulary.positions.has(topic.slice('special-'.length))
        if (!known && !isSpecial) say(`counts: there is no ${kind} on ${topic}`, near)
      }
      return
    case 'panel':
      for (const id of step.scenarios) if (!panel.scenarios.has(id)) say(`scenarios: there is no exercise ${id}`, near)
      return
    case 'permits':
      for (const id of step.scenes) if (!permits.has(id)) say(`scenes: there is no scene ${id}`, near)
      return
    case 'assigned':
    case 'clearance':
    case 'rostered':
      return
  }
}
