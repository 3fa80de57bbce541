import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { loader as street } from '~/routes/drills+/street.findings._index'
import { loader as file } from '~/routes/drills+/street.findings[.]xlsx'
import { action as close, loader as mine } from '~/routes/rollcall+/me_.drills'
import { addFinding } from '~/usecases/drills/add-finding.server'
import { actingPerson } from '../../factories/held-drill'
import { signedDrill } from '../../factories/signed-drills'
import type { MadePerson } from '../../factories/unit-people'
import { cellsOf } from '../../factories/workbooks'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date
let drill: string
const made = (personId: string): MadePerson => ({ personId, accountId: `account-${personId}`, staffNumber: '', postId: '' })
const unit = (id: string) => ({ id, name: '', shortCode: '', code: '' })

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T03:00:00Z')
  await buildStreet()
  const people = { manager: '店长', cook: '厨师', maid: '服务员', head: '校长', doctor: '诊所主任', supervisor: '东街监督员' }
  for (const [id, name] of Object.entries(people)) await addPerson(id, name)
  for (const [id, unitId] of Object.entries({ manager: 'hotel', head: 'school', doctor: 'clinic' })) {
    await grant(id, 'manager', { unitId })
    await addPost({ id: `k-${id}`, personId: id, unitId, position: 'employee', from: '2026-01-01' })
  }
  for (const id of ['cook', 'maid'])
    await addPost({ id: `k-${id}`, personId: id, unitId: 'hotel', position: 'employee', from: '2026-01-01' })
  await grant('supervisor', 'supervisor', { placeId: 'east' })
  drill = await signedDrill(unit('hotel'), made('manager'), '店长')
})

const found = async (what: string, due: string, { by = 'manager', owner = 'cook', at = drill } = {}): Promise<string> => {
  const outcome = await addFinding(actingPerson(made(by), now), at, { what, owner, due, question: '', redrill: false })
  if (outcome.kind !== 'written') throw new Error(outcome.reason)
  return outcome.id
}
const toDo = async (who: string) => (await mine(await ask('/me/drills', who, now))).mine.findings.map(({ what }) => what)
async function say(who: string, fields: Record<string, string>): Promise<string> {
  const asked = await ask('/me/drills', who, now)
  const request = new Request(asked.request.url, {
    method: 'POST',
    headers: { Cookie: asked.request.headers.get('Cookie') ?? '', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  const answer = await close({ ...asked, request })
  return answer instanceof Response ? (answer.headers.get('Location') ?? '') : JSON.stringify('data' in answer ? answer.data : answer)
}
const onStreet = async (query = '') => (await street(await ask(`/street/findings${query}`, 'supervisor', now))).page

describe('somebody who has something to put right and leads nothing', () => {
  it('finds it on her own page, what is due first on top, and nobody else does', async () => {
    await found('后门锁着', '2026-03-24')
    await found('灭火器过期', '2026-03-12')
    expect(await toDo('cook')).toEqual(['灭火器过期', '后门锁着'])
    expect(await toDo('maid')).toEqual([])
    now = setClock('2026-03-13T03:00:00Z')
    const { findings } = (await mine(await ask('/me/drills', 'cook', now))).mine
    expect(findings.map(({ isOverdue }) => isOverdue)).toEqual([true, false])
  })

  it('says with a note that it is done, once; the note stands in the drill’s own record', async () => {
    const finding = await found('后门锁着', '2026-03-24')
    expect(JSON.parse(await say('cook', { drill, finding, done: ' ' }))).toMatchObject({ errors: { done: ['drillrecord:refusal.noDone'] } })
    expect(await say('cook', { drill, finding, done: '换了推闩' })).toBe('/me/drills?done=finding')
    expect(await toDo('cook')).toEqual([])
    expect(JSON.parse(await say('cook', { drill, finding, done: '又一次' }))).toMatchObject({
      errors: { '': ['drillrecord:refusal.findingClosed'] },
    })
    const step = await db().drillStep.findFirstOrThrow({ where: { kind: 'finding-closed' } })
    expect(step).toMatchObject({ by: 'account-cook', personId: 'cook' })
    expect(await db().auditEntry.count({ where: { act: 'drillrecord.findingClosed', actor: 'account-cook' } })).toBe(1)
  })

  it('cannot do so for others, nor through another drill, nor when she has left', async () => {
    const finding = await found('后门锁着', '2026-03-24')
    const tried = (who: string, at: string) => statusOf(say(who, { drill: at, finding, done: '换了推闩' }))
    expect(await tried('maid', drill)).toBe(404)
    expect(await tried('cook', await signedDrill(unit('hotel'), made('manager'), '店长', { title: '另一次' }))).toBe(404)
    await transact((tx) => tx.post.update({ where: { id: 'k-cook' }, data: { to: '2026-03-10' } }))
    now = setClock('2026-03-11T03:00:00Z')
    expect(await toDo('cook')).toEqual([])
    expect(await tried('cook', drill)).toBe(404)
    expect(await db().drillStep.count({ where: { kind: 'finding-closed' } })).toBe(0)
  })
})

describe('the street', () => {
  const all = async () => {
    const done = await found('烟感被拆', '2026-03-11')
    await found('后门锁着', '2026-03-24')
    await found('灭火器过期', '2026-03-12')
    await found('广播不响', '2026-03-11', { by: 'head', owner: 'head', at: await signedDrill(unit('school'), made('head'), '校长') })
    await found('别处的事', '2026-03-11', { by: 'doctor', owner: 'doctor', at: await signedDrill(unit('clinic'), made('doctor'), '主任') })
    await say('cook', { drill, finding: done, done: '装回去了' })
    now = setClock('2026-03-13T03:00:00Z')
  }

  it('sees what is late first, then open, then done, of its own units only, and the counts add up', async () => {
    await all()
    const page = await onStreet()
    expect(page.rows.map(({ what, state }) => [what, state])).toEqual([
      ['广播不响', 'late'],
      ['灭火器过期', 'late'],
      ['后门锁着', 'open'],
      ['烟感被拆', 'done'],
    ])
    expect(page.counts).toEqual({ late: 2, open: 1, done: 1 })
    expect(page.rows[3]?.closed).toMatchObject({ done: '装回去了', on: '2026-03-10' })
  })

  it('asks by state, unit and place; a place of others is not there', async () => {
    await all()
    const asked = async (query: string) => (await onStreet(query)).rows.map(({ what }) => what)
    expect(await asked('?state=late')).toEqual(['广播不响', '灭火器过期'])
    expect(await asked('?state=done')).toEqual(['烟感被拆'])
    expect(await asked('?name=小学')).toEqual(['广播不响'])
    expect(await asked('?place=east-1&state=open')).toEqual(['后门锁着'])
    expect(await statusOf(onStreet('?place=west'))).toBe(404)
  })

  it('takes exactly that away as a list', async () => {
    await all()
    const answer = await file(await ask('/street/findings.xlsx?state=late', 'supervisor', now))
    const [sheet] = [...(await cellsOf(Buffer.from(await answer.arrayBuffer()))).values()]
    expect(sheet?.slice(1).map((row) => [row[0], row[2], row[4], row[6]])).toEqual([
      ['东街小学', '广播不响', '校长', '过期没有整改'],
      ['东街大酒店', '灭火器过期', '厨师', '过期没有整改'],
    ])
  })

  it('is for supervisors', async () => {
    const doors: [(args: LoaderFunctionArgs) => Promise<unknown>, string][] = [
      [street, '/street/findings'],
      [file, '/street/findings.xlsx'],
    ]
    for (const [door, path] of doors) {
      expect(await statusOf(ask(path, 'manager', now).then(door))).toBe(403)
      expect(await statusOf(ask(path, null, now).then(door))).toBe(302)
    }
  })
})
