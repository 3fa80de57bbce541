// Practical assessments at the sample hotel: one passed by two observers, one failed, one that waits for its second observer.
import { catalogue } from '../../app/content/catalogue.server'
import { findGrants } from '../../app/data/accounts/grants.server'
import { db } from '../../app/data/db.server'
import type { Marked } from '../../app/domain/practicals/sheet'
import { civilDay } from '../../app/domain/shared/civil-day'
import type { Day } from '../../app/domain/shared/day'
import { newId } from '../../app/gateways/secrets.server'
import { handInSheet } from '../../app/usecases/practicals/hand-in-sheet.server'
import { setUpAssessment } from '../../app/usecases/practicals/set-up-assessment.server'

const managerPhone = '13800000004'
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

const marksOf = (checklist: string, missed: string | null, at: Date): Marked[] =>
  (catalogue().practicals.get(checklist)?.steps ?? []).map(({ id }) => ({
    step: id,
    mark: id === missed ? 'missed' : 'done',
    at,
    note: '',
  }))

type Somebody = { accountId: string; personId: string }
/** today: the sample's grants begin with it; what happened before is only dated before. */
type Story = { unitId: string; manager: Somebody; second: Somebody; today: Day }

async function assess(
  { unitId, manager, second, today }: Story,
  personId: string,
  missed: string | null,
  isOpen: boolean,
  at: Date,
): Promise<void> {
  const acting = { now: at, today, actor: { accountId: manager.accountId, grants: findGrants(manager.accountId) } }
  const wish = { unitId, personId, checklist: 'panel', observers: [manager.personId, second.personId] }
  const made = await setUpAssessment(acting, wish)
  if (made.kind !== 'set-up') return
  for (const observer of isOpen ? [manager] : [manager, second])
    await handInSheet(
      observer,
      {
        assessmentId: made.id,
        sheetId: newId(at),
        observer: observer.personId,
        round: 1,
        marks: marksOf('panel', missed, at),
        startedAt: at,
        finishedAt: at,
        way: 'phone',
      },
      at,
    )
}

/** Call it after the street, its people and their grants are there. Does nothing where the sample hotel is not. */
export async function loadPracticals(now: Date): Promise<void> {
  const account = await db().account.findUnique({ where: { phone: managerPhone }, include: { grants: true } })
  const unitId = account?.grants.find(({ role }) => role === 'manager')?.unitId
  if (account === null || !unitId) return
  const second = await db().post.findFirst({
    where: { unitId, position: 'responsible-person', to: null },
    include: { person: { include: { account: true } } },
  })
  const secondAccount = second?.person.account
  if (!second || !secondAccount || second.personId === account.personId) return
  const operators = await db().post.findMany({
    where: { unitId, position: 'control-room-operator', to: null },
    orderBy: { id: 'asc' },
    take: 3,
  })
  const story: Story = {
    unitId,
    manager: { accountId: account.id, personId: account.personId },
    second: { accountId: secondAccount.id, personId: second.personId },
    today: civilDay(now),
  }
  const [passed, failed, open] = operators
  if (passed) await assess(story, passed.personId, null, false, daysBefore(now, 40))
  if (failed) await assess(story, failed.personId, 'automatic', false, daysBefore(now, 12))
  if (open) await assess(story, open.personId, null, true, daysBefore(now, 1))
}
