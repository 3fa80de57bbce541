import { recordAudit } from '~/data/accounts/audit.server'
import { programmeCoverage } from '~/data/classes/coverage-facts.server'
import { lineIsEnded } from '~/data/classes/coverage-lines.server'
import { type ProgrammeFacts, recordProgrammeStep } from '~/data/classes/programmes.server'
import { transact } from '~/data/transact.server'
import { scopeFor } from '~/domain/accounts/scope'
import { excusesOn } from '~/domain/classes/list-line'
import { listStateOf } from '~/domain/classes/programme-body'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, getProgramme, programmeReached } from './reached-class.server'

export type ExcuseWish = { programmeId: string; memberId: string; why: string; until: string }

/**
 * Somebody on a frozen list need not come, with a reason, through a day or ('') for good. Refused for who has come already, for a line that
 * is not on the list today, and for a unit that has closed: that one is taken off the list.
 */
export async function excuseMember(acting: ActingPerson, wish: ExcuseWish): Promise<{ kind: 'excused' } | Refused> {
  const programme = await getProgramme(acting, wish.programmeId)
  if (listStateOf(programme.steps) !== 'frozen') return refuse('classcover:refusal.notFrozen')
  const line = lineOf(acting, programme, wish.memberId)
  if (line.state !== 'missing' && line.state !== 'excused') return refuse(`classcover:refusal.excuse.${line.state}`)
  const why = withoutUnseen(wish.why).trim()
  if (why.length < 4) return refuse('classcover:refusal.why', 'why')
  if (wish.until.trim() === '') return said(acting, programme.id, wish.memberId, { why, until: null })
  const until = readOfficeDay(wish.until, acting.today)
  if (!isDay(until)) return refuse(`org:error.day.${until}`, 'until')
  if (until < acting.today) return refuse('classcover:refusal.untilPast', 'until')
  return said(acting, programme.id, wish.memberId, { why, until: formatDay(until) })
}

/** Whoever was excused is to come after all, with a reason. */
export async function endExcuse(
  acting: ActingPerson,
  wish: { programmeId: string; memberId: string; why: string },
): Promise<{ kind: 'excused' } | Refused> {
  const programme = await getProgramme(acting, wish.programmeId)
  lineOf(acting, programme, wish.memberId)
  if (!excusesOn(programme.steps, acting.today).has(wish.memberId)) return refuse('classcover:refusal.notExcused')
  const why = withoutUnseen(wish.why).trim()
  if (why.length < 4) return refuse('classcover:refusal.why', 'why')
  return said(acting, programme.id, wish.memberId, { why, until: null, ends: true })
}

function lineOf({ actor, today }: ActingPerson, programme: ProgrammeFacts, memberId: string) {
  const lines = programmeCoverage(scopeFor(actor.grants, 'supervise', today), programme, today)
  const found = lines.find(({ member }) => member.id === memberId)
  if (found === undefined) throw new NotFound()
  return found
}

type Said = { why: string; until: string | null; ends?: true }

function said(acting: ActingPerson, programmeId: string, memberId: string, detail: Said): Promise<{ kind: 'excused' } | Refused> {
  const { actor, now: at, today } = acting
  const scope = scopeFor(actor.grants, 'supervise', today)
  const [id, auditId] = [newId(at), newId(at)]
  return transact(async (tx) => {
    const programme = await programmeReached(tx, scope, programmeId)
    if (await lineIsEnded(tx, memberId)) return refuse('classcover:refusal.excuse.left')
    const step = { id, programmeId, kind: 'excused', at, by: actor.accountId, detail: { member: memberId, ...detail } } as const
    await recordProgrammeStep(tx, step)
    await recordAudit(tx, {
      id: auditId,
      at,
      actor: actor.accountId,
      act: detail.ends === true ? 'classcover.excuseEnded' : 'classcover.memberExcused',
      target: { kind: 'programme', id: programmeId },
      placeId: programme.place.id,
      detail: { line: memberId, reason: detail.why, until: detail.until },
    })
    return { kind: 'excused' }
  })
}
