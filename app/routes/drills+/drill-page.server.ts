import { drillRules } from '~/content/drills.server'
import { floorTimesOf } from '~/data/drills/floor-times-facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { groupNames, type Named } from '~/domain/drills/drill-body'
import { timelineOf } from '~/domain/drills/timeline'
import { rollOf } from '~/domain/rollcall/presence'
import { settings } from '~/env.server'
import type { Signed } from '~/http/serve.server'
import type { DrillPage } from '~/ui/drills/drill'
import { drillLine } from './drill-line.server'
import { redrillShown } from './redrill-shown.server'
import type { SeenDrill } from './seen-drill.server'

const names = (people: readonly Named[]): string[] => people.map(({ name }) => name)

/** A drill at a glance: what it is, who does what, where it stands. */
export async function drillPage(ctx: Signed, { facts, call, commands, marshals, manages }: SeenDrill): Promise<DrillPage> {
  const { body, id } = facts
  const { entries } = entriesAfter(call.id, 0)
  const timeline = timelineOf(entries, call.roles)
  const { totals, doubts } = rollOf(call.expected, entries, call.roles, timeline.begins)
  const line = await drillLine(facts, ctx.locale)
  return {
    unit: { id: facts.unitId, name: findSubjectNames([facts.unitId]).get(facts.unitId) ?? '' },
    line,
    place: body.place,
    story: body.story,
    commander: body.commander.name,
    zones: body.zones.map((zone) => ({ name: zone.name, marshals: names(zone.marshals) })),
    groups: groupNames.map((group) => ({ id: group, members: names(body.groups[group]) })),
    assembly: body.assembly,
    partners: body.partners,
    volunteers: body.volunteers,
    notice: body.notice,
    sign: drillRules().sign[ctx.locale],
    may: { board: commands || marshals || manages, manage: manages, change: manages && line.state === 'planned' },
    totals: { ...totals, waiting: doubts.filter(({ decided }) => decided === null).length },
    helped: call.expected.filter(({ help }) => help !== '').map(({ name, help }) => ({ name, help })),
    timeline: timeline.marks.map(({ mark, zone, at }) => ({
      mark,
      zone,
      at: new Date(at).toISOString(),
      seconds: timeline.begins === null ? null : Math.round((at - timeline.begins) / 1000),
    })),
    board: `${settings().publicUrl}/drills/${id}/board`,
    redrill: await redrillShown(ctx, facts),
    floors: ['held', 'signed', 'open-again'].includes(line.state) ? await floorTimesOf(facts) : null,
  }
}
