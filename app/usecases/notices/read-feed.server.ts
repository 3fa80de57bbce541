import { createHash } from 'node:crypto'
import { dutyTitle } from '~/content/duty-lines.server'
import { thingOf } from '~/content/gathered-lines.server'
import { findAccount } from '~/data/accounts/accounts.server'
import { findGrants } from '~/data/accounts/grants.server'
import { factsOfPeople, factsOfUnits } from '~/data/duties/facts.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { type Feed, feedByHash } from '~/data/notices/feeds.server'
import { type DayEntry, feedFile } from '~/documents/notices/feed'
import { scopeFor } from '~/domain/accounts/scope'
import { indexFacts } from '~/domain/duties/standing'
import { unitRequirementsOf } from '~/domain/duties/unit-requirement'
import { deadlineOf } from '~/domain/notices/deadline'
import { type Day, formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { settings } from '~/env.server'
import { hashOf } from '~/gateways/secrets.server'
import { translator } from '~/i18n/translator'
import { ownHours, unitHours } from './feed-hours.server'
import { allRules, deadlinesOf } from './own-notices.server'

/** Days ahead that a calendar tells of. */
const ahead = 365

type Lines = { name: string; days: DayEntry[]; hours: Awaited<ReturnType<typeof ownHours>> }
const uidOf = (...parts: string[]): string => {
  const name = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
  return `${name}@${new URL(settings().publicUrl).hostname}`
}

/** What is the person's own: nobody else is in it, and nothing of a unit but its drills and classes. */
async function ownLines({ accountId, locale }: Feed, today: Day): Promise<Lines | null> {
  const account = findAccount(accountId)
  if (account === null || account.mergedIntoId !== null) return null
  const { t } = translator(locale)
  const facts = factsOfPeople([account.personId], allRules())
  const days = deadlinesOf(indexFacts(facts), account.personId, today, ahead).map(({ duty, thing, subject, until, isOver }) => ({
    uid: uidOf(accountId, subject, thing, formatDay(until)),
    title: t(isOver ? 'inbox:feed.overdue' : 'inbox:feed.due', { title: dutyTitle(duty, locale) }),
    on: until,
    says: '',
    url: `${settings().publicUrl}/me`,
  }))
  const held = facts.posts.filter(({ from, to }) => from <= today && (to === null || to >= today))
  const family = facts.people.map(({ id }) => id)
  const hours = await ownHours(family, [...new Set(held.map(({ unit }) => unit))], { today, locale })
  return { name: t('inbox:feed.own'), days, hours }
}

/** A unit for who manages it today: how many people have what to do by when, and no name. */
async function unitLines({ accountId, unitId, locale }: Feed & { unitId: string }, today: Day): Promise<Lines | null> {
  const scope = scopeFor(findGrants(accountId), 'manage', today)
  const unit = await findUnit(scope, unitId, today)
  if (unit === null) return null
  const { t } = translator(locale)
  const index = indexFacts(factsOfUnits([unitId], allRules()))
  const people = [...new Set(index.subjects.values())].flatMap((node) => (node.kind === 'person' ? [node.id] : []))
  const theirs = people.flatMap((id) => deadlinesOf(index, id, today, ahead, unitId))
  const own = unitRequirementsOf(index, unitId, today).flatMap((requirement) => {
    const deadline = deadlineOf(requirement, today, ahead)
    return deadline === null ? [] : [{ ...deadline, duty: requirement.duty.id, thing: thingOf(requirement.duty.id), subject: 'unit' }]
  })
  const groups = groupedBy([...theirs, ...own], ({ subject, thing, until }) => `${subject === 'unit'} ${thing} ${formatDay(until)}`)
  const days = [...groups].flatMap(([key, [first, ...others]]): DayEntry[] => {
    if (first === undefined) return []
    const title = dutyTitle(first.duty, locale)
    const said = first.subject === 'unit' ? title : t('inbox:feed.people', { title, count: others.length + 1 })
    const words = t(first.isOver ? 'inbox:feed.overdue' : 'inbox:feed.due', { title: said })
    return [{ uid: uidOf(unitId, key), title: words, on: first.until, says: '', url: `${settings().publicUrl}/units/${unitId}` }]
  })
  return { name: t('inbox:feed.unit', { unit: unit.name }), days, hours: await unitHours(unitId, { today, locale }) }
}

const byDay = (one: DayEntry, other: DayEntry): number => one.on - other.on || (one.uid < other.uid ? -1 : 1)

/** The calendar that a secret opens, the same to the byte until something changes; null for nobody's and for a unit managed no longer. */
export async function readFeed(token: string, today: Day): Promise<string | null> {
  const feed = feedByHash(hashOf(token))
  if (feed === null) return null
  const { unitId } = feed
  const lines = unitId === null ? await ownLines(feed, today) : await unitLines({ ...feed, unitId }, today)
  if (lines === null) return null
  return feedFile({ ...lines, days: [...lines.days].sort(byDay) }, feed.at)
}
