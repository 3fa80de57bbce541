import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import type { PathContent } from '~/content/practical-schema'
import { panelRunsOf, permitRunsOf, type RunRow, roomTraitsOf, rostersOf } from '~/data/practicals/path-rows.server'
import type { Facts } from '~/domain/duties/facts'
import { mayWork } from '~/domain/duties/may-work'
import { survivors } from '~/domain/duties/merged'
import { requirementsOf } from '~/domain/duties/requirement'
import { type FactIndex, indexFacts } from '~/domain/duties/standing'
import { debriefOf } from '~/domain/learn/panel/debrief'
import { isOver, type KeptRun, panelAt } from '~/domain/learn/panel/run'
import { gradeStep } from '~/domain/learn/permit/grade'
import { isStep, steps as permitSteps } from '~/domain/learn/permit/scene'
import type { PathFacts } from '~/domain/practicals/path'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, holdsDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'

/** A post, or a join request that waits (`isConfirmed` false) and is among the facts as the post it would become. */
export type OnPath = { postId: string; isConfirmed: boolean }

const acts = z.array(z.object({ at: z.number(), by: z.enum(['desk', 'field']), act: z.string() }))
const stepAnswer = z.object({ picks: z.record(z.string(), z.array(z.string())), from: z.string(), to: z.string() })
const answers = z.partialRecord(z.enum(permitSteps), stepAnswer)

/** A run counts when it is over, every step of the required order was done or stood so, and nothing came in a wrong order. */
function isPassedPanel(row: RunRow, now: Date): boolean {
  const scenario = catalogue().panel.scenarios.get(row.of)?.plays
  const { mode } = row
  if (scenario === undefined || (mode !== 'alone' && mode !== 'two')) return false
  const run: KeptRun = { mode, acts: acts.parse(JSON.parse(row.written)), startedAt: row.startedAt, endedAt: row.endedAt }
  if (!isOver(run, scenario, now)) return false
  const { steps, wrongs } = debriefOf(scenario, panelAt(run, scenario, now))
  return wrongs.length === 0 && steps.every(({ kind }) => kind === 'done' || kind === 'held')
}

/** A scene counts when what was handed in for these of its steps is right. */
function isRightPermit(row: RunRow, right: readonly string[]): boolean {
  const scene = catalogue().permits.get(row.of)
  if (scene === undefined) return false
  const given = answers.parse(JSON.parse(row.written))
  return right.every((step) => {
    const answer = isStep(step) ? given[step] : undefined
    return isStep(step) && answer !== undefined && gradeStep(scene, step, answer).faults === 0
  })
}

type Rows = {
  panel: ReadonlyMap<string, { scenario: string; mode: string; on: Day }[]>
  permits: ReadonlyMap<string, { scene: string; on: Day }[]>
  rostered: ReadonlyMap<string, Day>
  rooms: ReadonlyMap<string, readonly string[]>
}

function rowsOf(facts: Facts, asked: ReadonlySet<string>, paths: readonly PathContent[], today: Day, now: Date): Rows {
  const people = facts.people.map(({ id }) => id)
  const ends = survivors(facts.people)
  const endOf = (id: string): string => ends.get(id) ?? id
  const steps = paths.flatMap((path) => path.steps)
  const scenarios = steps.flatMap((step) => (step.kind === 'panel' ? step.scenarios : []))
  const right = new Map(steps.flatMap((step) => (step.kind === 'permits' ? step.scenes.map((scene) => [scene, step.right] as const) : [])))
  const dayOf = ({ startedAt, endedAt }: RunRow) => civilDay(endedAt ?? startedAt)
  const panel = (scenarios.length === 0 ? [] : panelRunsOf(people, scenarios)).filter((row) => isPassedPanel(row, now))
  const permits = (right.size === 0 ? [] : permitRunsOf(people, [...right.keys()])).filter((row) =>
    isRightPermit(row, right.get(row.of) ?? []),
  )
  const records = groupedBy(people, endOf)
  const seats = facts.posts.flatMap(({ id, person, unit, from }) =>
    asked.has(id) ? (records.get(endOf(person)) ?? []).map((one) => ({ post: id, person: one, unit, from })) : [],
  )
  const rosters = steps.some(({ kind }) => kind === 'rostered') ? rostersOf(seats) : []
  const shown = <T>(rows: readonly RunRow[], make: (row: RunRow) => T) =>
    new Map([...groupedBy(rows, ({ personId }) => endOf(personId))].map(([id, own]) => [id, own.map(make)]))
  const rooms = groupedBy(
    roomTraitsOf(
      facts.units.map(({ id }) => id),
      today,
    ),
    ({ unitId }) => unitId,
  )
  return {
    panel: shown(panel, (row) => ({ scenario: row.of, mode: row.mode, on: dayOf(row) })),
    permits: shown(permits, (row) => ({ scene: row.of, on: dayOf(row) })),
    rostered: new Map(rosters.map(({ postId, first }) => [postId, civilDay(first)])),
    rooms: new Map([...rooms].map(([unit, held]) => [unit, held.map(({ trait }) => trait)])),
  }
}

/** What the rule of paths needs to know of each of these, by post. The facts must hold their posts. */
export function pathFactsOf(
  facts: Facts,
  onPath: readonly OnPath[],
  paths: readonly PathContent[],
  { today, now }: { today: Day; now: Date },
): ReadonlyMap<string, PathFacts> {
  const index = indexFacts(facts)
  const rows = rowsOf(facts, new Set(onPath.map(({ postId }) => postId)), paths, today, now)
  const ends = survivors(facts.people)
  const endOf = (id: string): string => ends.get(id) ?? id
  const evidence = groupedBy(facts.evidence, ({ subject }) => endOf(subject))
  const days = new Map(facts.evidence.map(({ id, on }) => [id, on]))
  const units = new Map(facts.units.map((unit) => [unit.id, unit]))
  const posts = new Map(facts.posts.map((post) => [post.id, post]))
  return new Map(
    onPath.flatMap(({ postId, isConfirmed }): [string, PathFacts][] => {
      const post = posts.get(postId)
      if (post === undefined) return []
      const person = endOf(post.person)
      const traits = units.get(post.unit)?.traits.filter((held) => holdsDay(held.from, held.to, today)) ?? []
      return [
        [
          postId,
          {
            post: { unit: post.unit, position: post.position, from: post.from, isConfirmed },
            traits: [...traits.map(({ trait }) => trait), ...(rows.rooms.get(post.unit) ?? [])],
            evidence: evidence.get(person) ?? [],
            panel: rows.panel.get(person) ?? [],
            permits: rows.permits.get(person) ?? [],
            met: metAt(index, postId, post.position, paths, today, days),
            mayWork: isConfirmed && mayWork(index, postId, today).mayWork,
            rostered: rows.rostered.get(postId) ?? null,
          },
        ],
      ]
    }),
  )
}

/** Of the duties that paths name: those met here, waived, or not asked of this post; with the day of what met them. */
function metAt(
  index: FactIndex,
  postId: string,
  position: string,
  paths: readonly PathContent[],
  today: Day,
  days: ReadonlyMap<string, Day>,
): ReadonlyMap<string, Day | null> {
  const named = paths
    .filter(({ positions }) => positions.includes(position))
    .flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'duty' ? [step.duty.replace('{position}', position)] : [])))
  const owed = new Map(requirementsOf(index, postId, today).map(({ duty, standing }) => [duty.id, standing]))
  return new Map(
    named.flatMap((duty): [string, Day | null][] => {
      const standing = owed.get(duty)
      if (standing === undefined) return [[duty, null]]
      if (standing.standing === 'due' || standing.standing === 'overdue') return []
      return [[duty, standing.by === null ? null : (days.get(standing.by) ?? null)]]
    }),
  )
}
