import { plansOfUnit } from '~/data/drills/plans.server'
import { rosterOf } from '~/data/drills/roster.server'
import type { PlanBody } from '~/domain/drills/drill-body'
import { mostZones } from '~/domain/drills/drill-form'
import { evaluationOf } from '~/domain/drills/evaluation'
import { type Finding, findingsOf, isOverdue, proposed } from '~/domain/drills/finding'
import { type Roster, writtenNames } from '~/domain/drills/read-names'
import { civilDay } from '~/domain/shared/civil-day'
import { addDays, type Day, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Signed } from '~/http/serve.server'
import type { FindingShown, FindingsPage, PlanShown } from '~/ui/drills/findings'
import { mustReport } from '~/usecases/drills/must-report.server'
import { labelledRoster } from '~/usecases/drills/unit-roster.server'
import { draftOf } from './record-page.server'
import { redrillShown } from './redrill-shown.server'

/** A finding is due in two weeks unless said otherwise: our proposal, no clause's. */
const proposedDays = 14

/** What follows from a drill, for whoever leads it. */
export async function findingsPage(ctx: Signed, drillId: string): Promise<FindingsPage> {
  const { facts, commands, manages, unitName, draft } = await draftOf(ctx, drillId)
  if (!commands && !manages) throw new NotFound()
  const { record } = draft
  const judged = evaluationOf(facts.steps)
  const findings = findingsOf(facts.steps)
  const roster = labelledRoster({ id: facts.unitId }, ctx.today)
  const me = rosterOf({ id: facts.unitId }, ctx.today).find(({ family }) => family.includes(ctx.actor.personId))
  return {
    id: drillId,
    unit: { id: facts.unitId, name: unitName },
    on: record.on,
    kind: record.kindName[ctx.locale],
    today: formatDay(ctx.today),
    isOver: draft.isOver,
    isSigned: draft.state === 'signed',
    mustReport: mustReport(facts),
    proposed: proposed(judged, findings).map(({ id, asks, note, answer }) => ({ id, asks: asks[ctx.locale], note, answer: answer ?? '' })),
    isEvaluated: judged !== null,
    findings: shown(findings, ctx.today),
    owners: roster.map(({ id, label }) => ({ value: id, label })),
    due: formatDay(addDays(ctx.today, proposedDays)),
    me: me?.id ?? '',
    plan: await planShown(facts.unitId, facts.body, roster),
    report: record.report,
    notices: record.notices,
    signs: record.signs.map(({ where }) => where),
    sheets: record.sheets.length,
    way: facts.way,
    redrill: await redrillShown(ctx, facts),
    isManaged: manages,
  }
}

/** Overdue first, then open by day, then done. */
function shown(findings: readonly Finding[], today: Day): FindingShown[] {
  return findings
    .map(({ id, what, owner, due, redrill, closed }) => ({
      ...{ id, what, due, redrill },
      owner: owner.name,
      isOverdue: isOverdue({ closed, due }, today),
      closed: closed && { done: closed.done, at: formatDay(civilDay(closed.at)) },
    }))
    .sort((one, other) => Number(one.closed !== null) - Number(other.closed !== null) || one.due.localeCompare(other.due))
}

/** The plan as the form shows it: the newest version, else what the drill says; two rows more than it has zones. */
async function planShown(unitId: string, body: PlanBody, roster: Roster): Promise<PlanShown> {
  const plans = await plansOfUnit({ id: unitId })
  const now = plans[0]?.body ?? body
  const people = (members: PlanBody['groups']['attack']): string => writtenNames(members, roster)
  const rows = Array.from({ length: Math.min(mostZones, now.zones.length + 2) }, (_, nth) => ({
    nth,
    name: now.zones[nth]?.name ?? '',
    marshals: people(now.zones[nth]?.marshals ?? []),
  }))
  return {
    version: plans[0]?.version ?? 0,
    values: {
      commander: people([now.commander]),
      assembly: now.assembly.join('\n'),
      attack: people(now.groups.attack),
      contact: people(now.groups.contact),
      evacuation: people(now.groups.evacuation),
      care: people(now.groups.care),
      partners: now.partners,
      volunteers: now.volunteers,
    },
    zones: rows,
    history: plans
      .filter(({ changed }) => changed !== '')
      .slice(0, 5)
      .map(({ version, changed, createdAt }) => ({ version, changed, at: formatDay(civilDay(createdAt)) })),
  }
}
