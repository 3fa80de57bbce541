import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { heldForm } from '~/domain/drills/logged'
import { newId } from '~/gateways/secrets.server'
import { loader as unitDrills } from '~/routes/drills+/units.$unitId.drills._index'
import { personStandingAt } from '~/routes/duties+/person-standing.server'
import { loader as mine } from '~/routes/rollcall+/me_.drills'
import { enterPastDrill } from '~/usecases/drills/enter-past-drill.server'
import { verifyEvidence } from '~/usecases/duties/verify-evidence.server'
import { actingPerson } from '../../factories/held-drill'
import { signedDrill } from '../../factories/signed-drills'
import type { MadePerson } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, switchOn } from '../duties-pages/street-corner'

let now: Date
const boss: MadePerson = { personId: 'manager', accountId: 'account-manager', staffNumber: '', postId: '' }
const school = { id: 'school', name: '东街小学', shortCode: '', code: '' }

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T03:00:00Z')
  await buildStreet()
  await addPerson('manager', '店长')
  await grant('manager', 'manager', { unitId: 'school' })
  await addPost({ id: 'k-manager', personId: 'manager', unitId: 'school', position: 'employee', from: '2026-01-01' })
})

const entered = (on: string) => {
  const said = { kind: 'evacuation', startsAt: '08:00', place: '大楼', target: '后厨', commander: 'manager', names: '店长' }
  return enterPastDrill(actingPerson(boss, now), { unitId: 'school', form: heldForm.parse({ ...said, id: newId(), on }), there: [] }, null)
}

describe('a drill that was entered after the fact', () => {
  it('says so on the file of whoever was there, beside one that was held with a board', async () => {
    await entered('2026-03-02')
    await signedDrill(school, boss, '店长')
    const { onFile } = (await mine(await ask('/me/drills', 'manager', now))).mine
    expect(onFile.map(({ on, isPaper }) => [on, isPaper])).toEqual([
      ['2026-03-10', false],
      ['2026-03-02', true],
    ])
    const { history } = personStandingAt(school, 'manager', actingPerson(boss, now).today, 'zh')
    const words = history.flatMap((row) => (row.kind === 'evidence' ? [row.evidence.isAfterwards] : []))
    expect(words).toEqual([false, true])
  })

  it('says so where it meets what the unit owes, and the chain is as it was', async () => {
    await switchOn('key-drill')
    await entered('2026-03-02')
    const { page } = await unitDrills(await ask('/units/school/drills', 'manager', now, { unitId: 'school' }))
    expect(page.asked.map(({ line }) => line.why.evidence)).toMatchObject([{ on: '2026-03-02', isAfterwards: true }])
    expect(await verifyEvidence()).toMatchObject({ firstBad: null })
  })
})
