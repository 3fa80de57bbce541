import { classAnywhere } from '~/data/classes/classes.server'
import { type Invitation, waitingInvitations } from '~/data/classes/invitations.server'
import { programmeAnywhere } from '~/data/classes/programmes.server'
import { ownersOf, peopleHolding } from '~/data/classes/responsible.server'
import { accountsOf, managersOf } from '~/data/notices/recipients.server'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { classStateOf } from '~/domain/classes/class-state'
import type { Telling } from '~/domain/notices/notice'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'

/** Nobody is asked to a class so long before it. */
const longest = 180 * 86_400_000

type Open = { title: string; on: string; positions: readonly string[] }

async function openClass(id: string, now: Date): Promise<Open | null> {
  const facts = await classAnywhere(id)
  if (facts === null) return null
  const { body, steps, programmeId } = facts
  if (classStateOf(steps, beginsAt(body), endsAt(body), now.getTime()) !== 'ahead') return null
  const programme = await programmeAnywhere(programmeId)
  const on = formatDay(civilDay(new Date(beginsAt(body))))
  return { title: body.title, on, positions: programme?.body.audience.positions ?? [] }
}

/** Who may answer: the person who is asked, or of a unit those who manage it and those who hold what the class is for. */
function answerers({ subjectKind, subjectId, unitId }: Invitation, { positions }: Open, today: Day): string[] {
  if (subjectKind === 'person') return [...accountsOf([ownersOf([subjectId])(subjectId)]).values()]
  const holders = positions.length === 0 ? [] : peopleHolding(unitId, positions, today).map(({ id }) => id)
  return [...new Set([...managersOf(unitId, today), ...accountsOf(holders).values()])]
}

/** Classes to which somebody is asked and that nobody has answered yet, told once to each who may answer. */
export async function invitationNotices(today: Day, now: Date): Promise<Telling[]> {
  const waiting = groupedBy(waitingInvitations(new Date(now.getTime() - longest)), ({ classId }) => classId)
  const told: Telling[] = []
  for (const [classId, invitations] of waiting) {
    const found = await openClass(classId, now)
    if (found === null) continue
    const { title, on } = found
    for (const one of invitations)
      for (const accountId of answerers(one, found, today)) {
        const body = { kind: 'invitation' as const, invitation: one.id, unit: one.unitId, title, on }
        told.push({ accountId, subject: one.id, step: 'asked', body })
      }
  }
  return told
}
