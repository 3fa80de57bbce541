import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { findScannedCode } from '~/data/outreach/poster-codes.server'
import { findSites } from '~/data/outreach/poster-sites.server'
import { readPosterCode } from '~/domain/outreach/poster-code'
import { NotFound } from '~/domain/shared/faults'
import { addSites } from '~/usecases/outreach/add-sites.server'
import { endSite, restoreSite } from '~/usecases/outreach/end-site.server'
import { handleReport } from '~/usecases/outreach/handle-report.server'
import { hangPosters } from '~/usecases/outreach/hang-posters.server'
import { reportPoster } from '~/usecases/outreach/report-poster.server'
import { hangPosterAgain, takeDownPoster } from '~/usecases/outreach/take-down-poster.server'
import { actsSoFar } from '../../factories/administration'
import { hangInStairs, makePosterStreet } from '../../factories/poster-street'
import { morning } from '../../factories/unit-people'

let street: Awaited<ReturnType<typeof makePosterStreet>>
beforeEach(async () => {
  street = await makePosterStreet()
})
const listed = (text: string) => ({ placeId: 'lake', kind: 'shop', sites: { kind: 'listed', text } }) as const

describe('a community worker', () => {
  it('adds staircases by their numbers; every one gets a code of its own that can be read', async () => {
    const { sites, codes } = await hangInStairs(street.asLin, ['e-bike-charging', 'fire-doors'])
    expect(sites.map(({ name }) => name)).toEqual(['1号楼1单元', '1号楼2单元', '2号楼1单元', '2号楼2单元'])
    expect(new Set(codes.map(({ code }) => code)).size).toBe(8)
    for (const { code } of codes) expect(readPosterCode(code)).toEqual({ kind: 'code', code })
    expect((await actsSoFar()).sort()).toEqual(['outreach.postersHung', 'outreach.sitesAdded'])
  })

  it('adds what is there already: nothing is doubled, and it is said', async () => {
    expect(await addSites(street.asLin(), listed('惠民超市\n老王理发'))).toEqual({ kind: 'added', added: 2, known: 0 })
    expect(await addSites(street.asLin(), listed('老王理发\n新店'))).toEqual({ kind: 'added', added: 1, known: 1 })
    expect(await addSites(street.asLin(), listed('新店'))).toMatchObject({ kind: 'refused', reason: 'outreach:place.refusal.allKnown' })
    expect(await addSites(street.asLin(), listed('\u200b'))).toMatchObject({ kind: 'refused', reason: 'outreach:place.refusal.none' })
    expect(await addSites(street.asLin(), listed('好店🔥'))).toMatchObject({
      kind: 'refused',
      reason: 'outreach:place.refusal.unprintable',
    })
    expect(await db().posterSite.count()).toBe(3)
  })

  it('prints again, and the codes are the same as on the wall', async () => {
    const { sites, codes } = await hangInStairs(street.asLin)
    const again = await hangPosters(street.asLin(), {
      siteIds: sites.map(({ id }) => id),
      lessons: ['e-bike-charging', 'oil-fire', 'no-such'],
    })
    expect(again).toMatchObject({ kind: 'hung', added: 4, lessons: ['e-bike-charging', 'oil-fire'] })
    expect(await db().posterCode.count({ where: { code: { in: codes.map(({ code }) => code) } } })).toBe(4)
  })

  it('takes a poster down and hangs it again; its code leads to its lesson all the while', async () => {
    const { codes } = await hangInStairs(street.asLin)
    const [first] = codes
    if (!first) throw new Error('nothing hangs')
    const poster = { siteId: first.siteId, codeId: first.id }
    await takeDownPoster(street.asLin(), poster)
    expect(findScannedCode(first.code)?.lesson).toBe('e-bike-charging')
    await expect(takeDownPoster(street.asLin(), poster)).rejects.toThrow(NotFound)
    await hangPosterAgain(street.asLin(), poster)
    expect(await db().posterCode.count({ where: { endedAt: null } })).toBe(4)
  })

  it('gives a site up and takes it back with what hung there then', async () => {
    const { sites, codes } = await hangInStairs(street.asLin, ['e-bike-charging', 'oil-fire'])
    const [site] = sites
    const [gone] = codes
    if (!site || !gone) throw new Error('nothing hangs')
    await takeDownPoster(street.asLin(), { siteId: site.id, codeId: gone.id })
    await endSite({ ...street.asLin(), now: new Date(morning.getTime() + 60_000) }, site.id)
    expect(findSites('/county/street/lake/')).toHaveLength(3)
    expect(findScannedCode(gone.code)?.siteName).toBe(site.name)
    expect(await restoreSite(street.asLin(), site.id)).toEqual({ kind: 'restored' })
    const back = await db().posterCode.findMany({ where: { siteId: site.id, endedAt: null } })
    expect(back).toHaveLength(1)
    expect(back.map(({ id }) => id)).not.toContain(gone.id)
  })

  it('cannot take it back where another has its name by now', async () => {
    const { sites } = await hangInStairs(street.asLin)
    const [site] = sites
    if (!site) throw new Error('nothing hangs')
    await endSite(street.asLin(), site.id)
    await addSites(street.asLin(), listed(site.name))
    expect(await restoreSite(street.asLin(), site.id)).toMatchObject({ kind: 'refused', reason: 'outreach:place.refusal.sameName' })
  })
})

describe('whoever does not look after all of a place', () => {
  it('finds nothing of it: another community’s worker, and one who sees only its schools', async () => {
    const { sites, codes } = await hangInStairs(street.asLin)
    const [site] = sites
    const [code] = codes
    if (!site || !code) throw new Error('nothing hangs')
    for (const acting of [street.asShan(), street.asJiao()]) {
      await expect(addSites(acting, listed('店'))).rejects.toThrow(NotFound)
      await expect(hangPosters(acting, { siteIds: [site.id], lessons: ['oil-fire'] })).rejects.toThrow(NotFound)
      await expect(takeDownPoster(acting, { siteId: site.id, codeId: code.id })).rejects.toThrow(NotFound)
      await expect(endSite(acting, site.id)).rejects.toThrow(NotFound)
    }
    await endSite(street.asLin(), site.id)
    for (const acting of [street.asShan(), street.asJiao()]) await expect(restoreSite(acting, site.id)).rejects.toThrow(NotFound)
    expect(await db().posterCode.count({ where: { lesson: 'oil-fire' } })).toBe(0)
  })

  it('cannot slip a foreign site in beside his own', async () => {
    const { sites } = await hangInStairs(street.asLin)
    await addSites(street.asShan(), { ...listed('山前小店'), placeId: 'hill' })
    const own = findSites('/county/street/hill/')
    const siteIds = [...own, ...sites].map(({ id }) => id)
    await expect(hangPosters(street.asShan(), { siteIds, lessons: ['oil-fire'] })).rejects.toThrow(NotFound)
    expect(await db().posterCode.count({ where: { lesson: 'oil-fire' } })).toBe(0)
  })

  it('does not handle its reports; who looks after it does, once', async () => {
    const { codes } = await hangInStairs(street.asLin)
    await reportPoster({ now: morning, address: '10.2.2.2' }, { code: codes[0]?.code ?? '', fault: 'torn', note: '' })
    await reportPoster({ now: morning, address: '10.2.2.2' }, { code: 'XX', fault: 'torn', note: '' })
    const reports = await db().posterReport.findMany({ orderBy: { code: 'asc' } })
    const [known, unknown] = [
      reports.find(({ siteId }) => siteId !== null)?.id ?? '',
      reports.find(({ siteId }) => siteId === null)?.id ?? '',
    ]
    for (const acting of [street.asShan(), street.asJiao()]) await expect(handleReport(acting, known)).rejects.toThrow(NotFound)
    await expect(handleReport(street.asLin(), unknown)).rejects.toThrow(NotFound)
    await handleReport(street.asLin(), known)
    await expect(handleReport(street.asLin(), known)).rejects.toThrow(NotFound)
  })
})
