import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { action as evaluate, loader as evaluation } from '~/routes/drills+/drills.$id.evaluation'
import { loader as findings, action as onFindings } from '~/routes/drills+/drills.$id.findings'
import { loader as photo } from '~/routes/drills+/drills.$id.photos.$photo'
import { loader as record } from '~/routes/drills+/drills.$id.record'
import { action as sign, loader as signing } from '~/routes/drills+/drills.$id.sign'
import { loader as unitDrills } from '~/routes/drills+/units.$unitId.drills._index'
import { action as log, loader as logging } from '~/routes/drills+/units.$unitId.drills.log'
import { action as enter, loader as pastForm } from '~/routes/drills+/units.$unitId.drills.past'
import { planned } from '../../factories/held-drill'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date
type Params = Record<string, string>
type Handler = (args: LoaderFunctionArgs) => unknown

const status = (handler: Handler, path: string, personId: string | null, params: Params) =>
  statusOf(ask(path, personId, now, params).then((args) => Promise.resolve(handler(args))))
async function send(handler: Handler, path: string, personId: string, params: Params, fields: Record<string, string>): Promise<string> {
  const asked = await ask(path, personId, now, params)
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const bare = new Request(asked.request.url, { method: 'POST', body: form })
  const body = Buffer.from(await bare.arrayBuffer())
  const headers = {
    Cookie: asked.request.headers.get('Cookie') ?? '',
    'Content-Type': bare.headers.get('Content-Type') ?? '',
    'Content-Length': String(body.length),
  }
  const request = new Request(asked.request.url, { method: 'POST', headers, body })
  try {
    const answer = await handler({ ...asked, request })
    if (answer instanceof Response) return answer.headers.get('Location') ?? ''
    return JSON.stringify(typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer)
  } catch (fault) {
    if (fault instanceof Response) return String(fault.status)
    throw fault
  }
}
const hotel = { unitId: 'hotel' }
const logPage = async () => logging(await ask('/units/hotel/drills/log', 'manager', now, hotel))
const logged = async (more: Record<string, string> = {}): Promise<string> => {
  const { values, people } = await logPage()
  const ticked = Object.fromEntries(people.filter(({ there }) => there).map(({ id }) => [`there-${id}`, 'yes']))
  const to = await send(log, '/units/hotel/drills/log', 'manager', hotel, { ...values, ...ticked, target: '后厨', ...more })
  return /\/drills\/([^/]+)\/record/.exec(to)?.[1] ?? to
}

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [id, name] of Object.entries({ manager: '店长', cook: '厨师', other: '外人', supervisor: '东街监督员', west: '西街监督员' }))
    await addPerson(id, name)
  await grant('manager', 'manager', { unitId: 'hotel' })
  await grant('supervisor', 'supervisor', { placeId: 'east' })
  await grant('west', 'supervisor', { placeId: 'west' })
  await grant('other', 'manager', { unitId: 'clinic' })
  for (const id of ['manager', 'cook'])
    await addPost({ id: `k-${id}`, personId: id, unitId: 'hotel', position: 'employee', from: '2026-01-01' })
  await addPost({ id: 'k-other', personId: 'other', unitId: 'clinic', position: 'employee', from: '2026-01-01' })
})

describe('the log page', () => {
  it('has everything filled in but, the first time, what was supposed to burn; from then on that too', async () => {
    const first = await logPage()
    const empty = (values: Record<string, string>) =>
      ['kind', 'on', 'startsAt', 'place', 'target', 'commander'].filter((name) => !values[name])
    expect(empty(first.values)).toEqual(['target'])
    expect(first.targets.length).toBeGreaterThan(2)
    expect(first.people.every(({ there }) => there)).toBe(true)
    await logged({ kind: 'fire' })
    const second = await logPage()
    expect(empty(second.values)).toEqual([])
    expect(second.values).toMatchObject({ kind: 'fire', target: '后厨', startsAt: '10:00', on: '2026-03-10' })
    expect(second.values.id).not.toBe(first.values.id)
  })

  it('takes nothing from a drill that is only planned, and asks whether it was that one', async () => {
    const next = await planned(
      { id: 'hotel', name: '', shortCode: '', code: '' },
      { personId: 'manager', accountId: 'account-manager', staffNumber: '', postId: '' },
      [],
      { kind: 'fire', target: '八楼客房' },
    )
    const { values, targets } = await logPage()
    expect(values).toMatchObject({ kind: 'evacuation' })
    expect(values.target).not.toBe('八楼客房')
    expect(targets).toContain('八楼客房')
    expect(JSON.parse(await logged({ kind: 'fire' }))).toMatchObject({ reasonValues: { drill: next.id } })
  })

  it('archives with one press and leads to the record', async () => {
    const id = await logged()
    const { page } = await record(await ask(`/drills/${id}/record`, 'manager', now, { id }))
    expect(page).toMatchObject({ state: 'signed', version: 1, leads: true, mustReport: true })
    expect(page.record.there.map(({ name }) => name).sort()).toEqual(['厨师', '店长'].sort())
    expect(page.gaps).toEqual(['notice', 'sign', 'content', 'evaluation', 'revision', 'report'])
  })

  it('keeps who was unticked when something else was wrong', async () => {
    const { values } = await logPage()
    const answer = await send(log, '/units/hotel/drills/log', 'manager', hotel, { ...values, target: '', 'there-cook': 'yes' })
    expect(JSON.parse(answer)).toMatchObject({ errors: { target: ['drillrecord:refusal.noTarget'] }, values: { 'there-cook': 'yes' } })
    expect(JSON.parse(answer).values).not.toHaveProperty('there-manager')
  })

  it('asks about a second one on the same day, with the way to the first', async () => {
    const id = await logged()
    expect(JSON.parse(await logged())).toMatchObject({ errors: { again: ['drillrecord:refusal.sameDay'] }, reasonValues: { drill: id } })
    expect(await logged({ again: 'yes' })).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('after the drill', () => {
  it('is evaluated, put right, reported, opened again, corrected and signed anew, each from its form', async () => {
    const id = await logged()
    const at = `/drills/${id}`
    const post = (handler: Handler, page: string, fields: Record<string, string>) =>
      send(handler, `${at}/${page}`, 'manager', { id }, fields)
    expect(await post(evaluate, 'evaluation', { evaluator: '王站长', 'answer-out-told': 'no', 'note-out-told': '三楼不知道' })).toBe(
      `${at}/findings?done=evaluated`,
    )
    const { page } = await findings(await ask(`${at}/findings`, 'manager', now, { id }))
    expect(page).toMatchObject({ due: '2026-03-24', me: 'manager', proposed: [{ id: 'out-told', note: '三楼不知道' }] })
    const wrote = `${at}/findings?done=written`
    expect(
      await post(onFindings, 'findings', { intent: 'finding', what: '告诉三楼', owner: 'cook', due: page.due, question: 'out-told' }),
    ).toBe(wrote)
    const list = async () => (await unitDrills(await ask('/units/hotel/drills', 'manager', now, hotel))).page.findings
    expect(await list()).toMatchObject([{ drill: id, what: '告诉三楼', owner: '厨师', due: '2026-03-24', isOverdue: false }])
    const finding = (await db().drillStep.findFirstOrThrow({ where: { kind: 'finding' } })).id
    expect(await post(onFindings, 'findings', { intent: 'close', finding, done: '' })).toContain('drillrecord:refusal.noDone')
    expect(await post(onFindings, 'findings', { intent: 'close', finding, done: '装了喇叭' })).toBe(wrote)
    expect(await list()).toEqual([])
    expect(
      await post(onFindings, 'findings', { intent: 'report', reportOn: '2026-03-10', reportReceiver: '应急管理局', reportMeans: '书面' }),
    ).toBe(wrote)
    expect(await post(onFindings, 'findings', { intent: 'notice', noticeMeans: '广播', noticeOn: '2026-03-12' })).toContain('noticeOn')
    expect(await post(onFindings, 'findings', { intent: 'sign', signWhere: '大门' })).toBe(wrote)
    const { values, zones, version } = page.plan
    const rows = Object.fromEntries(
      zones.flatMap(({ nth, name, marshals }) => [
        [`zone${nth}`, name],
        [`marshals${nth}`, marshals],
      ]),
    )
    expect(
      await post(onFindings, 'findings', { intent: 'plan', ...values, ...rows, version: String(version), changed: '加一名引导员' }),
    ).toBe(wrote)
    expect(await post(onFindings, 'findings', { intent: 'nothing' })).toBe('404')
    expect(await post(sign, 'sign', { intent: 'reopen', reason: '改' })).toContain('drillrecord:refusal.reason')
    expect(await post(sign, 'sign', { intent: 'reopen', reason: '厨师没有来' })).toBe(`${at}/record?done=reopened`)
    const form = await pastForm(await ask(`/units/hotel/drills/past?drill=${id}`, 'manager', now, hotel))
    expect(form.correcting).toEqual({ way: 'logged', reason: '厨师没有来' })
    const fields = { ...form.values, 'there-manager': 'yes' }
    expect(await send(enter, `/units/hotel/drills/past?drill=${id}`, 'manager', hotel, fields)).toBe(`${at}/record?done=corrected`)
    const after = (await record(await ask(`${at}/record`, 'manager', now, { id }))).page
    expect(after).toMatchObject({ version: 2, gaps: ['notice', 'content'], later: [] })
    expect(after.differences.map(({ what }) => what)).toEqual(['there', 'away'])
    expect(after.differences[0]?.said.map(({ count, fewer }) => [count, fewer])).toEqual([
      [2, []],
      [1, ['厨师']],
    ])
    const old = (await record(await ask(`${at}/record?version=1`, 'manager', now, { id }))).page
    expect(old).toMatchObject({ version: 1, isNewest: false, record: { evaluation: null } })
  })
})

describe('who finds what', () => {
  it('is the unit, whoever sees it, and nobody else', async () => {
    const id = await logged()
    const pages: [Handler, string][] = [
      [record, 'record'],
      [evaluation, 'evaluation'],
      [findings, 'findings'],
      [signing, 'sign'],
    ]
    const seen = async (personId: string) =>
      Promise.all(pages.map(([page, name]) => status(page, `/drills/${id}/${name}`, personId, { id })))
    expect(await seen('manager')).toEqual([200, 200, 200, 200])
    expect(await seen('supervisor')).toEqual([200, 404, 404, 404])
    for (const stranger of ['cook', 'other', 'west']) expect(await seen(stranger)).toEqual([404, 404, 404, 404])
    expect(await status(record, `/drills/${id}/record`, null, { id })).toBe(302)
    expect(await status(record, `/drills/${id}/record?version=9`, 'manager', { id })).toBe(404)
    expect(await status(photo, `/drills/${id}/photos/x`, 'supervisor', { id, photo: 'x' })).toBe(404)
  })

  it('keeps forms of a unit to who manages it', async () => {
    expect(await status(logging, '/units/hotel/drills/log', 'other', hotel)).toBe(404)
    expect(await status(pastForm, '/units/hotel/drills/past', 'other', hotel)).toBe(404)
    expect(await status(logging, '/units/hotel/drills/log', 'cook', hotel)).toBe(403)
    const id = await logged()
    expect(await send(sign, `/drills/${id}/sign`, 'supervisor', { id }, { intent: 'reopen', reason: '想看看能不能' })).toBe('404')
    expect(await send(onFindings, `/drills/${id}/findings`, 'other', { id }, { intent: 'sign', signWhere: '门' })).toBe('404')
    expect(await status(pastForm, `/units/hotel/drills/past?drill=${id}`, 'manager', hotel)).toBe(404)
  })
})
