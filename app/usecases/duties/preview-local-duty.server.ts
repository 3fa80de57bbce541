import { setImmediate } from 'node:timers/promises'
import { draftedDuty } from '~/content/local-duties.server'
import { dutiesAt, factsOfUnits } from '~/data/duties/facts.server'
import { type LocalDutyRow, unitIdsBelow } from '~/data/duties/local-duties.server'
import type { Acting } from '~/domain/accounts/acting'
import { compareStandings, type StandingChange } from '~/domain/duties/compare-catalogues'
import type { Duty } from '~/domain/duties/facts'
import { lastDayBefore } from '~/domain/duties/local-duty-life'
import { type LocalDutyPreview, previewOf } from '~/domain/duties/local-duty-preview'
import { indexFacts } from '~/domain/duties/standing'
import { type Day, formatDay, laterOf } from '~/domain/shared/day'
import { isRefused, type Refused } from '~/domain/shared/refusal'
import { hashOf } from '~/gateways/secrets.server'
import { dutyNow } from './duties-now.server'
import { getLocalDuty, wholeName } from './reached-local-duty.server'

const UNITS_AT_ONCE = 40

/** `on`: the day for which it was worked out. `fingerprint` names the draft, its document, its first day and every figure. */
export type PreviewedDuty = {
  kind: 'previewed'
  duty: LocalDutyRow
  from: Day
  on: Day
  body: string
  preview: LocalDutyPreview
  fingerprint: string
}

/**
 * What publishing a draft from a day would do, on that day: whom it binds, by when they have to do it, and how dates move against the
 * duty that it takes over from. Reads only. Out of scope is not found.
 */
export async function previewLocalDuty(acting: Acting, { dutyId, from }: { dutyId: string; from: Day }): Promise<PreviewedDuty | Refused> {
  const duty = getLocalDuty(acting, dutyId)
  const drafted = draftedDuty(duty.said, duty.id, wholeName(duty.place.id), formatDay(from))
  if (isRefused(drafted)) return drafted
  const on = laterOf(from, acting.today)
  const replaced = duty.supersedes === null ? null : (dutyNow(duty.supersedes)?.rule ?? null)
  const changes = await changesAt(duty.place.path, { rule: drafted.duty.rule, replaced, from, on })
  const preview = previewOf(changes, duty.id, replaced?.id ?? null)
  const { bound, units, standings, dues, moves } = preview
  const named = [duty.revisionId, duty.file?.sha256 ?? '', formatDay(from), duty.supersedes ?? '', drafted.body]
  const fingerprint = hashOf(JSON.stringify([named, bound, units, standings, dues, moves]))
  return { kind: 'previewed', duty, from, on, body: drafted.body, preview, fingerprint }
}

type Asked = { rule: Duty; replaced: Duty | null; from: Day; on: Day }

/** Whose standing differs at the units of a place and below. Whoever works at several is told of once. */
async function changesAt(path: string, { rule, replaced, from, on }: Asked): Promise<StandingChange[]> {
  const below = unitIdsBelow(path)
  const adopted = new Map(below.map((unit) => [unit, [{ from, to: null }]]))
  const found = new Map<string, StandingChange>()
  for (let start = 0; start < below.length; start += UNITS_AT_ONCE) {
    const facts = factsOfUnits(below.slice(start, start + UNITS_AT_ONCE), [])
    const units = facts.units.map(({ id }) => id)
    const before = replaced === null ? [] : dutiesAt([replaced], units)
    const ended = before.map((duty) => ({ ...duty, to: lastDayBefore(from) }))
    const indexWith = (duties: readonly Duty[]) => indexFacts({ ...facts, duties })
    const { changes } = compareStandings(indexWith(before), indexWith([...ended, { ...rule, adopted }]), new Set(units), on)
    for (const change of changes) found.set(`${change.duty} ${change.subject}`, change)
    await setImmediate()
  }
  return [...found.values()]
}
