import { isClassClosedNow } from '~/data/classes/class-now.server'
import { cardTokensOfPeople } from '~/data/drills/card-tokens.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { epoch } from '~/data/epoch.server'
import { type CallFacts, findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { settings } from '~/env.server'
import { islandAddress } from '~/gateways/islands.server'
import { subkey } from '~/gateways/secrets.server'
import type { Signed } from '~/http/serve.server'
import type { PartPage } from '~/ui/classes/part-board'
import type { BoardFacts } from '~/ui/drills/board'
import { enteringAs, getHeldPart, type HeldPart } from '~/usecases/classes/held-part.server'
import { withProof } from '~/usecases/rollcall/entry-proof.server'
import { cardMark } from '../drills+/board-page.server'

/** Everything a phone or a classroom's screen needs to call the roll of a part, also without network. */
function factsOf(ctx: Signed, sight: HeldPart, call: CallFacts): BoardFacts {
  const { held, part, subject, leads, rooms } = sight
  const me = enteringAs(sight, call.roles, ctx.actor.personId)
  const { commanders, marshals } = call.roles
  const { entries, seq } = entriesAfter(call.id, 0)
  const address = `/classes/${held.id}/parts/${part.key}`
  return {
    of: 'class',
    drill: subject,
    entries: `${address}/entries`,
    me,
    isCommander: leads,
    isOpen: !isClassClosedNow(held.id),
    roles: leads ? { commanders: [...new Set([...commanders, me])], marshals } : call.roles,
    expected: call.expected,
    names: Object.fromEntries(findSubjectNames([me, ...commanders, ...marshals])),
    zones: held.body.classrooms.map(({ name }) => name),
    myZones: rooms.map(({ name }) => name),
    assembly: [],
    listed: call.listedAt.getTime(),
    now: ctx.now.getTime(),
    seq,
    epoch: epoch(),
    known: entries.map((entry) => withProof(call.id, entry)),
    lock: subkey(`what a phone keeps of class ${subject} for ${me}`).toString('base64'),
    carry: subkey(`files carried at class ${subject}`).toString('base64'),
    cards: Object.fromEntries(
      cardTokensOfPeople(call.expected.map(({ id }) => id)).map(({ token, personId }) => [cardMark(token), personId]),
    ),
    codes: `${settings().publicUrl}/K/`,
    station: `${address}/code`,
  }
}

/** The roll call of a part, for whoever leads the class or organises one of its classrooms; without facts where it was not opened. */
export async function partPage(ctx: Signed, classId: string, key: string): Promise<PartPage> {
  const sight = getHeldPart(ctx, classId, key)
  const { held, part, subject, rooms } = sight
  const call = await findCall('class', subject)
  return {
    classId,
    key,
    title: held.body.title,
    part: { name: part.name, on: part.on, from: part.from, to: part.to },
    parts: held.body.parts.flatMap((one) => (one.key === key ? [] : [{ key: one.key, name: one.name }])),
    rooms: rooms.map(({ name }) => name),
    isOpen: !isClassClosedNow(classId),
    facts: call === null ? null : factsOf(ctx, sight, call),
    script: islandAddress('drill'),
  }
}
