import { createHash } from 'node:crypto'
import { transact } from '../../app/data/transact.server'

export const range = (count: number, name: string): string[] => Array.from({ length: count }, (_, nth) => `${name}-${nth}`)
/** Of the session that `makePeople` gave to somebody. */
export const cookieOf = (id: string): string => `mingbai_session=SECRET-${id}`

type Wish = { units: readonly string[]; position: string; now: Date }

/** As many people with an account, a post at the unit of the same number (or the last) and a session each; all are called by these ids. */
export async function makePeople(ids: readonly string[], { units, position, now }: Wish): Promise<void> {
  const expiresAt = new Date(now.getTime() + 86_400_000)
  await transact(async (tx) => {
    await tx.person.createMany({ data: ids.map((id, nth) => ({ id, name: `员工${nth}`, createdAt: now })) })
    await tx.account.createMany({ data: ids.map((id) => ({ id, personId: id, staffNumber: id, createdAt: now })) })
    await tx.post.createMany({
      data: ids.map((id, nth) => ({
        ...{ id, personId: id, unitId: units[Math.min(nth, units.length - 1)] ?? '', position, from: '2024-01-01' },
        ...{ cardToken: id, createdAt: now },
      })),
    })
    const ends = { createdAt: now, seenAt: now, expiresAt, absoluteAt: expiresAt }
    await tx.session.createMany({
      data: ids.map((id) => ({
        id: createHash('sha256').update(`SECRET-${id}`).digest('hex'),
        accountId: id,
        kind: 'learner',
        ...ends,
      })),
    })
  })
}

/** Codes of stations that can be told apart. */
export const stationCode = (nth: number): string => `${'ABCDEFGHJK'[Math.floor(nth / 10)] ?? 'Z'}${'ABCDEFGHJK'[nth % 10] ?? 'Z'}AA`
