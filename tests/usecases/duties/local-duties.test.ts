import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { dutyTitle } from '~/content/duty-lines.server'
import { db } from '~/data/db.server'
import { askCoverage } from '~/data/duties/coverage-book.server'
import { factsOfUnits } from '~/data/duties/facts.server'
import type { Acting } from '~/domain/accounts/acting'
import type { LocalDutyWish } from '~/domain/duties/local-duty'
import { mayWork } from '~/domain/duties/may-work'
import { indexFacts, standingOf } from '~/domain/duties/standing'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { addLocalDutyFile } from '~/usecases/duties/add-local-duty-file.server'
import { adoptDuty } from '~/usecases/duties/adopt-duty.server'
import { changeLocalDuty } from '~/usecases/duties/change-local-duty.server'
import { draftLocalDuty } from '~/usecases/duties/draft-local-duty.server'
import { dutiesNow, rulesNow } from '~/usecases/duties/duties-now.server'
import { endAdoption } from '~/usecases/duties/end-adoption.server'
import { previewLocalDuty } from '~/usecases/duties/preview-local-duty.server'
import { publishLocalDuty } from '~/usecases/duties/publish-local-duty.server'
import { readOwnDocument, readPublishedDocument } from '~/usecases/duties/read-local-duty-file.server'
import { withdrawLocalDuty } from '~/usecases/duties/withdraw-local-duty.server'
import { actsSoFar, makeAdministered } from '../../factories/administration'
import { drafted, published, supervises, yearlyClass } from '../../factories/local-duties'
import { plainPdf } from '../../factories/plain-pdf'
import { acting, makeEmployee, makeUnit } from '../../factories/unit-people'

let world: Awaited<ReturnType<typeof makeAdministered>>
let shop: Awaited<ReturnType<typeof makeUnit>>
let worker: Awaited<ReturnType<typeof makeEmployee>>
let clerk: Acting
let chief: Acting
let teacher: Acting

const dayOf = (text: string): Day => {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  world = await makeAdministered()
  shop = await makeUnit('河西五金店', 'HXWJ')
  worker = await makeEmployee(shop, '老李')
  const accounts = [
    await makeEmployee(world.brigade, '小陈'),
    await makeEmployee(world.brigade, '刘主任'),
    await makeEmployee(world.brigade, '教育局'),
  ]
  const [first, second, third] = accounts.map(({ accountId }) => accountId)
  await supervises(first ?? '', 'street')
  await supervises(second ?? '', 'street')
  await supervises(third ?? '', 'street', '["education"]')
  clerk = acting(first ?? '')
  chief = acting(second ?? '')
  teacher = acting(third ?? '')
})

/** How the shop's worker stands towards a duty on a day; null where it is in force at none of her units. */
function standing(dutyId: string, on: string): string | null {
  const facts = factsOfUnits([shop.id], rulesNow())
  if (!facts.duties.some(({ id }) => id === dutyId)) return null
  return standingOf(indexFacts(facts), dutyId, worker.personId, dayOf(on)).standing
}

describe('a duty of a street’s own plan', () => {
  it('binds nobody while it is a draft, and from its first day once somebody else published it', async () => {
    const id = await drafted(clerk)
    expect(id).toBe('by-form-street-1')
    expect(standing(id, '2026-12-01')).toBeNull()
    expect(await published(chief, id, '2026-04-01')).toEqual({ kind: 'published' })
    expect([standing(id, '2026-03-31'), standing(id, '2026-04-01'), standing(id, '2027-01-01')]).toEqual(['unbound', 'due', 'overdue'])
    expect(dutyTitle(id, 'zh')).toBe('沿街商铺店员年度培训')
    expect((await actsSoFar()).sort()).toEqual(['localduties.dutyDrafted', 'localduties.dutyPublished', 'localduties.fileAdded'])
  })

  it('is not published by who wrote a part of it, nor without its document, nor for a day that passed', async () => {
    const id = await drafted(clerk, { file: false })
    expect(await published(chief, id, '2026-04-01')).toMatchObject({ reason: 'localduties:refusal.noFile' })
    await addLocalDutyFile(clerk, { dutyId: id, name: '方案.pdf', bytes: plainPdf })
    expect(await published(clerk, id, '2026-04-01')).toMatchObject({ reason: 'localduties:refusal.ownDraft' })
    expect(await published(chief, id, '2026-03-09')).toMatchObject({ reason: 'localduties:refusal.past', field: 'from' })
    expect(await changeLocalDuty(chief, { dutyId: id, said: { ...yearlyClass, title: '店员培训' } })).toEqual({ kind: 'changed' })
    expect(await published(chief, id, '2026-04-01')).toMatchObject({ reason: 'localduties:refusal.ownDraft' })
    expect(standing(id, '2026-12-01')).toBeNull()
  })

  it('is published with the figures that were shown, or not at all', async () => {
    const id = await drafted(clerk)
    const shown = await previewLocalDuty(chief, { dutyId: id, from: dayOf('2026-04-01') })
    if (shown.kind !== 'previewed') throw new Error(shown.reason)
    await makeEmployee(shop, '新来的')
    const wish = { dutyId: id, from: '2026-04-01', fingerprint: shown.fingerprint }
    expect(await publishLocalDuty(chief, wish)).toMatchObject({ reason: 'localduties:refusal.previewOld' })
    expect(await published(chief, id, '2026-04-01')).toEqual({ kind: 'published' })
    expect(await published(chief, id, '2026-04-01')).toMatchObject({ reason: 'localduties:refusal.published' })
  })

  it('tells beforehand whom it binds and by when', async () => {
    const id = await drafted(clerk)
    const shown = await previewLocalDuty(chief, { dutyId: id, from: dayOf('2026-04-01') })
    if (shown.kind !== 'previewed') throw new Error(shown.reason)
    expect(shown.preview.bound).toEqual({ unit: 0, person: 5, post: 0 })
    expect(shown.preview.units).toBe(2)
    expect(shown.preview.dues.map(({ day, count }) => [formatDay(day), count])).toEqual([['2026-12-31', 5]])
    expect(shown.preview.examples).toHaveLength(5)
    expect(standing(id, '2026-12-01')).toBeNull()
  })

  it('is taken over by a new one, and keeps its own days', async () => {
    const old = await drafted(clerk)
    await published(chief, old, '2026-04-01')
    const next = await drafted(clerk, { supersedes: old, said: { rhythm: 'P6M' } })
    const shown = await previewLocalDuty(chief, { dutyId: next, from: dayOf('2026-07-01') })
    expect(shown).toMatchObject({ preview: { moves: { earlier: 0, later: 0, same: 5, fresh: 0, freed: 0 } } })
    expect(await published(chief, next, '2026-04-01')).toMatchObject({ reason: 'localduties:refusal.beforeBegins' })
    expect(await published(chief, next, '2026-07-01')).toEqual({ kind: 'published' })
    expect([standing(old, '2026-06-30'), standing(old, '2026-07-01')]).toEqual(['idle', 'unbound'])
    expect([standing(next, '2026-06-30'), standing(next, '2026-07-01'), standing(next, '2027-01-01')]).toEqual([
      'unbound',
      'due',
      'overdue',
    ])
    const again = await draftLocalDuty(clerk, { placeId: 'street', supersedes: old, said: yearlyClass })
    expect(again).toMatchObject({ reason: 'localduties:refusal.beforeEnded' })
  })

  it('is withdrawn from a day on, and what was owed until then stays owed', async () => {
    const id = await drafted(clerk, { said: { rhythm: 'P1M', days: 5 } })
    await published(chief, id, '2026-03-11')
    expect(await withdrawLocalDuty(clerk, { dutyId: id, from: '2026-05-01', reason: '方案废止' })).toEqual({ kind: 'withdrawn' })
    expect([standing(id, '2026-04-30'), standing(id, '2026-05-01')]).toEqual(['overdue', 'unbound'])
    expect(await withdrawLocalDuty(clerk, { dutyId: id, from: '2026-06-01', reason: '再撤' })).toMatchObject({
      reason: 'localduties:refusal.ended',
    })
  })

  it('never comes into force where it is withdrawn before its first day', async () => {
    const id = await drafted(clerk)
    await published(chief, id, '2026-04-01')
    await withdrawLocalDuty(chief, { dutyId: id, from: '2026-03-20', reason: '写错了' })
    expect(dutiesNow().has(id)).toBe(false)
    expect(standing(id, '2026-12-01')).toBeNull()
    expect(dutyTitle(id, 'zh')).toBe('沿街商铺店员年度培训')
    await expect(readPublishedDocument(id)).rejects.toThrow(NotFound)
  })

  it('keeps nobody from work and takes nothing from what the catalogue asks', async () => {
    const facts = () => indexFacts(factsOfUnits([shop.id], rulesNow()))
    const before = mayWork(facts(), worker.postId, dayOf('2027-06-01'))
    const id = await drafted(clerk)
    await published(chief, id, '2026-04-01')
    expect(standing(id, '2027-06-01')).toBe('overdue')
    expect(mayWork(facts(), worker.postId, dayOf('2027-06-01'))).toEqual(before)
    for (const [known, duty] of catalogue().duties) expect(dutiesNow().get(known)).toBe(duty)
    const wish = { placeId: 'street', supersedes: 'unit-staff-training-annual', said: yearlyClass }
    await expect(draftLocalDuty(clerk, wish)).rejects.toThrow(NotFound)
  })

  it('is in the kept coverage at once', async () => {
    const today = dayOf('2026-03-10')
    const on = dayOf('2026-04-01')
    const asked = () =>
      askCoverage({ units: [shop.id], duties: rulesNow(), today, on }, (book) =>
        book.lines(shop.id, on, { duties: null, position: null }, new Set(['due'])).map(({ duty }) => duty),
      )
    const id = await drafted(clerk)
    expect(await asked()).not.toContain(id)
    await published(chief, id, '2026-04-01')
    expect(await asked()).toContain(id)
    await withdrawLocalDuty(chief, { dutyId: id, from: '2026-04-01', reason: '写错了' })
    expect(await asked()).not.toContain(id)
  })
})

describe('who may do it', () => {
  it('is whoever supervises the whole place: to others it is not there', async () => {
    const id = await drafted(clerk)
    const elsewhere = acting(worker.accountId)
    for (const who of [teacher, elsewhere]) {
      await expect(draftLocalDuty(who, { placeId: 'street', supersedes: null, said: yearlyClass })).rejects.toThrow(NotFound)
      await expect(changeLocalDuty(who, { dutyId: id, said: yearlyClass })).rejects.toThrow(NotFound)
      await expect(published(who, id, '2026-04-01')).rejects.toThrow(NotFound)
      await expect(readOwnDocument(who, id)).rejects.toThrow(NotFound)
    }
    await expect(draftLocalDuty(clerk, { placeId: 'county', supersedes: null, said: yearlyClass })).rejects.toThrow(NotFound)
    expect((await readOwnDocument(clerk, id)).bytes).toEqual(plainPdf)
    await expect(readPublishedDocument(id)).rejects.toThrow(NotFound)
    await published(chief, id, '2026-04-01')
    expect((await readPublishedDocument(id)).bytes).toEqual(plainPdf)
  })

  it('leaves it out of the administrator’s switches', async () => {
    const id = await drafted(clerk)
    await published(chief, id, '2026-04-01')
    const wish = { dutyId: id, placeId: 'county', from: '2026-04-01' }
    await expect(adoptDuty(world.asAdministrator(), wish)).rejects.toThrow(NotFound)
    const adoption = await db().dutyAdoption.findFirstOrThrow({ where: { dutyId: id } })
    await expect(endAdoption(world.asAdministrator(), { adoptionId: adoption.id, lastDay: '2026-05-01' })).rejects.toThrow(NotFound)
    expect(standing(id, '2026-06-01')).toBe('due')
  })
})

describe('what cannot be written down', () => {
  const faults: [string, Partial<LocalDutyWish>, string, string][] = [
    ['a position that is not there', { positions: ['wizard'] }, 'positions', 'positions'],
    ['positions where the unit does it', { binds: 'unit', positions: ['employee'], counts: ['drill/full'] }, 'unitPositions', 'positions'],
    ['a kind of unit that is not there', { traits: ['castle'] }, 'traits', 'traits'],
    ['a record that cannot be kept', { counts: ['class/pre-job'] }, 'counts', 'counts'],
    ['a course for a unit', { binds: 'unit', counts: ['course/basics'] }, 'countsOfPeople', 'counts'],
    ['a course that is not there', { course: 'nothing' }, 'course', 'course'],
    ['once within no day', { rhythm: 'once', days: 0 }, 'days', 'days'],
    ['a month that must be bound longer than it lasts', { rhythm: 'P1M', days: 28 }, 'lead', 'days'],
    ['renewing before it began', { rhythm: 'rolling', months: 1, opens: 28 }, 'opens', 'opens'],
  ]
  it.each(faults)('is refused: %s', async (_what, change, reason, field) => {
    const wish = { placeId: 'street', supersedes: null, said: { ...yearlyClass, ...change } }
    expect(await draftLocalDuty(clerk, wish)).toMatchObject({ reason: `localduties:refusal.${reason}`, field })
    expect(await db().localDuty.count()).toBe(0)
  })

  it.each([
    ['a page of a browser', new TextEncoder().encode('<html><script>alert(1)</script>'), 'fileKind'],
    ['a PDF that was cut', plainPdf.slice(0, 40), 'fileBroken'],
    ['a PDF with a script', new TextEncoder().encode('%PDF-1.4 /J#61vaScript (x) %%EOF'), 'fileActive'],
  ])('is no document: %s', async (_what, bytes, reason) => {
    const id = await drafted(clerk, { file: false })
    expect(await addLocalDutyFile(clerk, { dutyId: id, name: 'x', bytes })).toMatchObject({ reason: `localduties:refusal.${reason}` })
    expect(await db().localDutyFile.count()).toBe(0)
  })
})
