import type { AppLoadContext } from '@remix-run/node'
import { transact } from '~/data/transact.server'
import { readClock } from '~/gateways/clock.server'
import { startSession } from '~/http/session.server'

export type Reader = { personId: string; cookie: string }

/** A street with one hotel. */
export async function oneHotel(): Promise<void> {
  const now = readClock()
  await transact(async (tx) => {
    await tx.place.create({ data: { id: 'street', kind: 'street', name: '南湖街道', path: '/street/', createdAt: now } })
    await tx.unit.create({
      data: { id: 'hotel', placeId: 'street', name: '南湖大酒店', sector: 'hotel', shortCode: 'NHDJ', from: '2020-01-01', createdAt: now },
    })
  })
}

/** A signed-in person with a post at the hotel. */
export async function reader(personId: string): Promise<Reader> {
  const now = readClock()
  await transact(async (tx) => {
    await tx.person.create({ data: { id: personId, name: '王小明', createdAt: now } })
    await tx.account.create({ data: { id: `account-${personId}`, personId, staffNumber: `NHDJ-${personId}`, createdAt: now } })
    await tx.post.create({
      data: {
        id: `post-${personId}`,
        personId,
        unitId: 'hotel',
        position: 'employee',
        from: '2026-03-20',
        cardToken: `card-${personId}`,
        createdAt: now,
      },
    })
  })
  const set = await startSession(new Request('http://127.0.0.1:3000/'), `account-${personId}`, 'learner', now, true)
  return { personId, cookie: set.split(';')[0] ?? '' }
}

type Call = { request: Request; params: Record<string, string>; context: AppLoadContext }

/** A request as Remix hands it to a route. */
export function call(
  who: Reader | null,
  path: string,
  params: Record<string, string>,
  options: RequestInit & { language?: 'zh' | 'en' } = {},
): Call {
  const { language = 'zh', headers, ...rest } = options
  const cookie = [who?.cookie, `mingbai_view=${language}.system.plain`].filter(Boolean).join('; ')
  const request = new Request(`http://127.0.0.1:3000${path}`, { ...rest, headers: { ...headers, Cookie: cookie } })
  return { request, params, context: { address: 'test', requestId: 't' } }
}

/** The status of what a route threw or answered. */
export async function statusOf(work: Promise<unknown>): Promise<number> {
  const answer = await work.catch((fault: unknown) => fault)
  return answer instanceof Response ? answer.status : 200
}
