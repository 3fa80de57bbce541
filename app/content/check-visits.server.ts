import fs from 'node:fs'
import path from 'node:path'
import type { VisitTurn } from '~/domain/learn/visit/visit'
import { turnAfter } from '~/domain/learn/visit/walk-visit'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import { pictureExists } from './pictures.server'
import type { Report } from './read-file.server'
import { practice, type VisitText } from './visit-schema'
import type { LoadedVisits } from './visits.server'

/** The street and its doors: every name is there, every turn has one right choice and can be reached, and every way ends. */
export function checkVisits({ visits, courses }: Catalogue, report: Report): void {
  if (visits === null) return
  const { folder, street, doors } = visits
  const file = path.join(folder, 'street.yaml')
  const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
  const course = courses.get(street.course)
  if (!course) say('course:', `course: there is no course ${street.course}`)
  if (!pictureExists(folder, 'street')) say('id:', 'there is no picture street.svg: draw it')
  const named = new Set(street.doors.map((slug) => `${slug}.yaml`))
  for (const name of fs.readdirSync(folder))
    if (name.endsWith('.yaml') && name !== 'street.yaml' && !named.has(name)) say('doors:', `doors: ${name} is no door of the street`)
  const lessons = new Set(course?.lessons.map(({ id }) => id))
  for (const [slug, door] of doors) checkDoor(slug, door, lessons, visits, report)
  const used = new Set([...doors.values()].flatMap(sourcesOf))
  for (const name of Object.keys(street.sources)) if (!used.has(name)) say(`  ${name}:`, `sources: nothing rests on ${name}: take it out`)
}

const sourcesOf = ({ points, turns }: VisitText): string[] =>
  [...points, ...turns.flatMap(({ choices }) => choices)].map(({ source }) => source)

function checkDoor(slug: string, door: VisitText, lessons: ReadonlySet<string>, { folder, street }: LoadedVisits, report: Report): void {
  const file = path.join(folder, `${slug}.yaml`)
  const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
  if (door.id !== slug) say('id:', `id: must be ${slug}, as the file is called`)
  if (!pictureExists(folder, slug)) say('id:', `there is no picture ${slug}.svg: draw it`)
  if (!lessons.has(door.lesson)) say('lesson:', `lesson: ${street.course} has no lesson ${door.lesson}`)
  for (const name of sourcesOf(door))
    if (name !== practice && !(name in street.sources)) say(`source: ${name}`, `source: street.yaml has no source ${name}`)
  for (const ids of [door.points.map(({ id }) => id), door.turns.map(({ id }) => id)])
    for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) say(`id: ${id}`, `two things with the id ${id}`)
  if (door.points.filter(({ right }) => right).length < 3) say('points:', 'points: at least three dangers to see')
  if (door.points.every(({ right }) => right)) say('points:', 'points: at least one thing that is as it should be')
  checkTurns(door, say)
}

function checkTurns(door: VisitText, say: (near: string, message: string) => void): void {
  for (const turn of door.turns) {
    const near = `id: ${turn.id}`
    const ids = turn.choices.map(({ id }) => id)
    if (new Set(ids).size !== ids.length) say(near, `${turn.id}: two choices with one id`)
    if (turn.choices.filter(({ right }) => right).length !== 1) say(near, `${turn.id}: exactly one choice is right`)
    for (const choice of turn.choices) {
      if (turnAfter(door, turn, choice) === undefined) say(near, `${turn.id}: ${choice.id} leads nowhere: name a turn, or closed`)
      if (!choice.right && choice.to === 'closed') say(near, `${turn.id}: ${choice.id} is wrong and closes the matter`)
      const cost = turn.part === 'talk' ? choice.effect : choice.days
      if (!choice.right && cost === undefined) say(near, `${turn.id}: ${choice.id} costs nothing: write its effect (talk) or days (report)`)
    }
  }
  for (const part of ['talk', 'report'] as const)
    if (!door.turns.some((turn) => turn.part === part)) say('turns:', `turns: there is none to ${part}`)
  checkWays(door, say)
}

/** Depth first from the first turn; a turn that stays where it is has one choice fewer each time, so only real circles never end. */
function checkWays(door: VisitText, say: (near: string, message: string) => void): void {
  const seen = new Set<string>()
  const visit = (turn: VisitTurn, above: readonly string[]): void => {
    seen.add(turn.id)
    if (above.includes(turn.id)) {
      say(`id: ${turn.id}`, `${turn.id}: the way comes back to it and need not end`)
      return
    }
    for (const choice of turn.choices) {
      const next = turnAfter(door, turn, choice)
      if (next && next !== turn) visit(next, [...above, turn.id])
    }
  }
  const [first] = door.turns
  if (first) visit(first, [])
  for (const { id } of door.turns) if (!seen.has(id)) say(`id: ${id}`, `${id}: no way leads to it`)
}
