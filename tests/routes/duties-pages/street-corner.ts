import type { LoaderFunctionArgs } from '@remix-run/node'
import { recordEvidence } from '~/data/duties/evidence.server'
import { transact } from '~/data/transact.server'
import { parseDay } from '~/domain/shared/day'
import { newId } from '~/gateways/secrets.server'
import { startSession } from '~/http/session.server'

/** A small street for the stories: two streets, a hotel and a school in the east, a clinic in the west. */
const at = new Date('2026-03-01T02:00:00Z')
const since = '2020-01-01'

export const token = (letter: string): string => letter.repeat(26)

export async function buildStreet(): Promise<void> {
  await transact(async (tx) => {
    const place = (id: string, kind: string, name: string, parentId: string | null, path: string) =>
      tx.place.create({ data: { id, kind, name, parentId, path, createdAt: at } })
    await place('county', 'county', '青禾县', null, '/county/')
    await place('east', 'street', '东街', 'county', '/county/east/')
    await place('east-1', 'community', '东一社区', 'east', '/county/east/east-1/')
    await place('west', 'street', '西街', 'county', '/county/west/')
    const unit = (id: string, name: string, placeId: string, sector: string, traits: string[]) =>
      tx.unit.create({
        data: {
          id,
          name,
          placeId,
          sector,
          shortCode: id.toUpperCase(),
          from: since,
          createdAt: at,
          traits: { create: traits.map((trait) => ({ id: `${id}-${trait}`, trait, from: since })) },
        },
      })
    await unit('hotel', '东街大酒店', 'east-1', 'commerce', ['hotel', 'public-assembly'])
    await unit('school', '东街小学', 'east', 'education', ['primary-secondary', 'key-unit'])
    await unit('clinic', '西街诊所', 'west', 'medical', ['clinic', 'key-unit'])
  })
}

export async function addPerson(id: string, name: string): Promise<void> {
  await transact(async (tx) => {
    await tx.person.create({ data: { id, name, phone: `138${id.length}0000`, createdAt: at } })
    await tx.account.create({ data: { id: `account-${id}`, personId: id, staffNumber: `S-${id}`, createdAt: at } })
  })
}

type NewPost = { id: string; personId: string; unitId: string; position: string; from: string; to?: string; cardToken?: string }

export async function addPost({ cardToken, to, ...post }: NewPost): Promise<void> {
  await transact((tx) => tx.post.create({ data: { ...post, to: to ?? null, cardToken: cardToken ?? `T-${post.id}`, createdAt: at } }))
}

export async function addJoin(id: string, personId: string, unitId: string, position: string, from: string): Promise<void> {
  await transact((tx) =>
    tx.joinRequest.create({ data: { id, unitId, personId, name: personId, phone: '13800000000', position, from, createdAt: at } }),
  )
}

export async function passPaper(personId: string, unitId: string, position: string, on: string): Promise<void> {
  const day = parseDay(on)
  if (day === null) throw new Error(on)
  for (const topic of [`pre-job-${position}`, 'basics'])
    await transact((tx) =>
      recordEvidence(tx, {
        id: newId(),
        kind: 'course',
        topic,
        subjectKind: 'person',
        subjectId: personId,
        unitId,
        position,
        on: day,
        passed: true,
        validThrough: null,
        sourceKind: 'attempt',
        sourceId: 'attempt',
        recordedBy: 'system',
        recordedAt: at,
      }),
    )
}

/** The county switches a duty on from 1 January 2026. */
export async function switchOn(dutyId: string): Promise<void> {
  await transact((tx) =>
    tx.dutyAdoption.create({ data: { id: dutyId, dutyId, placeId: 'county', from: '2026-01-01', adoptedBy: 'system', createdAt: at } }),
  )
}

/** A unit holds an evacuation drill. */
export async function holdDrill(unitId: string, on: string): Promise<void> {
  const day = parseDay(on)
  if (day === null) throw new Error(on)
  await transact((tx) =>
    recordEvidence(tx, {
      id: newId(),
      kind: 'drill',
      topic: 'evacuation',
      subjectKind: 'unit',
      subjectId: unitId,
      unitId,
      position: null,
      on: day,
      passed: true,
      validThrough: null,
      sourceKind: 'drill',
      sourceId: 'drill',
      recordedBy: 'system',
      recordedAt: at,
    }),
  )
}

/** A paper passed while the join request still waits: no evidence yet. */
export async function passWhileWaiting(id: string, personId: string, unitId: string, position: string, closedAt: Date): Promise<void> {
  await transact((tx) =>
    tx.attempt.create({
      data: {
        id,
        personId,
        course: 'pre-job',
        position,
        unitId,
        startedAt: closedAt,
        deadlineAt: closedAt,
        closedAt,
        closedBy: 'submit',
        score: 90,
        passed: true,
      },
    }),
  )
}

export async function grant(personId: string, role: string, where: { placeId?: string; unitId?: string; sectors?: string }): Promise<void> {
  await transact((tx) =>
    tx.grant.create({
      data: {
        id: newId(),
        accountId: `account-${personId}`,
        role,
        placeId: where.placeId ?? null,
        unitId: where.unitId ?? null,
        sectors: where.sectors ?? '*',
        from: since,
        grantedBy: 'system',
        createdAt: at,
      },
    }),
  )
}

/** A request of a signed-in person, or of nobody. */
export async function ask(
  path: string,
  personId: string | null,
  now: Date,
  params: Record<string, string> = {},
): Promise<LoaderFunctionArgs> {
  const url = `http://127.0.0.1:3000${path}`
  const cookie =
    personId === null ? '' : ((await startSession(new Request(url), `account-${personId}`, 'learner', now, true)).split(';')[0] ?? '')
  return { request: new Request(url, { headers: { Cookie: cookie } }), params, context: { address: 'test', requestId: 't' } }
}

/** The status of what a loader throws. */
export async function statusOf(answer: Promise<unknown>): Promise<number> {
  try {
    await answer
  } catch (fault) {
    if (fault instanceof Response) return fault.status
    throw fault
  }
  return 200
}
