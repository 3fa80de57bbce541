import { makeAccount, nextStaffNumber } from '~/data/accounts/account-writers.server'
import { findJoinable, type JoinableUnit } from '~/data/org/join-codes.server'
import { joinById, type NewJoin, recordJoinDecided, recordJoinRequested, waitingOf } from '~/data/org/joins.server'
import { recordPersonAdded } from '~/data/org/newcomers.server'
import { type Tx, transact } from '~/data/transact.server'
import { type Day, formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { count, limits, networkOf } from '~/gateways/limits.server'
import { hashOf, newId } from '~/gateways/secrets.server'

export type Joiner = { name: string; phone: string; position: string; from: Day; once: string }
type Asked = {
  code: string | null
  joiner: Joiner
  /** Who is signed in here; null for a stranger. */
  actor: { personId: string; accountId: string; name: string } | null
  address: string
  now: Date
  today: Day
}

/** `accountId`: whose session may be started, for a stranger; null where nothing needs to change. */
export type Requested = { kind: 'requested'; joinId: string; accountId: string | null }

/** The same page sent again within this time is the same request. */
const onceFor = 10 * 60_000

/**
 * Asks to join a unit. Known and unknown phones are treated alike: a stranger becomes a provisional person, somebody signed in asks as
 * himself. The same form again changes nothing; a different one for the same unit takes the place of what waits.
 */
export async function requestJoin({ code, joiner, actor, address, now, today }: Asked): Promise<Requested | Refused> {
  const unit = code === null ? null : findJoinable(code, today)
  if (!unit) return refuse('people:refusal.code')
  const byAddress = await count('join', networkOf(address))
  const byUnit = byAddress.admitted ? await count('intake', unit.unitId) : byAddress
  if (!byUnit.admitted) return refuse('people:refusal.tooManyJoins', undefined, { minutes: byUnit.minutes || limits.join.seconds / 60 })
  const { once, ...asked } = joiner
  const made = { joinId: once === '' ? newId(now) : idOf(`${unit.unitId} ${once}`), personId: newId(now), accountId: newId(now) }
  const request = { ...asked, id: made.joinId, unitId: unit.unitId, now }
  return transact((tx) =>
    actor ? askAsKnown(tx, { ...request, personId: actor.personId, name: actor.name }, actor) : askAsStranger(tx, unit, request, made),
  )
}

async function askAsKnown(tx: Tx, asked: NewJoin, actor: { accountId: string }): Promise<Requested> {
  const waiting = await waitingOf(tx, asked.personId, asked.unitId)
  const same = waiting.find((join) => join.phone === asked.phone && join.position === asked.position && join.from === formatDay(asked.from))
  if (same) return { kind: 'requested', joinId: same.id, accountId: null }
  for (const { id } of waiting) await recordJoinDecided(tx, { id, at: asked.now, by: actor.accountId, decision: 'replaced', postId: null })
  const taken = await joinById(tx, asked.id)
  const id = taken ? idOf(`${asked.id} ${asked.now.toISOString()}`) : asked.id
  await recordJoinRequested(tx, { ...asked, id })
  return { kind: 'requested', joinId: id, accountId: null }
}

type Made = { joinId: string; personId: string; accountId: string }

async function askAsStranger(tx: Tx, unit: JoinableUnit, asked: Omit<NewJoin, 'personId'>, made: Made): Promise<Requested | Refused> {
  const sent = await joinById(tx, made.joinId)
  if (sent) {
    const isFresh = sent.decidedAt === null && asked.now.getTime() - sent.createdAt.getTime() <= onceFor
    const isSame = sent.name === asked.name && sent.phone === asked.phone && sent.person.posts.length === 0
    if (!isFresh || !isSame || !sent.person.account) return refuse('people:refusal.sentBefore')
    return { kind: 'requested', joinId: sent.id, accountId: sent.person.account.id }
  }
  const { personId, accountId } = made
  await recordPersonAdded(tx, { personId, name: asked.name, phone: null, now: asked.now })
  const staffNumber = await nextStaffNumber(tx, unit.shortCode)
  await makeAccount(tx, { id: accountId, personId, phone: null, staffNumber, now: asked.now })
  await recordJoinRequested(tx, { ...asked, personId })
  return { kind: 'requested', joinId: made.joinId, accountId }
}

/** An id that a secret of the page decides, so that the page sent twice names the same request and tells nobody the secret. */
function idOf(secret: string): string {
  const hex = hashOf(secret)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
