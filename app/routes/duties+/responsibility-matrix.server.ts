import { catalogue } from '~/content/catalogue.server'
import { documentTitle } from '~/content/document-names.server'
import { sourcesOf } from '~/content/duty-lines.server'
import { bearersOf, type Plan, type PlanTask, responsibilityPlans } from '~/content/responsibility.server'
import { findAdoptions } from '~/data/duties/adoptions.server'
import { findPlanAdoptions } from '~/data/duties/plan-adoptions.server'
import { postsHeldAt } from '~/data/duties/posts-held.server'
import { findTaskAssignments, type TaskAssignmentRow } from '~/data/duties/task-assignments.server'
import { findUnits, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { storedSpan } from '~/data/stored-day.server'
import { type AssignedUnit, gapsOf, inChargePositions } from '~/domain/duties/task-gaps'
import { holdingOn, inForceOn } from '~/domain/org/holding'
import { seesPlace } from '~/domain/org/place-scope'
import { formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { Bearer, Matrix, TaskRow } from '~/ui/duties/responsibility/matrix'
import { dutyNow } from '~/usecases/duties/duties-now.server'
import type { Question } from './responsibility-frame.server'
import { gatherGaps, type OpenTask } from './responsibility-gaps.server'

/** What is known of a place on a day: its units in sight, what is held there, who answers, what is switched on. */
type Known = Question & {
  place: NonNullable<Question['place']>
  locale: Locale
  units: readonly ScopedUnit[]
  positions: ReadonlySet<string>
  inCharge: ReadonlySet<string>
  assignments: readonly TaskAssignmentRow[]
  switchedOn: ReadonlySet<string>
}

async function known(question: Question, place: Known['place'], locale: Locale): Promise<Known> {
  const { scope, on } = question
  const units = (await findUnits(scope, on)).filter((unit) => unit.place.path.startsWith(place.path))
  const assignments = (await findTaskAssignments(place.path)).filter((row) => inForceOn(storedSpan(row), on))
  const adoptions = (await findAdoptions()).filter((row) => inForceOn(storedSpan(row), on) && place.path.startsWith(row.place.path))
  const held = postsHeldAt(units, on)
  const answering = postsHeldAt([...units, ...assignments.map(({ unit }) => unit)], on)
  return {
    ...question,
    place,
    locale,
    units,
    positions: new Set(held.map(({ position }) => position)),
    inCharge: new Set(answering.filter(({ position }) => inChargePositions.includes(position)).map(({ unitId }) => unitId)),
    assignments,
    switchedOn: new Set(adoptions.map(({ dutyId }) => dutyId)),
  }
}

/** Those whom the nearest place has settled: what a street says goes before what its county says. */
function nearest(rows: readonly TaskAssignmentRow[]): readonly TaskAssignmentRow[] {
  const longest = Math.max(0, ...rows.map(({ place }) => place.path.length))
  return rows.filter(({ place }) => place.path.length === longest)
}

/** A reader of some sectors does not see the communities and streets: they are taken to be there. */
const outOfSight: readonly AssignedUnit[] = [{ unitId: '', isOpen: true, inCharge: true }]

type Answering = { bearer: Bearer; units: readonly AssignedUnit[]; names: ReadonlyMap<string, string> }

function answering(id: string, plan: Plan, facts: Known): Answering {
  const { units, inCharge, locale, on, scope, frame } = facts
  const department = plan.departments.get(id)
  const name = department?.[locale] ?? null
  const { trait } = department ?? {}
  if (trait !== undefined) {
    const found = units.filter(({ traits }) => traits.includes(trait))
    return {
      bearer: { id, name, count: frame.isWhole ? found.length : null, units: [], settledBy: null, href: null },
      units: frame.isWhole ? found.map((unit) => ({ unitId: unit.id, isOpen: true, inCharge: inCharge.has(unit.id) })) : outOfSight,
      names: new Map(found.map((unit) => [unit.id, unit.name])),
    }
  }
  const rows = nearest(facts.assignments.filter(({ departmentId }) => departmentId === id))
  const [first] = rows
  const isOurs = first === undefined || seesPlace(scope, first.place.path)
  const isHeld = (row: TaskAssignmentRow) =>
    row.post === null ? inCharge.has(row.unit.id) : holdingOn({ span: storedSpan(row), post: storedSpan(row.post) }, on) === 'holds'
  return {
    bearer: {
      id,
      name,
      count: null,
      units: isOurs ? rows.map((row) => ({ name: row.unit.name, contact: row.post?.person.name ?? null })) : [],
      settledBy: first === undefined || first.place.id === facts.place.id ? null : first.place.name,
      href: frame.isWhole ? `/street/responsibility/departments/${id}?place=${facts.place.id}` : null,
    },
    units: rows.map((row) => ({
      unitId: row.unit.id,
      isOpen: !isOurs || inForceOn(storedSpan(row.unit), on),
      inCharge: !isOurs || isHeld(row),
    })),
    names: new Map(rows.map(({ unit }) => [unit.id, unit.name])),
  }
}

function hasAudience({ audience }: PlanTask, { units, positions }: Known): boolean {
  const asked = { positions: audience.positions ?? [], traits: audience.traits ?? [], sectors: audience.sectors ?? [] }
  if (Object.values(asked).every((list) => list.length === 0)) return true
  return (
    asked.positions.some((position) => positions.has(position)) ||
    units.some(({ sector, traits }) => asked.sectors.includes(sector) || traits.some((trait) => asked.traits.includes(trait)))
  )
}

function dutyOf(id: string | null, { locale }: Known): TaskRow['duty'] {
  const { duties, stated } = catalogue()
  const words = id === null ? undefined : (duties.get(id)?.words ?? stated.get(id))
  return words === undefined ? null : { id: words.id, title: words.title[locale] }
}

function openTask(task: PlanTask, plan: Plan, facts: Known): OpenTask {
  const { locale, switchedOn } = facts
  const found = bearersOf(task).map((id) => answering(id, plan, facts))
  const gaps = gapsOf({
    taskId: task.id,
    named: task.departments,
    assigned: new Map(found.map(({ bearer, units }) => [bearer.id, units])),
    dutyIsOff: task.duty !== null && dutyNow(task.duty)?.words.adopt === 'place' && !switchedOn.has(task.duty),
    hasAudience: hasAudience(task, facts),
  })
  return {
    gaps,
    names: new Map(found.flatMap(({ names }) => [...names])),
    row: {
      id: task.id,
      audience: task.audience[locale],
      task: task.task[locale],
      often: task.often[locale],
      duty: dutyOf(task.duty, facts),
      bearers: found.map(({ bearer }) => bearer),
      gaps: gaps.map(({ kind }) => kind),
      source: sourcesOf(task, locale),
      policy: task.policy?.[locale] ?? null,
    },
  }
}

/** Who trains whom at a place, by the plans that it works by, gaps first. A reader of some sectors sees the tasks for people there. */
export async function matrixOf(question: Question, locale: Locale): Promise<Matrix> {
  const { place, frame, on } = question
  if (place === null) return { frame, plans: [], gaps: [], tasks: 0 }
  const facts = await known(question, place, locale)
  const adopted = (await findPlanAdoptions(place.path)).filter((row) => inForceOn(storedSpan(row), on))
  const documents = [...new Set(adopted.map(({ document }) => document))].sort()
  const plans = documents.flatMap((document) => {
    const plan = responsibilityPlans().get(document)
    const adoption = adopted.find((row) => row.document === document)
    if (plan === undefined || adoption === undefined) return []
    const tasks = plan.tasks.filter((task) => frame.isWhole || hasAudience(task, facts)).map((task) => openTask(task, plan, facts))
    const from = formatDay(storedSpan(adoption).from)
    return [{ document, title: documentTitle(document, locale), from, place: adoption.place.name, tasks }]
  })
  const open = plans.flatMap(({ tasks }) => tasks)
  return {
    frame,
    plans: plans.map((plan) => ({ ...plan, tasks: plan.tasks.map(({ row }) => row) })),
    gaps: gatherGaps(open, frame),
    tasks: open.length,
  }
}
