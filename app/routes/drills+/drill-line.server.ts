import { getDrillKind } from '~/content/drills.server'
import type { DrillFacts } from '~/data/drills/drills.server'
import { findCall } from '~/data/rollcall/calls.server'
import { stampsOf } from '~/data/rollcall/entries.server'
import { stateOf } from '~/domain/drills/drill-state'
import { timelineOf } from '~/domain/drills/timeline'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import type { Signed } from '~/http/serve.server'
import { clockText } from '~/i18n/clock-text'
import type { DrillLine } from '~/ui/drills/unit-drills'

/** A drill in one line: what it is, when it is or was, how far it is. */
export async function drillLine(facts: DrillFacts, locale: Signed['locale']): Promise<DrillLine> {
  const call = await findCall('drill', facts.id)
  const timeline = call === null ? { begins: null, ends: null } : timelineOf(stampsOf(call.id), call.roles)
  const { title, target, kind, unannounced } = facts.body
  const began = timeline.begins === null || facts.way !== 'planned' ? null : new Date(timeline.begins)
  const on = began === null ? facts.body.on : formatDay(civilDay(began))
  const startsAt = began === null ? facts.body.startsAt : clockText(began)
  const state = stateOf(facts.way, facts.steps, timeline)
  return {
    id: facts.id,
    title,
    target,
    on,
    startsAt,
    kind: getDrillKind(kind).title[locale],
    unannounced,
    state,
    way: facts.way,
    isRedrill: facts.answers !== null,
  }
}
