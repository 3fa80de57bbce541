import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { walkChains } from '~/data/duties/chain-walk.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { factsKnownAt } from '~/data/watch/watchers.server'
import { licenceState } from '~/domain/credentials/licence'
import type { TypedCard } from '~/domain/credentials/licence-entry'
import { clearanceUntil } from '~/domain/duties/clearance-until'
import { mayWork } from '~/domain/duties/may-work'
import { indexFacts } from '~/domain/duties/standing'
import { askedAbout, otherPieces } from '~/domain/duties/unhelpful'
import { addDays, type Day, formatDay, parseDay } from '~/domain/shared/day'
import { checkLicence } from '~/usecases/credentials/check-licence.server'
import { restoreLicence, withdrawLicence } from '~/usecases/credentials/withdraw-licence.server'
import { askByPost } from '~/usecases/duties/ask-gate.server'
import { switchOn } from '../../factories/held-licences'
import {
  enterOwn,
  type LicenceWorld,
  licenceEvidence,
  licencesOf,
  makeLicenceWorld,
  operatorCard,
  tick,
  welderCard,
} from '../../factories/licence-world'
import { acting, type MadePerson, makeEmployee } from '../../factories/unit-people'
import { passPaper } from '../../routes/duties-pages/street-corner'

let world: LicenceWorld
beforeEach(async () => {
  world = await makeLicenceWorld()
})

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
const noon = (day: Day): Date => new Date(`${formatDay(day)}T04:00:00.000Z`)

/** Somebody of the hotel who has passed what her post asks before the first day. */
async function inPost(name: string, position: string): Promise<MadePerson> {
  const made = await makeEmployee(world.hotel, name, { position, from: '2026-01-01' })
  await passPaper(made.personId, world.hotel.id, position, '2025-12-20')
  return made
}
const check = (licenceId: string, page: string, more: { result?: 'matches' | 'differs'; at?: Date } = {}) =>
  checkLicence(acting(world.manager.accountId, more.at ?? tick()), {
    licenceId,
    act: 'manage',
    how: 'page',
    page,
    result: more.result ?? 'matches',
    note: '',
    nextDue: null,
  })

const factsOf = ({ personId }: MadePerson) =>
  factsOfPeople(
    [personId],
    [...catalogue().duties.values()].map(({ rule }) => rule),
  )
const mayWorkOn = (person: MadePerson, on: Day) => mayWork(indexFacts(factsOf(person)), person.postId, on).mayWork

/** What the three who are asked say of somebody on a day: the post itself, the gate for a job, the page of the licence. */
async function answers(person: MadePerson, job: string, on: Day) {
  const asker = { way: 'site', accountId: null, personId: null, tokenId: null, address: 'test' } as const
  const gate = await askByPost(person.postId, { job, asker, now: noon(on), today: on })
  return {
    post: mayWorkOn(person, on),
    gate: gate?.said.verdict === 'cleared',
    gap: gate?.said.missing.map(({ gap }) => gap).filter((gap) => gap !== null) ?? [],
    until: gate?.said.until ?? null,
    page: licencesOf(person).map((licence) => licenceState(licence, on)),
  }
}

const through = dayOf('2026-06-14')
const maintenance = { ...operatorCard, direction: 'maintenance', printedName: '检修员', validTo: '2026-06-14' }
const kinds: [string, string, string, string, string, TypedCard][] = [
  [
    'a control-room operator',
    'control-room-operator',
    'control-room-certified',
    'control-room',
    'fire-facility-operator',
    { ...operatorCard, printedName: '检修员', validTo: '2026-06-14' },
  ],
  ['a maintenance technician', 'fire-maintenance', 'maintenance-certified', 'fire-maintenance', 'fire-facility-operator', maintenance],
  ['a welder', 'welder', 'hotwork-certified', 'hot-work-general', 'hot-work-special', { ...welderCard, printedName: '检修员' }],
]

describe('the last day that is printed on a card', () => {
  it.each(kinds)(
    'ends the work of %s, and the post, the gate and the page say so on the same day',
    async (_who, position, duty, job, kind, card) => {
      await switchOn('street', duty)
      const person = await inPost('检修员', position)
      expect(await answers(person, job, addDays(through, -1))).toMatchObject({ post: false, gate: false, gap: ['none'], page: [] })
      const id = await enterOwn(person, kind, card)
      expect(await answers(person, job, addDays(through, -1))).toMatchObject({ post: false, gap: ['unverified'], page: ['unverified'] })
      await check(id, kind === 'hot-work-special' ? 'cx.mem.gov.cn' : 'zscx.osta.org.cn')
      for (const on of [addDays(through, -1), through])
        expect(await answers(person, job, on)).toEqual({ post: true, gate: true, gap: [], until: through, page: ['valid'] })
      for (const on of [addDays(through, 1), addDays(through, 400)])
        expect(await answers(person, job, on)).toEqual({ post: false, gate: false, gap: ['expired'], until: null, page: ['expired'] })
    },
  )

  it('is never made up: a card without one counts for good', async () => {
    await switchOn('street', 'control-room-certified')
    const person = await inPost('检修员', 'control-room-operator')
    const id = await enterOwn(person, 'fire-facility-operator', { ...operatorCard, printedName: '检修员' })
    await check(id, 'zscx.osta.org.cn')
    expect(await answers(person, 'control-room', addDays(through, 9000))).toMatchObject({ post: true, gate: true, until: null })
  })

  it('was over before the card was checked, and it counts on no day', async () => {
    await switchOn('street', 'control-room-certified')
    const person = await inPost('检修员', 'control-room-operator')
    const id = await enterOwn(person, 'fire-facility-operator', { ...operatorCard, printedName: '检修员', validTo: '2026-03-01' })
    await check(id, 'zscx.osta.org.cn')
    expect(await answers(person, 'control-room', dayOf('2026-03-10'))).toMatchObject({ post: false, gate: false, page: ['expired'] })
  })

  it('is told as having run out, not as something taken back', async () => {
    await switchOn('street', 'control-room-certified')
    const person = await inPost('检修员', 'control-room-operator')
    const id = await enterOwn(person, 'fire-facility-operator', { ...operatorCard, printedName: '检修员', validTo: '2026-06-14' })
    await check(id, 'zscx.osta.org.cn')
    const asked = askedAbout(indexFacts(factsOf(person)), 'control-room-certified', person.postId, addDays(through, 1))
    expect(otherPieces(asked).map(({ reason }) => reason)).toEqual([{ kind: 'ranOut', through }])
  })
})

describe('a card with a last day that is known beforehand', () => {
  const operator = async () => {
    await switchOn('street', 'control-room-certified')
    const person = await inPost('检修员', 'control-room-operator')
    const id = await enterOwn(person, 'fire-facility-operator', { ...operatorCard, printedName: '检修员', validTo: '2026-06-14' })
    await check(id, 'zscx.osta.org.cn')
    return { person, id }
  }

  it('is still taken back at once when it is found false', async () => {
    const { person, id } = await operator()
    await check(id, 'zscx.osta.org.cn', { result: 'differs' })
    expect(mayWorkOn(person, dayOf('2026-03-10'))).toBe(false)
    expect(await licenceEvidence(person)).toEqual([
      'fire-facility-operator-4 2026-03-10 2026-06-14',
      'revoked 2026-06-15 licence-expired',
      'revoked 2026-03-10 licence-differs',
    ])
    await check(id, 'zscx.osta.org.cn', { result: 'differs' })
    expect(await licenceEvidence(person)).toHaveLength(3)
  })

  it('is withdrawn and restored, and ends on its day all the same', async () => {
    const { person, id } = await operator()
    await withdrawLicence(acting(person.accountId, tick()), { licenceId: id, act: 'own', reason: '填错了' })
    expect(mayWorkOn(person, dayOf('2026-03-10'))).toBe(false)
    await restoreLicence(acting(person.accountId, tick()), { licenceId: id, act: 'own' })
    expect(clearanceUntil(indexFacts(factsOf(person)), person.postId, dayOf('2026-03-10'))).toMatchObject({ mayWork: true, until: through })
    expect(await walkChains()).toMatchObject({ firstBad: null })
  })

  it('and found false later, stood at the time in between as it was known then', async () => {
    const { person, id } = await operator()
    const between = new Date(tick().getTime())
    await check(id, 'zscx.osta.org.cn', { result: 'differs', at: new Date('2026-04-01T02:00:00.000Z') })
    const known = factsKnownAt(factsOf(person), between)
    const then = (on: Day) => mayWork(indexFacts(known), person.postId, on).mayWork
    expect([dayOf('2026-04-02'), through, addDays(through, 1)].map(then)).toEqual([true, true, false])
    expect(mayWorkOn(person, dayOf('2026-04-02'))).toBe(false)
    expect(factsKnownAt(factsOf(person), new Date('2026-03-01T00:00:00.000Z')).evidence.filter(({ kind }) => kind === 'licence')).toEqual(
      [],
    )
  })
})
