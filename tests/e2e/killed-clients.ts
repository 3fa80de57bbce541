import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Question } from '../../app/content/schema'
import { codeAt } from '../../app/domain/rollcall/rotating-code'
import { rotatingMac } from '../../app/usecases/rollcall/rotating-mac.server'
import type { Book } from './killed-book'
import type { Holder, KilledStreet } from './killed-street'
import { questions } from './learner'
import { type Answer, cookiesOf, form, json, nextAddress, type Sent, send } from './raw-request'

/** Where the clients are: whom they ask, on which data, what they write down, and until when they go on. */
export type Scene = {
  url: string
  data: string
  book: Book
  street: KilledStreet
  random: () => number
  now: () => Date
  isOver: () => boolean
}

const rest = ({ random }: Scene, from: number, to: number) => pause(from + random() * (to - from))

/** A browser on one kept connection, which sends again what was not answered. */
function client(scene: Scene, { cookie }: Holder) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const once = ({ headers = {}, ...sent }: Sent) =>
    send(scene.url, agent, { ...sent, headers: { cookie, 'x-forwarded-for': nextAddress(), ...headers } })
  return {
    once,
    /** `sent` is made anew for each try, as a phone does. `again`: an answer after which one tries once more. */
    async told(sent: () => Sent, again = 0): Promise<Answer> {
      for (;;) {
        const answer = await once(sent())
        if (typeof answer !== 'string' && answer.status !== again) {
          scene.book.answered ??= performance.now()
          if (answer.status >= 400) throw new Error(`${sent().path} was answered ${answer.status}: ${answer.body.slice(0, 300)}`)
          return answer
        }
        if (typeof answer === 'string' && answer !== 'ECONNREFUSED') scene.book.cut += 1
        await rest(scene, 30, 120)
      }
    },
    close: () => agent.destroy(),
  }
}

type Asked = { ordinal: number; questionId: string; options: string }
const byId = new Map(questions.map((question) => [question.id, question]))
const keyOf = ({ key }: Question): string[] => (typeof key === 'object' ? key : [String(key)])
const wrongOf = (question: Question, options: readonly string[]): string[] => {
  const key = keyOf(question)
  if (question.kind === 'order') return [...key.slice(1), ...key.slice(0, 1)]
  return [options.find((id) => !key.includes(id)) ?? key[0] ?? '']
}

function paperOf({ data }: Scene, attempt: string): Asked[] {
  const database = new Database(`${data}/mingbai.db`, { readonly: true })
  const found = database
    .prepare<[string], Asked>('SELECT "ordinal", "questionId", "options" FROM "AttemptQuestion" WHERE "attemptId" = ? ORDER BY "ordinal"')
    .all(attempt)
  database.close()
  return found
}

/** Sits one exam: starts it, saves answer by answer, some of them changed, and hands in. */
export async function sits(scene: Scene, who: Holder, isRight: boolean): Promise<void> {
  const browser = client(scene, who)
  const started = await browser.told(() => ({
    ...{ method: 'POST', path: '/courses/pre-job/paper', headers: form },
    body: `seat=${who.person}`,
  }))
  const attempt = /\/papers\/([^/?]+)/.exec(String(started.headers.location))?.[1]
  if (attempt === undefined) throw new Error(`${who.person} was given no paper: ${started.status} ${started.body.slice(0, 300)}`)
  const paper = scene.book.begin(attempt, who.person, isRight)
  const asked = paperOf(scene, attempt)
  if (asked.length === 0) throw new Error(`the paper ${attempt} was given and is lost`)
  for (const { ordinal, questionId, options } of asked) {
    const question = byId.get(questionId)
    const shown: string[] = JSON.parse(options)
    if (question === undefined) throw new Error(`no question ${questionId}`)
    const [right, wrong] = [keyOf(question), wrongOf(question, shown)]
    for (const ids of isRight && scene.random() < 0.2 ? [wrong, right] : [isRight ? right : wrong]) {
      const places = ids.map((id) => `&q${ordinal}=${shown.indexOf(id)}`).join('')
      const saved = await browser.told(() => ({
        ...{ method: 'POST', path: `/papers/${attempt}/answers`, headers: form },
        body: `was${ordinal}=%3F${places}`,
      }))
      if (JSON.parse(saved.body).kind !== 'saved') throw new Error(`an answer was not saved: ${saved.body}`)
      paper.answers.set(ordinal, JSON.stringify(ids))
      scene.book.writes += 1
      await rest(scene, 30, 180)
    }
  }
  await browser.told(() => ({ method: 'POST', path: `/papers/${attempt}/submit`, headers: form, body: 'sure=yes' }))
  paper.isHandedIn = true
  scene.book.writes += 1
  browser.close()
}

/** Calls the roll at the drill: ticks and notes, each sent until it is acknowledged, and some once more. */
export async function callsTheRoll(scene: Scene, who: Holder, nth: number): Promise<void> {
  const browser = client(scene, who)
  const { id, expected } = scene.street.drill
  const device = `phone-of-${who.person}`
  const zone = `${nth + 1}层`
  let [seq, made] = [0, 0]
  while (!scene.isOver()) {
    const entries = Array.from({ length: 1 + Math.floor(scene.random() * 3) }, () => {
      made += 1
      const seen = { kind: 'seen', who: expected[made % expected.length], way: 'tick', zone }
      const said = made % 5 === 0 ? { kind: 'note', text: `第 ${made} 笔`, zone } : seen
      const clock = scene.now().getTime()
      return { id: randomUUID(), device, nth: made, clock, offset: 0, heard: clock, by: who.person, said }
    })
    for (let times = scene.random() < 0.2 ? 2 : 1; times > 0; times -= 1) {
      const answer = await browser.told(() => ({
        ...{ method: 'POST', path: `/drills/${id}/entries`, headers: json },
        body: JSON.stringify({ sentAt: scene.now().getTime(), after: seq, entries }),
      }))
      const told: { seq: number; refused: unknown[] } = JSON.parse(answer.body)
      if (told.refused.length > 0) throw new Error(`refused: ${JSON.stringify(told.refused[0])}`)
      seq = told.seq
    }
    for (const entry of entries) scene.book.entries.set(entry.id, JSON.stringify({ device, nth: entry.nth, said: entry.said }))
    scene.book.writes += entries.length
    await rest(scene, 200, 700)
  }
  browser.close()
}

/** Comes to the class: scans the screen, again where nobody answered, and presses the button. */
export async function comes(scene: Scene, who: Holder): Promise<void> {
  await rest(scene, 0, 1500)
  const browser = client(scene, who)
  // A code that was waited for too long in the queue of a busy machine is not taken: she scans the next.
  const scan = (): Sent => ({ method: 'GET', path: `/K/${codeAt(rotatingMac, scene.street.part.station, scene.now().getTime())}` })
  const scanned = await browser.told(scan, 404)
  const cookie = [who.cookie, cookiesOf(scanned)].join('; ')
  const pressed = await browser.told(() => ({ method: 'POST', path: '/K/arrival', headers: { ...form, cookie }, body: 'go=yes' }))
  if (pressed.status !== 302) throw new Error(`a press was answered ${pressed.status}`)
  scene.book.arrived.add(who.person)
  scene.book.writes += 1
  browser.close()
}

/** Says what is wrong in the house; what was not acknowledged is not sent again. */
export async function suggests(scene: Scene): Promise<void> {
  const browser = client(scene, { person: '', cookie: '' })
  while (!scene.isOver()) {
    const text = `第 ${scene.book.sent.size + 1} 条意见：楼道里的灯坏了`
    scene.book.sent.add(text)
    const answer = await browser.once({
      ...{ method: 'POST', path: '/suggest', headers: form },
      body: String(new URLSearchParams({ page: '/', text })),
    })
    if (typeof answer !== 'string' && answer.status >= 400) throw new Error(`a suggestion was answered ${answer.status}`)
    if (typeof answer !== 'string') {
      scene.book.said.add(text)
      scene.book.writes += 1
    }
    await rest(scene, 50, 300)
  }
  browser.close()
}
