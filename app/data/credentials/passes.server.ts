import { civilDay } from '~/domain/shared/civil-day'
import { type Day, formatDay } from '~/domain/shared/day'
import { recordAudit } from '../accounts/audit.server'
import { recordEvidence } from '../duties/evidence.server'
import type { Tx } from '../transact.server'
import { nextSerial } from './serials.server'

/** What a pass is evidence of; `{position}` in the topic stands for the position of the seat. */
export type Given = { readonly kind: string; readonly topic: string }

/** Makers of what must be fresh: ids, the token of /C/, and the number for an issue year. */
export type IssueTools = { makeId: () => string; makeToken: () => string; makeNumber: (year: number) => string }

export type PassedAttempt = {
  id: string
  personId: string
  course: string
  position: string
  unitId: string
  postId: string | null
  closedAt: Date
}

type Pass = { attempt: PassedAttempt; gives: readonly Given[]; certifies: boolean; at: Date; by: string; issue: IssueTools }

const numberTries = 5

async function survivorOf(tx: Tx, personId: string): Promise<string> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { mergedIntoId: true } })
  return person.mergedIntoId === null ? personId : survivorOf(tx, person.mergedIntoId)
}

/** The post the seat of this attempt is, also when the join request was confirmed while the paper was open. Null while it waits. */
async function postOf(tx: Tx, { postId, personId, unitId, position }: PassedAttempt): Promise<string | null> {
  if (postId !== null) return postId
  const join = await tx.joinRequest.findFirst({
    where: { personId, unitId, position, postId: { not: null } },
    orderBy: { decidedAt: 'desc' },
    select: { postId: true },
  })
  return join?.postId ?? null
}

async function freshNumber(tx: Tx, make: (year: number) => string, year: number, triesLeft = numberTries): Promise<string> {
  const number = make(year)
  const taken = await tx.certificate.findUnique({ where: { number }, select: { id: true } })
  return taken === null || triesLeft === 1 ? number : freshNumber(tx, make, year, triesLeft - 1)
}

/**
 * A passed paper becomes evidence and, of a course, a certificate, in the transaction that closed it, dated when it was closed. While
 * the seat is still a waiting join request nothing is written: the confirmation does it. True when written.
 */
export async function recordPass(tx: Tx, pass: Pass): Promise<boolean> {
  const postId = await postOf(tx, pass.attempt)
  if (postId === null) return false
  await issuePass(tx, { ...pass, postId, personId: await survivorOf(tx, pass.attempt.personId) })
  return true
}

type Issued = Pass & { postId: string; personId: string }

async function issuePass(tx: Tx, { attempt, gives, certifies, at, by, issue, postId, personId }: Issued) {
  const { unitId, position, course } = attempt
  const on = civilDay(attempt.closedAt)
  const pieces = gives.map(({ kind, topic }) => ({ id: issue.makeId(), kind, topic: topic.replaceAll('{position}', position) }))
  const [first] = pieces
  if (first === undefined) throw new Error(`course ${course} gives no evidence`)
  for (const piece of pieces)
    await recordEvidence(tx, {
      ...piece,
      subjectKind: 'person',
      subjectId: personId,
      unitId,
      position,
      on,
      passed: true,
      validThrough: null,
      sourceKind: 'attempt',
      sourceId: attempt.id,
      recordedBy: by,
      recordedAt: at,
    })
  await tx.attempt.update({ where: { id: attempt.id }, data: { evidenceId: first.id, postId } })
  const written = { at, by, issue, personId }
  if (certifies) return certify(tx, { ...written, attempt, evidenceId: first.id, on })
  await recordAudit(tx, {
    id: issue.makeId(),
    at,
    actor: by,
    act: 'learn.refresherPassed',
    target: { kind: 'person', id: personId },
    unitId,
    detail: { course, position },
  })
}

type Certified = Pick<Issued, 'attempt' | 'at' | 'by' | 'issue' | 'personId'> & { evidenceId: string; on: Day; edition?: number }

/** Writes a certificate with the next serial and a number of its own, saying for ever the name and the unit of this instant. */
export async function writeCertificate(tx: Tx, { attempt, at, issue, personId, evidenceId, on, edition = 1 }: Omit<Certified, 'by'>) {
  const { unitId, position, course } = attempt
  const certificate = {
    id: issue.makeId(),
    serial: await nextSerial(tx),
    token: issue.makeToken(),
    number: await freshNumber(tx, issue.makeNumber, Number(formatDay(civilDay(at)).slice(0, 4))),
    personId,
    printedName: (await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } })).name,
    unitId,
    printedUnit: (await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true } })).name,
    position,
    course,
    evidenceId,
    attemptId: attempt.id,
    edition,
    passedOn: formatDay(on),
    issuedAt: at,
  }
  await tx.certificate.create({ data: certificate })
  return certificate
}

async function certify(tx: Tx, certified: Certified) {
  const { id, unitId, position, course, number } = await writeCertificate(tx, certified)
  await recordAudit(tx, {
    id: certified.issue.makeId(),
    at: certified.at,
    actor: certified.by,
    act: 'credentials.certificateIssued',
    target: { kind: 'certificate', id },
    unitId,
    detail: { course, position, number },
  })
}

/** What the confirmation of a join request hands over. `personId` is who holds the post, `provisionalPersonId` who learned meanwhile. */
export type HeldPasses = {
  provisionalPersonId: string
  personId: string
  unitId: string
  position: string
  postId: string
  at: Date
  /** Account id of who confirmed. */
  by: string
  gives: (course: string) => readonly Given[]
} & IssueTools

/**
 * On confirmation: every paper the waiting person passed for this unit and position becomes evidence and a certificate, dated when
 * it was passed. Call it inside the transaction that writes the post. Returns how many.
 */
export async function recordHeldPasses(tx: Tx, held: HeldPasses): Promise<number> {
  const { provisionalPersonId, personId, unitId, position, postId, at, by, gives, ...issue } = held
  const attempts = await tx.attempt.findMany({
    where: { personId: { in: [provisionalPersonId, personId] }, unitId, position, passed: true, evidenceId: null, closedAt: { not: null } },
    orderBy: { closedAt: 'asc' },
  })
  for (const { closedAt, ...attempt } of attempts)
    if (closedAt)
      await issuePass(tx, {
        attempt: { ...attempt, closedAt },
        gives: gives(attempt.course),
        certifies: true,
        at,
        by,
        issue,
        postId,
        personId,
      })
  return attempts.length
}
