import { findCodes } from '~/data/outreach/poster-codes.server'
import { findSites } from '~/data/outreach/poster-sites.server'
import { transact } from '~/data/transact.server'
import { newId } from '~/gateways/secrets.server'
import { addSites } from '~/usecases/outreach/add-sites.server'
import { hangPosters } from '~/usecases/outreach/hang-posters.server'
import { acting, type MadePerson, makeEmployee, makeStreet, makeUnit, morning } from './unit-people'
import { emptyDatabase, setClock } from './world'

type Supervised = { path: 'street' | 'lake' | 'hill'; sectors?: string }

/** Gives an account a street or a community to supervise. */
export async function supervise(accountId: string, { path, sectors = '*' }: Supervised): Promise<void> {
  await transact((tx) =>
    tx.grant.create({
      data: {
        id: newId(morning),
        accountId,
        role: 'supervisor',
        placeId: path,
        sectors,
        from: '2020-01-01',
        grantedBy: 'system',
        createdAt: morning,
      },
    }),
  )
}

/** A street with two communities; a worker in each, and one who sees only the schools of the street. */
export async function makePosterStreet() {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  await transact(async (tx) => {
    for (const [id, name] of [
      ['lake', '湖滨社区'],
      ['hill', '山前社区'],
    ] as const)
      await tx.place.create({
        data: { id, kind: 'community', name, parentId: 'street', path: `/county/street/${id}/`, createdAt: morning },
      })
  })
  const office = await makeUnit('湖滨社区居民委员会', 'HBJW')
  const lin = await makeEmployee(office, '林社工')
  const shan = await makeEmployee(office, '单社工')
  const jiao = await makeEmployee(office, '教育局')
  await supervise(lin.accountId, { path: 'lake' })
  await supervise(shan.accountId, { path: 'hill' })
  await supervise(jiao.accountId, { path: 'street', sectors: '["education"]' })
  const asLin = () => acting(lin.accountId)
  return { lin, shan, jiao, asLin, asShan: () => acting(shan.accountId), asJiao: () => acting(jiao.accountId) }
}

const words = { building: '号楼', staircase: '单元' }

/** Two buildings with two staircases each in the lake community; the first lesson hangs in all four. */
export async function hangInStairs(asLin: () => ReturnType<typeof acting>, lessons: readonly string[] = ['e-bike-charging']) {
  const sites = { kind: 'numbered', fromBuilding: 1, toBuilding: 2, staircases: 2, words } as const
  await addSites(asLin(), { placeId: 'lake', kind: 'staircase', sites })
  const added = findSites('/county/street/lake/')
  await hangPosters(asLin(), { siteIds: added.map(({ id }) => id), lessons })
  const codes = findCodes('/county/street/lake/')
  return { sites: added, codes: added.flatMap(({ id }) => codes.filter(({ siteId }) => siteId === id)) }
}
export type { MadePerson }
