import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { loader as myCard } from '~/routes/duties+/cards.$postId'
import { loader as gate } from '~/routes/duties+/G.$token'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, passPaper, statusOf, token } from './street-corner'

let now: Date
const asked = async (text: string) => gate(await ask(`/G/${text}`, null, now, { token: text }))
const opened = async (postId: string, personId: string) => myCard(await ask(`/cards/${postId}`, personId, now, { postId }))

beforeAll(() => {
  catalogue()
})

beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  await addPerson('ouyang', '欧阳明月')
  await addPost({
    id: 'k1',
    personId: 'ouyang',
    unitId: 'hotel',
    position: 'employee',
    from: '2026-03-10',
    to: '2026-12-31',
    cardToken: token('A'),
  })
})

describe('the gate', () => {
  it('says 不得上岗 and what is missing, and nothing else about the person', async () => {
    const { data } = await asked(token('A'))
    const { jobs: _, ...answer } = data.answer ?? { jobs: null }
    expect(answer).toEqual({
      verdict: 'missing',
      name: '欧阳**',
      unitName: '东街大酒店',
      position: '员工',
      job: { name: null, plain: '岗前培训合格，岗位要求的证齐全有效。', policy: null },
      today: '2026-03-10',
      startsOn: null,
      until: null,
      because: [{ id: 'pre-job-employee', title: '岗前消防安全培训', why: null }],
    })
  })

  it('says until when, whatever the case of the letters', async () => {
    await passPaper('ouyang', 'hotel', 'employee', '2026-03-10')
    expect((await asked(token('a'))).data.answer).toMatchObject({ verdict: 'cleared', until: '2026-12-31', because: [] })
  })

  it('does not let anybody in before the first day', async () => {
    await addPost({ id: 'k2', personId: 'ouyang', unitId: 'hotel', position: 'welder', from: '2026-03-11', cardToken: token('B') })
    await passPaper('ouyang', 'hotel', 'welder', '2026-03-09')
    expect((await asked(token('B'))).data.answer).toMatchObject({ verdict: 'ahead', startsOn: '2026-03-11' })
    now = setClock('2026-03-10T16:00:00Z')
    expect((await asked(token('B'))).data.answer).toMatchObject({ verdict: 'cleared', startsOn: null })
  })

  it('says that an ended post has ended', async () => {
    now = setClock('2026-12-31T16:00:00Z')
    expect((await asked(token('A'))).data.answer).toMatchObject({ verdict: 'ended', because: [] })
  })

  it.each([token('C'), 'A', `${token('A')}A`, 'O0I1L'.repeat(5), '%27%20OR%201=1', `${'A'.repeat(25)}B`])(
    'answers %s as it answers every code that opens no card',
    async (text) => {
      const unknown = await asked(token('D'))
      const answer = await asked(text)
      expect(JSON.stringify(answer)).toBe(JSON.stringify(unknown))
      expect(answer.init?.status).toBe(404)
      expect(new Headers(answer.init?.headers).get('X-Robots-Tag')).toContain('noindex')
    },
  )
})

describe('my card', () => {
  it('opens for its holder, with the five things and the code in capitals', async () => {
    const { card } = await opened('k1', 'ouyang')
    expect(card).toMatchObject({ name: '欧阳明月', verdict: 'missing', address: `HTTP://127.0.0.1:3000/G/${token('A')}` })
    expect(card.five).toHaveLength(5)
    expect(card.token).toBe('AAAA AAAA AAAA AAAA AAAA AAAA AA')
  })

  it('is not there for anybody else', async () => {
    await addPerson('li', '李四')
    expect(await statusOf(opened('k1', 'li'))).toBe(404)
    expect(await statusOf(opened('k9', 'ouyang'))).toBe(404)
  })
})
