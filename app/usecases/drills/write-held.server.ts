import { recordAudit } from '~/data/accounts/audit.server'
import { recordDrill, recordRevision, recordStep } from '~/data/drills/drill-writers.server'
import { drillInside } from '~/data/drills/drills.server'
import { sameDayInside } from '~/data/drills/record-facts.server'
import { recordEntries } from '~/data/rollcall/call-writers.server'
import { type Tx, transact } from '~/data/transact.server'
import type { StepKind } from '~/domain/drills/drill-state'
import { saidToReach, writtenEntry } from '~/domain/drills/logged-roll'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { answeredInside } from './answered-drill.server'
import type { Held, HeldWish } from './held-wish.server'
import { openCall } from './plan-drill.server'
import { type ActingPerson, idFrom } from './reached-drill.server'
import { type RecordWords, recordWords } from './record-inside.server'
import { signInside } from './sign-inside.server'

/** again: it was there already, because the same form came twice. */
export type Recorded = { kind: 'recorded' | 'again'; id: string }

type Way = 'logged' | 'paper'
/** The words of a drill that is about to be written down; to be read before its transaction. */
export const heldWords = ({ actor }: ActingPerson, { unit }: Held): Promise<RecordWords> =>
  recordWords({ unitId: unit.id, createdBy: actor.accountId }, [], actor.personId)

/**
 * Writes a drill that was held, with who took part, and signs it in one go. The same form again changes nothing; a drill of the same kind
 * on the same day is asked about before there are two.
 */
export async function writeHeld(
  acting: ActingPerson,
  { form }: Pick<HeldWish, 'form'>,
  held: Held,
  way: Way,
  photo: string | null,
): Promise<Recorded | Refused> {
  const { now: at, actor } = acting
  const { unit, body, attendance } = held
  const words = await heldWords(acting, held)
  const auditId = newId(at)
  return transact(async (tx) => {
    const outcome = await writeHeldInside(tx, acting, form, held, { way, photo, words })
    if (outcome.kind !== 'recorded') return outcome
    await recordAudit(tx, {
      id: auditId,
      at,
      actor: actor.accountId,
      act: way === 'logged' ? 'drillrecord.drillLogged' : 'drillrecord.drillEntered',
      target: { kind: 'drill', id: form.id },
      unitId: unit.id,
      detail: { kind: body.kind, on: body.on, people: attendance.there.length, sheet: photo !== null },
    })
    return outcome
  })
}

/** The same inside a transaction that writes more than this one, and says in its own audit entry what it wrote. */
export async function writeHeldInside(
  tx: Tx,
  acting: ActingPerson,
  form: HeldWish['form'],
  { unit, body, attendance, expected, roles }: Held,
  { way, photo, words }: { way: Way; photo: string | null; words: RecordWords },
): Promise<Recorded | Refused> {
  const { now: at, today, actor } = acting
  const by = { by: actor.accountId, personId: actor.personId, at }
  const drill = { id: form.id, unitId: unit.id, way, createdAt: at, createdBy: actor.accountId }
  const there = await drillInside(tx, drill.id)
  if (there !== null && there.unitId !== unit.id) throw new NotFound()
  if (there !== null) return { kind: 'again', id: there.id }
  const same = await sameDayInside(tx, { ...drill, kind: body.kind, on: body.on })
  if (same !== null && form.again !== 'yes') return refuse('drillrecord:refusal.sameDay', 'again', { drill: same })
  const answered = await answeredInside(tx, unit.id, form)
  if (isRefused(answered)) return answered
  await recordDrill(tx, { ...drill, answers: answered.id })
  await recordRevision(tx, { id: idFrom(drill.id, 'revision', 1), drillId: drill.id, body, at, by: by.by })
  const call = idFrom(drill.id, 'call')
  await openCall(tx, { drill: drill.id, call, list: idFrom(drill.id, 'list', 1) }, unit.id, expected, roles, at, by.by)
  const entries = saidToReach(attendance, [], roles).map((said, nth) =>
    writtenEntry(idFrom(drill.id, 'entry', nth), drill.id, nth, by.personId, at.getTime(), said),
  )
  await recordEntries(
    tx,
    entries.map((entry) => ({ callId: call, accountId: by.by, entry, received: at })),
  )
  await noteSteps(tx, { drillId: drill.id, ...by }, form, photo)
  const facts = await drillInside(tx, drill.id)
  if (facts === null) throw new Error('a drill that was just written')
  const signed = await signInside(tx, facts, words, { ...by, today })
  if (isRefused(signed)) throw new Error(`a drill that cannot be signed: ${signed.reason}`)
  return { kind: 'recorded', id: drill.id }
}

/** What was said beside who took part: notice, sign, photographed sheet. */
async function noteSteps(
  tx: Tx,
  step: { drillId: string; by: string; personId: string; at: Date },
  { notice, sign }: HeldWish['form'],
  photo: string | null,
): Promise<void> {
  const note = (kind: StepKind, detail: Record<string, unknown>) =>
    recordStep(tx, { id: idFrom(step.drillId, kind), kind, detail, ...step })
  if (notice !== '') await note('notice-given', { means: notice, on: '', time: '' })
  if (sign !== '') await note('sign-up', { where: sign })
  if (photo !== null) await note('sheet-kept', { photo })
}
