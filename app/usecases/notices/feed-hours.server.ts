import { classAnywhere } from '~/data/classes/classes.server'
import { invitationsFor } from '~/data/classes/invitations.server'
import { seatsHeldBy } from '~/data/classes/seats.server'
import { type DrillFacts, drillsOfUnit, sightOf } from '~/data/drills/drills.server'
import type { CalendarEntry } from '~/documents/classes/calendar'
import { nothing } from '~/domain/accounts/scope'
import { instantOf } from '~/domain/classes/class-body'
import { addDays, type Day, formatDay } from '~/domain/shared/day'
import { settings } from '~/env.server'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'

/** How long what is over stays in a calendar, and how long a drill is taken to last: days and hours. */
const kept = 30
const drillHours = 1
const mostDrills = 50

const uidOf = (id: string): string => `${id}@${new URL(settings().publicUrl).hostname}`

type Wish = { today: Day; locale: Locale }

async function classEntries(ids: readonly string[], { today, locale }: Wish): Promise<CalendarEntry[]> {
  const { t } = translator(locale)
  const first = formatDay(addDays(today, -kept))
  const found = await Promise.all([...new Set(ids)].map(classAnywhere))
  return found.flatMap((facts) => {
    if (facts === null) return []
    const { id, body, steps, revision } = facts
    const isCancelled = steps.some(({ kind }) => kind === 'called-off')
    return body.parts
      .filter(({ on }) => on >= first)
      .map(({ key, name, on, from, to }) => ({
        uid: uidOf(`${id}.${key}`),
        title: t('classroom:calendar.title', { title: body.title, part: name }),
        begins: new Date(instantOf(on, from)),
        ends: new Date(instantOf(on, to)),
        place: body.classrooms.map((room) => `${room.name} ${room.place}`).join('；'),
        says: body.notice,
        url: `${settings().publicUrl}/me/classes`,
        sequence: revision + steps.length,
        isCancelled,
      }))
  })
}

const drillEntry = ({ id, body, steps, revision }: DrillFacts, url: string): CalendarEntry => ({
  uid: uidOf(id),
  title: body.title,
  begins: new Date(instantOf(body.on, body.startsAt)),
  ends: new Date(instantOf(body.on, body.startsAt) + drillHours * 3_600_000),
  place: body.place,
  says: '',
  url: `${settings().publicUrl}${url}`,
  sequence: revision + steps.length,
  isCancelled: steps.some(({ kind }) => kind === 'called-off'),
})

/** Drills of these units that were planned, from a month ago on. */
async function plannedDrills(units: readonly string[], today: Day): Promise<DrillFacts[]> {
  const first = formatDay(addDays(today, -kept))
  const found = (await Promise.all(units.map((id) => drillsOfUnit({ id }, mostDrills)))).flat()
  return found.filter(({ way, body }) => way === 'planned' && body.on >= first)
}

/** Classes where somebody has a seat or is asked herself, and drills at her units; of an unannounced one only those learn who lead it. */
export async function ownHours(family: readonly string[], units: readonly string[], wish: Wish): Promise<CalendarEntry[]> {
  const asked = invitationsFor([], family).filter(({ hasLeft, answer }) => !hasLeft && answer?.kind !== 'declined')
  const classes = [...seatsHeldBy(family), ...asked].map(({ classId }) => classId)
  const drills = (await plannedDrills(units, wish.today)).filter((facts) => {
    if (!facts.body.unannounced) return true
    const { commands, marshals } = sightOf(facts, family, { see: nothing, manage: nothing })
    return commands || marshals
  })
  return [...(await classEntries(classes, wish)), ...drills.map((drill) => drillEntry(drill, '/me/drills'))]
}

/** Classes to which a unit is asked, and its drills. The unit must come from a scope. */
export async function unitHours(unitId: string, wish: Wish): Promise<CalendarEntry[]> {
  const asked = invitationsFor([unitId], []).filter(({ hasLeft, answer }) => !hasLeft && answer?.kind !== 'declined')
  const classes = asked.map(({ classId }) => classId)
  const drills = await plannedDrills([unitId], wish.today)
  return [...(await classEntries(classes, wish)), ...drills.map((drill) => drillEntry(drill, `/units/${unitId}/drills`))]
}
