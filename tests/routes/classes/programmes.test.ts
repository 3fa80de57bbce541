import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { membersOf } from '~/data/classes/programmes.server'
import { loader as index } from '~/routes/classes+/street.classes._index'
import { loader as programme } from '~/routes/classes+/street.classes.$programmeId._index'
import { action as change, loader as edit } from '~/routes/classes+/street.classes.$programmeId.edit'
import { action as act, loader as list } from '~/routes/classes+/street.classes.$programmeId.list._index'
import { loader as form, action as make } from '~/routes/classes+/street.classes.new'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T03:00:00Z')
  await buildStreet()
  const people = { clerk: '县里的小刘', eastern: '东街监督员', schools: '教育局监督员', boss: '诊所主任', cook: '厨师' }
  for (const [id, name] of Object.entries(people)) await addPerson(id, name)
  await grant('clerk', 'supervisor', { placeId: 'county' })
  await grant('eastern', 'supervisor', { placeId: 'east' })
  await grant('schools', 'supervisor', { placeId: 'county', sectors: '["medical"]' })
  await grant('boss', 'manager', { unitId: 'clinic' })
  await addPost({ id: 'k-boss', personId: 'boss', unitId: 'clinic', position: 'responsible-person', from: '2024-01-01' })
})

const posted = async (who: string, at: string, fields: Record<string, string>): Promise<LoaderFunctionArgs> => {
  const asked = await ask(at, who, now)
  const request = new Request(asked.request.url, {
    method: 'POST',
    headers: { Cookie: asked.request.headers.get('Cookie') ?? '', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  return { ...asked, request }
}
const wish = {
  placeId: 'county',
  template: 'party-school',
  year: '2026',
  title: '2026年党校集中培训',
  hours: '6',
  part0: '上午',
  kind0: 'lesson',
  sector_medical: 'yes',
  'position_responsible-person': 'yes',
}

async function madeByClerk(): Promise<string> {
  const answer = await make(await posted('clerk', '/street/classes/new', wish))
  if (!(answer instanceof Response)) throw new Error(JSON.stringify(answer))
  return answer.headers.get('Location')?.split('/')[3]?.split('?')[0] ?? ''
}
const at = async (id: string, who: string, path = '') => ({
  ...(await ask(`/street/classes/${id}${path}`, who, now)),
  params: { programmeId: id },
})

describe('a programme is made in a browser', () => {
  it('from a form that is filled in for its year, and is found under it', async () => {
    const page = await form(await ask('/street/classes/new?template=party-school&year=2026', 'clerk', now))
    expect(page.values).toMatchObject({ part0: '上午', kind2: 'test', sector_commerce: 'yes', trait_complex: 'yes', deputies: 'yes' })
    expect(page.duty?.id).toBe('party-school-2026')
    const id = await madeByClerk()
    const { years } = await index(await ask('/street/classes', 'clerk', now))
    expect(years).toMatchObject([{ year: 2026, lines: [{ id, state: 'empty', listed: 0 }] }])
  })

  it('and next year’s is last year’s with the year turned', async () => {
    const id = await madeByClerk()
    const page = await form(await ask(`/street/classes/new?from=${id}`, 'clerk', now))
    expect(page).toMatchObject({ year: 2027, values: { title: '2027年党校集中培训', sector_medical: 'yes', part0: '上午', hours: '6' } })
  })

  it('with what was wrong said beside what was typed', async () => {
    const answer = await make(await posted('clerk', '/street/classes/new', { ...wish, hours: 'viel' }))
    expect(answer).toMatchObject({
      init: { status: 400 },
      data: { errors: { hours: ['classes:refusal.noHours'] }, values: { title: wish.title } },
    })
  })
})

describe('the list in a browser', () => {
  const post = async (id: string, who: string, fields: Record<string, string>) =>
    act({ ...(await posted(who, `/street/classes/${id}/list`, fields)), params: { programmeId: id } })

  it('is drawn, looked through and frozen', async () => {
    const id = await madeByClerk()
    await post(id, 'clerk', { intent: 'draw', on: '2026-03-10' })
    const { page } = await list(await at(id, 'clerk', '/list?find=酒店'))
    expect(page).toMatchObject({ state: 'review', listed: 1, rows: [{ name: '西街诊所', place: '西街' }], found: [{ unitId: 'hotel' }] })
    await post(id, 'clerk', { intent: 'on', unitId: 'hotel', personId: '', on: '2026-03-10', reason: '同楼' })
    await post(id, 'clerk', { intent: 'freeze' })
    const shown = (await programme(await at(id, 'clerk'))).page
    expect(shown).toMatchObject({ line: { state: 'frozen', listed: 2, covered: 0 }, frozen: { by: '县里的小刘' } })
    expect(await post(id, 'clerk', { intent: 'freeze' })).toMatchObject({ data: { errors: { '': ['classes:refusal.frozen'] } } })
    expect(await post(id, 'clerk', { intent: 'burn' })).toMatchObject({ init: { status: 400 } })
  })

  it('and whoever has no business with it finds nothing, whatever he asks', async () => {
    const id = await madeByClerk()
    for (const who of ['eastern', 'schools']) {
      for (const loader of [programme, edit, list]) expect(await statusOf(Promise.resolve(loader(await at(id, who))))).toBe(404)
      expect(await statusOf(post(id, who, { intent: 'draw', on: '2026-03-10' }))).toBe(404)
      const fields = await posted(who, `/street/classes/${id}/edit`, wish)
      expect(await statusOf(Promise.resolve(change({ ...fields, params: { programmeId: id } })))).toBe(404)
      expect(await statusOf(posted(who, '/street/classes/new', { ...wish, year: '2027' }).then(make))).toBe(404)
    }
    for (const who of ['boss', 'cook'])
      for (const loader of [programme, edit, list]) expect(await statusOf(Promise.resolve(loader(await at(id, who))))).toBe(403)
    expect(membersOf({ id })).toEqual([])
  })
})
