import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { findLocalDuties } from '~/data/duties/local-duties.server'
import { loader as publicList } from '~/routes/duties+/duties._index'
import { loader as publicDuty } from '~/routes/duties+/duties.$dutyId'
import { loader as publicFile } from '~/routes/duties+/duties.$dutyId_.file'
import { loader as list } from '~/routes/duties+/street.duties._index'
import { action as act, loader as page } from '~/routes/duties+/street.duties.$dutyId._index'
import { loader as edit } from '~/routes/duties+/street.duties.$dutyId.edit'
import { action as bring, loader as ownFile } from '~/routes/duties+/street.duties.$dutyId.file'
import { loader as blank, action as write } from '~/routes/duties+/street.duties.new'
import { yearlyClass } from '../../factories/local-duties'
import { plainPdf } from '../../factories/plain-pdf'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, statusOf } from './street-corner'

let now: Date
const id = 'by-form-east-1'

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const name of ['clerk', 'chief', 'west', 'school', 'waiter']) await addPerson(name, name)
  await addPost({ id: 'k-waiter', personId: 'waiter', unitId: 'hotel', position: 'employee', from: '2024-03-01' })
  for (const name of ['clerk', 'chief']) await grant(name, 'supervisor', { placeId: 'east' })
  await grant('west', 'supervisor', { placeId: 'west' })
  await grant('school', 'supervisor', { placeId: 'county', sectors: '["education"]' })
})

const typed = (change: Record<string, string | string[]> = {}): [string, string][] =>
  Object.entries({
    placeId: 'east',
    title: yearlyClass.title,
    plain: yearlyClass.plain,
    binds: 'person',
    counts: ['class/annual-street'],
    rhythm: 'P1Y',
    days: '30',
    months: '12',
    opens: '60',
    of: yearlyClass.of,
    quote: yearlyClass.quote,
    ...change,
  }).flatMap(([name, value]): [string, string][] => (Array.isArray(value) ? value.map((one) => [name, one]) : [[name, value]]))

/** Somebody sends a form to a page. */
async function sent(who: string, path: string, body: FormData | URLSearchParams, params: Record<string, string> = {}) {
  const asked = await ask(path, who, now, params)
  const headers = new Headers(asked.request.headers)
  headers.set('content-length', '1000')
  return { ...asked, request: new Request(asked.request.url, { method: 'POST', body, headers }) }
}

async function brought(who: string, bytes: Uint8Array) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], '方案.pdf'))
  return bring(await sent(who, `/street/duties/${id}/file`, form, { dutyId: id }))
}

const codeOf = (load: () => Promise<unknown>): Promise<number> => statusOf(load())
const whereTo = (answer: unknown): string => (answer instanceof Response ? (answer.headers.get('Location') ?? '') : '')
const seen = async (who: string, query = '') => page(await ask(`/street/duties/${id}${query}`, who, now, { dutyId: id }))

describe('a street writes down a duty of its own plan', () => {
  it('on a form, with its document, and somebody else publishes what he was shown', async () => {
    const written = await write(await sent('clerk', '/street/duties/new', new URLSearchParams(typed())))
    expect(whereTo(written)).toBe(`/street/duties/${id}?done=drafted`)
    expect(whereTo(await brought('clerk', plainPdf))).toBe(`/street/duties/${id}?done=file`)
    expect((await seen('clerk')).isMine).toBe(true)
    const shown = await seen('chief', '?from=2026-04-01')
    expect([shown.isMine, shown.preview?.bound.person, shown.preview?.examples.map(({ name }) => name)]).toEqual([false, 1, ['waiter']])
    const body = new URLSearchParams({ from: '2026-04-01', fingerprint: shown.preview?.fingerprint ?? '' })
    const outcome = await act(await sent('chief', `/street/duties/${id}?act=publish`, body, { dutyId: id }))
    expect(whereTo(outcome)).toBe(`/street/duties/${id}?done=published`)
    expect((await seen('chief')).state).toBe('later')
    const { lines } = await list(await ask('/street/duties', 'chief', now))
    expect(lines.map(({ id: one, state }) => [one, state])).toEqual([[id, 'later']])
  })

  it('and the public list has it with its quotation and its document from then on', async () => {
    const before = await publicList(await ask('/duties', 'waiter', now))
    await write(await sent('clerk', '/street/duties/new', new URLSearchParams(typed())))
    await brought('clerk', plainPdf)
    expect(await codeOf(async () => publicDuty(await ask(`/duties/${id}`, 'waiter', now, { dutyId: id })))).toBe(404)
    expect(await codeOf(async () => publicFile(await ask(`/duties/${id}/file`, 'waiter', now, { dutyId: id })))).toBe(404)
    const shown = await seen('chief', '?from=2026-04-01')
    const body = new URLSearchParams({ from: '2026-04-01', fingerprint: shown.preview?.fingerprint ?? '' })
    await act(await sent('chief', `/street/duties/${id}?act=publish`, body, { dutyId: id }))
    expect((await publicList(await ask('/duties', 'waiter', now))).total).toBe(before.total + 1)
    const duty = await publicDuty(await ask(`/duties/${id}`, 'waiter', now, { dutyId: id }))
    expect([duty.sources[0]?.quote, duty.file?.href, duty.missing]).toEqual([yearlyClass.quote, `/duties/${id}/file`, 'warns'])
    const file = await publicFile(await ask(`/duties/${id}/file`, 'waiter', now, { dutyId: id }))
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(plainPdf)
    expect(file.headers.get('Content-Disposition')).toContain('attachment')
  })

  it('and hears what is wrong with what was typed, which stays', async () => {
    const answer = await write(
      await sent('clerk', '/street/duties/new', new URLSearchParams(typed({ title: ' ', traits: ['hotel', 'school'] }))),
    )
    expect(answer).toMatchObject({ data: { errors: { title: ['localduties:missing.title'] }, values: { traits: 'hotel school' } } })
    expect(findLocalDuties(['/'])).toEqual([])
  })

  it('and hears what is wrong with a document', async () => {
    await write(await sent('clerk', '/street/duties/new', new URLSearchParams(typed())))
    expect(whereTo(await brought('clerk', new TextEncoder().encode('<svg onload=alert(1)>')))).toBe(`/street/duties/${id}?file=fileKind`)
    expect((await seen('clerk')).file).toBeNull()
  })
})

describe('to others', () => {
  it('it is not there', async () => {
    await write(await sent('clerk', '/street/duties/new', new URLSearchParams(typed())))
    for (const who of ['west', 'school']) {
      const status = (load: (args: Awaited<ReturnType<typeof ask>>) => unknown, path: string) =>
        codeOf(async () => load(await ask(path, who, now, { dutyId: id })))
      expect(await status(page, `/street/duties/${id}`)).toBe(404)
      expect(await status(edit, `/street/duties/${id}/edit`)).toBe(404)
      expect(await status(ownFile, `/street/duties/${id}/file`)).toBe(404)
      expect(await codeOf(async () => brought(who, plainPdf))).toBe(404)
      expect((await list(await ask('/street/duties', who, now))).lines).toEqual([])
    }
    expect(await codeOf(async () => blank(await ask('/street/duties/new', 'school', now)))).toBe(404)
    const elsewhere = new URLSearchParams(typed({ placeId: 'county' }))
    expect(await codeOf(async () => write(await sent('clerk', '/street/duties/new', elsewhere)))).toBe(404)
  })
})
