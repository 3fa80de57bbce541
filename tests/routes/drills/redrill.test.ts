import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { drillForm } from '~/domain/drills/drill-form'
import { heldForm } from '~/domain/drills/logged'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { loader as drillPage } from '~/routes/drills+/drills.$id._index'
import { loader as record } from '~/routes/drills+/drills.$id.record'
import { loader as unitDrills } from '~/routes/drills+/units.$unitId.drills._index'
import { loader as planning } from '~/routes/drills+/units.$unitId.drills.new'
import { loader as entering } from '~/routes/drills+/units.$unitId.drills.past'
import { addFinding } from '~/usecases/drills/add-finding.server'
import { closeFinding } from '~/usecases/drills/close-finding.server'
import { enterPastDrill } from '~/usecases/drills/enter-past-drill.server'
import { evaluateDrill } from '~/usecases/drills/evaluate-drill.server'
import { planDrill } from '~/usecases/drills/plan-drill.server'
import { actingPerson } from '../../factories/held-drill'
import { signedDrill } from '../../factories/signed-drills'
import type { MadePerson, MadeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date
let first: string
const hotel: MadeUnit = { id: 'hotel', name: '', shortCode: '', code: '' }
const chief: MadePerson = { personId: 'manager', accountId: 'account-manager', staffNumber: '', postId: '' }
const boss = () => actingPerson(chief, now)

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T03:00:00Z')
  await buildStreet()
  for (const [id, name] of Object.entries({ manager: '店长', cook: '厨师', supervisor: '东街监督员' })) await addPerson(id, name)
  await grant('manager', 'manager', { unitId: 'hotel' })
  await grant('supervisor', 'supervisor', { placeId: 'east' })
  for (const id of ['manager', 'cook'])
    await addPost({ id: `k-${id}`, personId: id, unitId: 'hotel', position: 'employee', from: '2026-01-01' })
  first = await signedDrill(hotel, chief, '店长', { template: 'hotel' })
})

const hotelDrills = async (who = 'manager') => (await unitDrills(await ask('/units/hotel/drills', who, now, { unitId: 'hotel' }))).page
const recordOf = async (id: string, who = 'manager') => (await record(await ask(`/drills/${id}/record`, who, now, { id }))).page.redrill
const shortcoming = (due: string) => addFinding(boss(), first, { what: '三楼没听见', owner: 'cook', due, question: '', redrill: true })
const again = (answers: string, more: Record<string, string> = {}) =>
  planDrill(boss(), {
    unitId: 'hotel',
    form: drillForm.parse({
      ...{ template: 'hotel', title: '三月再练', kind: 'evacuation', target: '后厨', on: '2026-03-20', startsAt: '10:00', place: '大楼' },
      ...{ commander: '店长', assembly: '停车场', answers, ...more },
    }),
    rows: { zone0: '一楼' },
  })
const planned = async (more: Record<string, string> = {}): Promise<string> => {
  const outcome = await again(first, more)
  if (outcome.kind !== 'planned') throw new Error(outcome.reason)
  return outcome.id
}
const entered = (answers: string, on: string) =>
  enterPastDrill(
    boss(),
    {
      unitId: 'hotel',
      form: heldForm.parse({
        ...{
          id: newId(),
          kind: 'fire',
          on,
          startsAt: '08:00',
          place: '大楼',
          target: '后厨',
          commander: 'manager',
          names: '厨师',
          answers,
        },
      }),
      there: [],
    },
    null,
  )

describe('a drill that has to be done again', () => {
  it('is owed because a finding says so, by its day, until one that answers it is signed', async () => {
    expect((await hotelDrills()).owed).toEqual([])
    await shortcoming('2026-03-24')
    const next = await planned()
    expect((await hotelDrills()).owed).toMatchObject([{ id: first, owed: { by: '2026-03-24', isLate: false }, isPlanned: true }])
    expect((await hotelDrills()).open).toMatchObject([{ id: next, isRedrill: true }])
    expect(await entered(first, '2026-03-10')).toMatchObject({ kind: 'recorded' })
    expect((await hotelDrills()).owed).toEqual([])
  })

  it('is owed because the evaluation says so, without a day; another evaluation can say otherwise', async () => {
    const judge = (redrill: boolean) =>
      evaluateDrill(boss(), first, { evaluator: '王站长', summary: '', redrill, said: () => ({ answer: 'yes', note: '' }) })
    await judge(true)
    expect((await hotelDrills()).owed).toMatchObject([{ owed: { by: null, isLate: false } }])
    const { page } = await record(await ask(`/drills/${first}/record`, 'manager', now, { id: first }))
    expect(page.record.evaluation).toMatchObject({ redrill: true })
    await judge(false)
    expect((await hotelDrills()).owed).toEqual([])
  })

  it('is late from the day after, and is not paid by closing the finding with words', async () => {
    const made = await shortcoming('2026-03-24')
    if (made.kind !== 'written') throw new Error(made.reason)
    await closeFinding(boss(), first, { finding: made.id, done: '口头说过了' })
    now = setClock('2026-03-24T03:00:00Z')
    expect((await hotelDrills()).owed).toMatchObject([{ owed: { isLate: false } }])
    now = setClock('2026-03-25T03:00:00Z')
    expect((await hotelDrills()).owed).toMatchObject([{ owed: { isLate: true } }])
  })
})

describe('the two records', () => {
  it('name each other, the old one what is still owed', async () => {
    await shortcoming('2026-03-24')
    const next = await planned()
    expect(await recordOf(first)).toMatchObject({ answers: null, answeredBy: [{ id: next, state: 'planned' }], owed: { by: '2026-03-24' } })
    const { page } = await drillPage(await ask(`/drills/${next}`, 'manager', now, { id: next }))
    expect(page.redrill).toMatchObject({ answers: { id: first, state: 'signed' }, answeredBy: [], owed: null })
    expect(await recordOf(first, 'supervisor')).toMatchObject({ answeredBy: [{ id: next }] })
  })

  it('keep an unannounced one from whoever may not know of it, and say still that it is owed', async () => {
    await shortcoming('2026-03-24')
    await planned({ unannounced: 'yes' })
    expect(await recordOf(first, 'supervisor')).toMatchObject({ answeredBy: [], owed: { by: '2026-03-24' } })
    expect((await hotelDrills('supervisor')).owed).toMatchObject([{ isPlanned: false }])
    expect((await recordOf(first)).answeredBy).toHaveLength(1)
  })
})

describe('planning it', () => {
  it('takes over what was drilled, and the day by which it is owed', async () => {
    await shortcoming('2026-03-24')
    const form = await planning(await ask(`/units/hotel/drills/new?answers=${first}`, 'manager', now, { unitId: 'hotel' }))
    expect(form).toMatchObject({
      drill: null,
      answers: { id: first, title: '三月演练' },
      values: { target: '后厨', on: '2026-03-24', commander: '店长' },
    })
    const past = await entering(await ask(`/units/hotel/drills/past?answers=${first}`, 'manager', now, { unitId: 'hotel' }))
    expect(past).toMatchObject({ answers: { id: first }, values: { target: '后厨', kind: 'evacuation' } })
  })

  it('answers only a drill of this unit that is to be done again, and no later one', async () => {
    expect(await again(first)).toMatchObject({ reason: 'drills:refusal.noRedrill' })
    const asked = ask(`/units/hotel/drills/new?answers=${first}`, 'manager', now, { unitId: 'hotel' })
    expect(await statusOf(asked.then((args) => planning(args)))).toBe(404)
    await shortcoming('2026-03-24')
    expect(await entered(first, '2026-03-09')).toMatchObject({ reason: 'drills:refusal.beforeAnswered', field: 'on' })
    await addPerson('head', '校长')
    await grant('head', 'manager', { unitId: 'school' })
    const stranger = { ...chief, personId: 'head', accountId: 'account-head' }
    const other = { id: 'school', name: '', shortCode: '', code: '' }
    const elsewhere = await signedDrill(other, stranger, '校长')
    await expect(again(elsewhere)).rejects.toBeInstanceOf(NotFound)
  })
})
