import type { Prisma } from '#db'
import { type Clash, isSameName } from '~/domain/org/joining'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'

/** A known person beside what the asking manager may see of him: everything inside his unit, nothing outside. */
export type FoundClash = Clash & {
  inside: { name: string; phone: string | null; posts: { position: string; from: string; to: string | null }[] } | null
}

export type ClashQuestion = {
  unitId: string
  /** The joiner's own person, which is no clash; null for somebody added by hand. */
  personId: string | null
  name: string
  phone: string | null
  idHash: string | null
}

/** Known people who may be the one that joins: the same ID number, the same phone, or the same name in the same unit. */
export async function findClashes(client: Tx, { unitId, personId, name, phone, idHash }: ClashQuestion): Promise<FoundClash[]> {
  const alike: Prisma.PersonWhereInput[] = [{ name, posts: { some: { unitId } } }]
  if (phone !== null) alike.push({ phone }, { account: { phone } })
  if (idHash !== null) alike.push({ idHash })
  const found = await client.person.findMany({
    where: { mergedIntoId: null, OR: alike, ...(personId === null ? {} : { NOT: { id: personId } }) },
    include: { account: { select: { phone: true } }, posts: { where: { unitId }, orderBy: { from: 'desc' } } },
    orderBy: { createdAt: 'asc' },
    take: 10,
  })
  return found.map((person) => {
    const inUnit = person.posts.length > 0
    const samePhone = phone !== null && (person.phone === phone || person.account?.phone === phone)
    return {
      personId: person.id,
      by: idHash !== null && person.idHash === idHash ? 'idNumber' : samePhone ? 'phone' : 'name',
      inUnit,
      sameName: isSameName(person.name, name),
      inside: inUnit
        ? { name: person.name, phone: person.phone, posts: person.posts.map(({ position, from, to }) => ({ position, from, to })) }
        : null,
    }
  })
}

/** A post of the person in this unit and position that holds `from` or begins later; the same thing twice makes one post. */
export const findHeldPost = (tx: Tx, post: { personId: string; unitId: string; position: string; from: Day }) =>
  tx.post.findFirst({
    where: {
      personId: post.personId,
      unitId: post.unitId,
      position: post.position,
      OR: [{ to: null }, { to: { gte: formatDay(post.from) } }],
    },
    select: { id: true },
  })

type Survivor = Prisma.PersonGetPayload<{ include: { account: true; posts: { select: { id: true } } } }>

/** The person that this one lives on in, after every merge. */
export async function getSurvivor(tx: Tx, personId: string): Promise<Survivor> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, include: { account: true, posts: { select: { id: true } } } })
  return person.mergedIntoId === null ? person : getSurvivor(tx, person.mergedIntoId)
}
