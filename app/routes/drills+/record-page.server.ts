import { reader } from '~/data/drills/record-facts.server'
import { isClosed } from '~/domain/drills/drill-state'
import { gapsOf } from '~/domain/drills/record'
import { reasonGiven, written } from '~/domain/drills/record-steps'
import { differencesOf, signedVersions, withLater } from '~/domain/drills/record-versions'
import { NotFound } from '~/domain/shared/faults'
import type { Signed } from '~/http/serve.server'
import type { RecordPage } from '~/ui/drills/record'
import { mustReport } from '~/usecases/drills/must-report.server'
import { getSeenDrill } from '~/usecases/drills/reached-drill.server'
import { recordInside, recordWords } from '~/usecases/drills/record-inside.server'
import { namedAt } from '~/usecases/drills/sign-drill.server'
import { redrillShown } from './redrill-shown.server'

/** The record of a drill as it is now, for whoever has to do with it or sees its unit: drawn from what happened, nothing filled in. */
export async function draftOf(ctx: Signed, drillId: string) {
  const sight = await getSeenDrill(ctx, drillId)
  const words = await recordWords(sight.facts, await namedAt(drillId), ctx.actor.personId)
  const draft = await recordInside(reader(), sight.facts, words)
  return { ...sight, unitName: words.unit, myName: words.signer, draft }
}

/** The record page: the newest signed version with what was written since, an older one as it was signed, or what is there so far. */
export async function recordPage(ctx: Signed, drillId: string, asked: string | null): Promise<RecordPage> {
  const { facts, commands, manages, sees, unitName, draft } = await draftOf(ctx, drillId)
  const signed = signedVersions(facts.steps)
  const newest = isClosed(facts.steps) ? signed.at(-1) : undefined
  const old = asked === null ? undefined : signed.find(({ version }) => String(version) === asked)
  if (asked !== null && old === undefined) throw new NotFound()
  const isNewest = old === undefined || old.version === newest?.version
  const whole = newest === undefined ? { record: draft.record, later: [] } : withLater(newest.record, facts.steps)
  const { record, later } = old !== undefined && !isNewest ? { record: old.record, later: [] } : whole
  const reopened = written(facts.steps, 'reopened', reasonGiven).at(-1)
  const reports = mustReport(facts)
  return {
    id: drillId,
    unit: { id: facts.unitId, name: unitName },
    state: draft.state,
    leads: commands || manages,
    sees: sees || manages,
    manages,
    record,
    later,
    gaps: gapsOf(record, { mustReport: reports }),
    mustReport: reports,
    version: (isNewest ? newest : old)?.version ?? null,
    isNewest,
    signed: signed.map(({ version, at, signer }) => ({ version, at: at.toISOString(), signer })),
    differences: differencesOf(signed.map((one) => one.record)),
    reopened: reopened === undefined ? null : { reason: reopened.reason, at: reopened.at.toISOString() },
    undecided: draft.undecided,
    isOver: draft.isOver,
    redrill: await redrillShown(ctx, facts),
  }
}
