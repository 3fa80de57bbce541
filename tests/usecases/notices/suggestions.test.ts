import { beforeEach, describe, expect, it } from 'vitest'
import { listSuggestions } from '~/data/notices/suggestions.server'
import { Forbidden } from '~/domain/shared/faults'
import { handleSuggestion } from '~/usecases/notices/handle-suggestion.server'
import { suggest } from '~/usecases/notices/suggest.server'
import { actsSoFar, makeAdministered } from '../../factories/administration'
import { acting, makeEmployee, morning } from '../../factories/unit-people'

let world: Awaited<ReturnType<typeof makeAdministered>>
let address = 0
beforeEach(async () => {
  world = await makeAdministered()
  address += 1
})
const say = (text: string, change: { accountId?: string; now?: Date; page?: string } = {}) =>
  suggest(
    { now: change.now ?? morning, address: `10.0.0.${address}`, accountId: change.accountId ?? null },
    { page: change.page ?? '/me', text, contact: null },
  )

describe('suggestions and complaints', () => {
  it('reach the administrator from anybody, with the name of whoever is signed in', async () => {
    await say('题目看不懂')
    await say('视频打不开', { accountId: world.administrator.accountId, now: new Date(morning.getTime() + 1000) })
    const { rows, open } = await listSuggestions('open', 1)
    expect(rows.map(({ text, page, from }) => [text, page, from?.name ?? null])).toEqual([
      ['视频打不开', '/me', '周队'],
      ['题目看不懂', '/me', null],
    ])
    expect(open).toBe(2)
  })
  it.each([
    ['four characters', '太难了。', 'notices:refusal.short'],
    ['spaces', '          ', 'notices:refusal.short'],
    ['2001 characters', '难'.repeat(2001), 'notices:refusal.long'],
  ])('of %s are refused', async (_what, text, reason) => expect(await say(text)).toMatchObject({ kind: 'refused', reason, field: 'text' }))
  it('of five and of 2000 characters are taken', async () => {
    expect(await say('太难了吧。')).toEqual({ kind: 'suggested' })
    expect(await say('🔥'.repeat(2000))).toEqual({ kind: 'suggested' })
  })
  it('are ten an hour from one address, and again an hour later', async () => {
    for (let nth = 0; nth < 10; nth += 1) expect(await say(`第 ${nth} 条意见`)).toEqual({ kind: 'suggested' })
    expect(await say('第十一条意见')).toMatchObject({ reason: 'notices:refusal.tooMany' })
    expect(await say('一小时后的意见', { now: new Date(morning.getTime() + 3_600_000) })).toEqual({ kind: 'suggested' })
  })
  it('lead nowhere outside this site', async () => {
    await say('这个页面不对', { page: 'https://elsewhere.example' })
    expect((await listSuggestions('open', 1)).rows[0]?.page).toBe('/')
  })
  it('are handled once, with a note, by an administrator', async () => {
    await say('题目看不懂')
    const id = (await listSuggestions('open', 1)).rows[0]?.id ?? ''
    const worker = await makeEmployee(world.brigade, '王明')
    await expect(handleSuggestion(acting(worker.accountId), { id, note: '已改' })).rejects.toThrow(Forbidden)
    expect(await handleSuggestion(world.asAdministrator(), { id, note: ' ' })).toMatchObject({ reason: 'notices:error.noteMissing' })
    expect(await handleSuggestion(world.asAdministrator(), { id, note: '已改好' })).toEqual({ kind: 'handled' })
    expect(await handleSuggestion(world.asAdministrator(), { id, note: '又改' })).toMatchObject({
      reason: 'notices:refusal.alreadyHandled',
    })
    expect((await listSuggestions('handled', 1)).rows).toMatchObject([{ id, note: '已改好', handler: '周队' }])
    expect(await actsSoFar()).toEqual(['notices.suggestionHandled'])
  })
})
