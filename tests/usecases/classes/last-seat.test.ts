import { beforeAll, describe, expect, it } from 'vitest'
import { seatsOf } from '~/data/classes/seats.server'
import { transact } from '~/data/transact.server'
import { answerForm } from '~/domain/classes/answers'
import { seatingOf } from '~/domain/classes/seating'
import { answerInvitation } from '~/usecases/classes/answer-invitation.server'
import { actingPerson } from '../../factories/held-drill'
import { bodyOf, madeClass, madeProgramme, roomOf } from '../../factories/planned-class'
import { makeStreet, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

const rounds = Number(process.env.ROUNDS ?? 20)
const crowd = 50
const people = Array.from({ length: crowd + 1 }, (_, nth) => String(nth).padStart(2, '0'))
const boss = (nth: string) => ({ personId: `boss-${nth}`, accountId: `account-${nth}`, staffNumber: `S-${nth}`, postId: `post-${nth}` })

/** As many malls with a responsible person each as there are people in the crowd, and one who has a seat already. */
async function buildMalls(): Promise<string> {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  await transact(async (tx) => {
    for (const nth of people) {
      const unit = { id: `mall-${nth}`, placeId: 'street', name: `商场${nth}`, sector: 'commerce', shortCode: `MALL${nth}` }
      await tx.unit.create({ data: { ...unit, from: '2020-01-01', createdAt: morning } })
      await tx.person.create({ data: { id: `boss-${nth}`, name: `责任人${nth}`, createdAt: morning } })
      await tx.account.create({ data: { id: `account-${nth}`, personId: `boss-${nth}`, staffNumber: `S-${nth}`, createdAt: morning } })
      const post = { id: `post-${nth}`, personId: `boss-${nth}`, unitId: `mall-${nth}`, position: 'responsible-person' }
      await tx.post.create({ data: { ...post, from: '2024-01-01', cardToken: `T-${nth}`, createdAt: morning } })
    }
  })
  return madeProgramme(
    'street',
    people.map((nth) => ({ id: `line-${nth}`, subjectId: `mall-${nth}`, unitId: `mall-${nth}` })),
  )
}

const comes = (nth: string, name: string) =>
  answerInvitation(actingPerson(boss(nth)), {
    invitationId: `asked-${name}line-${nth}`,
    form: answerForm.parse({ kind: 'comes', classroom: 'main' }),
  })

let programme = ''
beforeAll(async () => {
  programme = await buildMalls()
})

describe('the last seat', () => {
  it(`goes to exactly one of ${crowd} who want it at once; the others wait in the order in which they came`, {
    timeout: 3_600_000,
  }, async () => {
    const seats = 2
    for (let round = 0; round < rounds; round += 1) {
      const name = `${round}-`
      const minute = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
      const day = new Date(Date.parse('2026-04-01T00:00:00Z') + Math.floor(round / 100) * 86_400_000).toISOString().slice(0, 10)
      const at = (round % 100) * 10
      const parts = [{ key: 'morning', name: '上午', kind: 'lesson' as const, on: day, from: minute(at), to: minute(at + 5) }]
      const id = await madeClass(
        programme,
        bodyOf({ parts, classrooms: [roomOf('main', seats)] }),
        people.map((nth) => `line-${nth}`),
        name,
      )
      await comes('00', name)
      const rush = people.slice(1).map((_, nth) => people[1 + ((nth * 7 + round) % crowd)] ?? '')
      const answers = await Promise.all(rush.map((nth) => comes(nth, name)))
      const told = answers.map((answer) => {
        if (answer.kind === 'refused') throw new Error(answer.reason)
        return answer.place
      })
      expect(told.filter((place) => place?.kind === 'seated')).toHaveLength(1)
      const claims = seatsOf({ id })
      expect(claims.map(({ person }) => person)).toEqual(['boss-00', ...rush.map((nth) => `boss-${nth}`)])
      const places = seatingOf(claims, new Map([['main', seats]]))
      expect(claims.map((one) => places.get(one.id))).toEqual([
        ...Array.from({ length: seats }, () => ({ kind: 'seated' })),
        ...Array.from({ length: crowd - 1 }, (_, nth) => ({ kind: 'waiting', nth: nth + 1 })),
      ])
      expect(told).toEqual(claims.slice(1).map((one) => places.get(one.id)))
    }
  })
})
