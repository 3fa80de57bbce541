import { transact } from '~/data/transact.server'
import { startSession } from '~/http/session.server'
import { lessons } from './content'

const made = new Date('2026-01-01T00:00:00Z')

/** One county, one street, one market that is a public assembly place, and the people who work there. */
export async function smallTown(): Promise<void> {
  await transact(async (tx) => {
    await tx.place.create({ data: { id: 'county', kind: 'county', name: '云溪县', path: '/county/', createdAt: made } })
    await tx.place.create({
      data: { id: 'street', kind: 'street', name: '城关街道', parentId: 'county', path: '/county/street/', createdAt: made },
    })
    for (const [id, name] of [
      ['market', '云溪东门农贸市场'],
      ['office', '云溪县档案馆'],
    ] as const)
      await tx.unit.create({
        data: { id, placeId: 'street', name, sector: 'commerce', shortCode: id.toUpperCase(), from: '2020-01-01', createdAt: made },
      })
    await tx.unitTrait.create({ data: { id: 'trait', unitId: 'market', trait: 'public-assembly', from: '2020-01-01' } })
  })
}

let count = 0

/** A person with an account. */
export async function person(id: string, name: string): Promise<void> {
  count += 1
  const staffNumber = `S${String(count).padStart(5, '0')}`
  await transact(async (tx) => {
    await tx.person.create({ data: { id, name, createdAt: made } })
    await tx.account.create({ data: { id: `account-${id}`, personId: id, staffNumber, createdAt: made } })
  })
}

/** A post at the market from 1 March 2026, unless said otherwise. */
export async function post(
  personId: string,
  more: { position?: string; unitId?: string; from?: string; to?: string | null } = {},
): Promise<string> {
  const { position = 'welder', unitId = 'market', from = '2026-03-01', to = null } = more
  const id = `post-${personId}-${unitId}-${position}`
  await transact((tx) => tx.post.create({ data: { id, personId, unitId, position, from, to, cardToken: `card-${id}`, createdAt: made } }))
  return id
}

/** A join request that nobody has confirmed yet. */
export async function waiting(personId: string, position = 'welder'): Promise<string> {
  const id = `join-${personId}`
  await transact((tx) =>
    tx.joinRequest.create({
      data: { id, unitId: 'market', personId, name: personId, phone: '13900000000', position, from: '2026-03-12', createdAt: made },
    }),
  )
  return id
}

export async function hasLearned(personId: string, which: readonly string[] = lessons): Promise<void> {
  await transact((tx) =>
    tx.lessonProgress.createMany({
      data: which.map((lesson) => ({ personId, course: 'pre-job', lesson, openedAt: made, completedAt: made })),
    }),
  )
}

export async function grant(
  personId: string,
  role: 'administrator' | 'supervisor' | 'manager',
  where: { placeId?: string; unitId?: string } = {},
): Promise<void> {
  await transact((tx) =>
    tx.grant.create({
      data: {
        id: `grant-${personId}`,
        accountId: `account-${personId}`,
        role,
        sectors: '*',
        from: '2020-01-01',
        grantedBy: 'system',
        createdAt: made,
        ...where,
      },
    }),
  )
}

/** The Cookie header of a fresh session. */
export async function signedIn(personId: string, now: Date): Promise<string> {
  const cookie = await startSession(new Request('http://127.0.0.1:3000/'), `account-${personId}`, 'learner', now, true)
  return String(cookie.split(';')[0])
}
