import { thingOf } from '~/content/gathered-lines.server'
import { licenceTopic } from '~/content/licences.server'
import { survivorOf } from '~/data/credentials/licence-holders.server'
import { lapsingLicences } from '~/data/credentials/licence-lapses.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import type { Recipient } from '~/data/notices/recipients.server'
import { lapseMark } from '~/domain/credentials/licence'
import { requirementsOf } from '~/domain/duties/requirement'
import { type FactIndex, indexFacts } from '~/domain/duties/standing'
import { type Deadline, deadlineOf, nearnessOf, soonWithin } from '~/domain/notices/deadline'
import type { Telling } from '~/domain/notices/notice'
import { type Day, formatDay } from '~/domain/shared/day'
import { rulesNow } from '~/usecases/duties/duties-now.server'

/** What somebody has to do by a day. subject: 'person', or the post that is bound. */
export type OwnDeadline = Deadline & { thing: string; subject: string; duty: string; bars: boolean }

export const allRules = () => rulesNow()

const isSooner = (one: Deadline, other: Deadline): boolean =>
  one.isOver === other.isOver ? one.until < other.until : one.isOver && !other.isOver

/**
 * A person's own deadlines within so many days, one for each thing that is asked, the nearest of it; duties of units are not hers.
 * at: only what binds through posts at this unit.
 */
export function deadlinesOf(index: FactIndex, personId: string, today: Day, ahead: number, at: string | null = null): OwnDeadline[] {
  const node = index.subjects.get(personId)
  if (node?.kind !== 'person') return []
  const found = new Map<string, OwnDeadline>()
  for (const { post } of node.posts.filter((held) => at === null || held.post.unit === at))
    for (const requirement of requirementsOf(index, post.id, today)) {
      const { duty, bars } = requirement
      const deadline = duty.binds === 'unit' ? null : deadlineOf(requirement, today, ahead)
      if (deadline === null) continue
      const one = { ...deadline, thing: thingOf(duty.id), subject: duty.binds === 'person' ? 'person' : post.id, duty: duty.id, bars }
      const key = `${one.subject} ${one.thing}`
      const known = found.get(key)
      if (known === undefined || isSooner(one, known)) found.set(key, one)
    }
  return [...found.values()]
}

function dutyNotices(index: FactIndex, { accountId, personId }: Recipient, today: Day): Telling[] {
  return deadlinesOf(index, personId, today, soonWithin).flatMap((one): Telling[] => {
    const state = nearnessOf(one, today)
    if (state === null) return []
    const { duty, bars, subject, thing } = one
    const until = formatDay(one.until)
    const body = { kind: 'duty' as const, state, duty, until, bars }
    return [{ accountId, subject: `${subject} ${thing}`, step: `${state} ${until}`, body }]
  })
}

function licenceNotices(recipients: readonly Recipient[], today: Day): Telling[] {
  const accounts = new Map(recipients.map(({ personId, accountId }) => [personId, accountId]))
  return lapsingLicences([...accounts.keys()], today, licenceTopic).flatMap(({ licence, through, isOver }): Telling[] => {
    const accountId = accounts.get(survivorOf(licence.personId)?.id ?? '')
    const mark = lapseMark(through, today)
    if (accountId === undefined || (mark === null && !isOver)) return []
    const body = { kind: 'licence' as const, licence: licence.id, what: licence.kind, through: formatDay(through), isOver }
    return [{ accountId, subject: licence.id, step: `${isOver ? 'over' : mark} ${body.through}`, body }]
  })
}

/** What these people have to be told of their own: duties by the rule's standing today, and licences that run out. */
export function ownNotices(recipients: readonly Recipient[], today: Day): Telling[] {
  const index = indexFacts(
    factsOfPeople(
      recipients.map(({ personId }) => personId),
      allRules(),
    ),
  )
  return [...recipients.flatMap((one) => dutyNotices(index, one, today)), ...licenceNotices(recipients, today)]
}
