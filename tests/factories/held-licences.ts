import { recordLicence, recordLicenceCheck } from '~/data/credentials/licences.server'
import { recordEvidence } from '~/data/duties/evidence.server'
import { storedDay } from '~/data/stored-day.server'
import { transact } from '~/data/transact.server'
import { matchHash, newId, seal } from '~/gateways/secrets.server'

type Held = {
  id: string
  personId: string
  kind: string
  level?: number
  direction?: 'monitoring' | 'maintenance'
  validTo?: string
  /** The day on which somebody found it on the official page; never, where left out. */
  checkedOn?: string
  /** What the check is evidence of. */
  topic: string
}

/** A licence somebody holds, and the evidence of its check, as the use cases leave them. */
export async function addLicence({ id, personId, kind, level, direction, validTo, checkedOn, topic }: Held): Promise<void> {
  const at = new Date('2026-01-05T02:00:00Z')
  await transact(async (tx) => {
    await recordLicence(tx, {
      id,
      personId,
      kind,
      level: level ?? null,
      direction: direction ?? null,
      item: null,
      numberSealed: seal(id),
      numberHash: matchHash(id),
      printedName: personId,
      issuer: '发证机关',
      firstIssuedOn: null,
      validFrom: null,
      validTo: validTo ?? null,
      reviewDue: null,
      photo: null,
      unitId: null,
      recordedAt: at,
      recordedBy: 'account-x',
    })
    if (checkedOn === undefined) return
    const check = { id: `${id}-check`, licenceId: id, on: checkedOn, by: 'account-y', how: 'page', page: null, result: 'matches' }
    await recordLicenceCheck(tx, { ...check, at: new Date(`${checkedOn}T02:00:00Z`), note: null, nextDue: null, needsSecond: false })
    await recordEvidence(tx, {
      id: newId(at),
      kind: 'licence',
      topic,
      subjectKind: 'person',
      subjectId: personId,
      unitId: null,
      position: null,
      on: storedDay(checkedOn),
      passed: true,
      validThrough: validTo === undefined ? null : storedDay(validTo),
      sourceKind: 'licence',
      sourceId: id,
      recordedBy: 'account-y',
      recordedAt: new Date(`${checkedOn}T02:00:00Z`),
    })
  })
}

/** A place switches duties on, from the first day of 2026. */
export async function switchOn(placeId: string, ...dutyIds: string[]): Promise<void> {
  const at = new Date('2026-01-01T02:00:00Z')
  await transact(async (tx) => {
    for (const dutyId of dutyIds)
      await tx.dutyAdoption.create({
        data: { id: `on-${dutyId}`, dutyId, placeId, from: '2026-01-01', adoptedBy: 'system', createdAt: at },
      })
  })
}
