import path from 'node:path'
import { hoursVerdict } from '../domain/learn/permit/hours'
import { type Choice, groupsOf, ownRests, type Reason, stepsOf } from '../domain/learn/permit/scene'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import type { PermitScene } from './permit-schema'
import { pictureExists } from './pictures.server'
import type { Report } from './read-file.server'

type Say = (message: string, near?: string) => void
type PermitContent = Pick<Catalogue, 'root' | 'permits'> & { courses: { has: (id: string) => boolean } }

/** Every scene of the permit trainer: answerable, each wrong choice with its consequence, each explanation with what it rests on. */
export function checkPermits({ root, permits, courses }: PermitContent, report: Report): void {
  const folder = path.join(root, 'permits')
  for (const scene of permits.values()) {
    const file = path.join(folder, `${scene.id}.yaml`)
    const say: Say = (message, near) => report({ file, line: lineWith(file, near), message })
    if (!pictureExists(folder, scene.id)) say(`there is no picture permits/${scene.id}.svg: draw it`)
    if (!courses.has(scene.course)) say(`course: there is no course ${scene.course}`, 'course:')
    checkGroups(scene, say)
    checkReasons(scene, say)
    checkVerdict(scene, say)
  }
}

function checkGroups(scene: PermitScene, say: Say): void {
  for (const step of stepsOf(scene))
    for (const { key, many, choices } of groupsOf(scene, step)) {
      const ids = choices.map(({ id }) => id)
      if (new Set(ids).size < ids.length) say(`${key}: two choices have one id`, `${key === 'spots' ? 'walk' : key}:`)
      const right = choices.filter((choice) => choice.right === true).length
      if (!many && right !== 1) say(`${key}: exactly one of its choices is right, and here ${right} are`, `${key}:`)
      if (many && key !== 'first' && (right === 0 || right === choices.length)) say(`${key}: some are right and some are not`, `${key}:`)
      if (many && key !== 'first' && choices.slice(0, right).every((choice) => choice.right === true))
        say(`${key}: the right ones all stand first, which gives them away`, `${key}:`)
      for (const choice of choices) checkFault(key, many, choice, say)
    }
}

/** What is wrongly chosen from one, and what is missed among many, has a consequence of its own. */
function checkFault(key: string, many: boolean, { id, text, right, leads }: Choice, say: Say): void {
  const needs = many ? right === true : right !== true
  if (needs && leads === undefined) say(`${key} ${id}: write what follows from it (leads)`, text.zh)
}

function checkReasons(scene: PermitScene, say: Say): void {
  const known = new Set([...Object.keys(scene.sources), ...ownRests])
  const used = new Set<string>()
  const { fits, outside, tooLong } = scene.fill.hours
  const reasons: Reason[] = [fits, outside, tooLong]
  for (const step of stepsOf(scene)) for (const { choices } of groupsOf(scene, step)) reasons.push(...choices)
  for (const { because, rests } of reasons)
    for (const key of rests) {
      used.add(key)
      if (!known.has(key)) say(`rests: ${key} is none of the scene's sources`, because.zh)
    }
  for (const key of Object.keys(scene.sources)) if (!used.has(key)) say(`sources: nothing rests on ${key}`, `${key}:`)
  for (const [key, { mark, page }] of Object.entries(scene.sources))
    if (mark === 'V2' && page === undefined) say(`sources: ${key} is second-hand: name its page`, `${key}:`)
}

function checkVerdict(scene: PermitScene, say: Say): void {
  const verdict = scene.decide.verdict.find(({ right }) => right === true)?.id
  const first = scene.decide.first.filter(({ right }) => right === true).length
  if (verdict === 'later' && first === 0) say('first: not before what? mark what is to be done first', 'first:')
  if (verdict !== 'later' && first > 0) say('first: nothing is to be done first where the answer is not "not before"', 'first:')
  if ((verdict === 'never') !== (scene.watch === undefined))
    say('watch: a scene has a watch unless the work may not be done at all', 'watch:')
  const { opens, closes, atMost, outside, tooLong } = scene.fill.hours
  if (hoursVerdict(scene.fill.hours, opens, opens) === 'unreadable' || opens === closes || atMost < 15)
    say('hours: nothing fits them', 'hours:')
  for (const one of [outside, tooLong]) if (one.leads === undefined) say('hours: write what follows from wrong times (leads)', 'hours:')
}
