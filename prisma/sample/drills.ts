// One drill of the sample hotel that is planned for the day after tomorrow, with everybody in it who could be.
import { getDrillTemplate } from '../../app/content/drills.server'
import { findGrants } from '../../app/data/accounts/grants.server'
import { db } from '../../app/data/db.server'
import { rosterOf } from '../../app/data/drills/roster.server'
import { drillForm } from '../../app/domain/drills/drill-form'
import { proposePeople } from '../../app/domain/drills/propose-people'
import { writtenNames } from '../../app/domain/drills/read-names'
import { civilDay } from '../../app/domain/shared/civil-day'
import { addDays, formatDay } from '../../app/domain/shared/day'
import { planDrill } from '../../app/usecases/drills/plan-drill.server'
import { labelledRoster } from '../../app/usecases/drills/unit-roster.server'

const managerPhone = '13800000004'

export async function loadDrills(now: Date): Promise<void> {
  const manager = await db().account.findUnique({ where: { phone: managerPhone }, select: { id: true, grants: true } })
  const unitId = manager?.grants.find(({ role }) => role === 'manager')?.unitId
  const unit = unitId ? await db().unit.findUnique({ where: { id: unitId }, select: { id: true, name: true } }) : null
  if (!manager || !unit) return
  const today = civilDay(now)
  const { zones, groups, assembly, scenarios } = getDrillTemplate('hotel')
  const [people, roster] = [rosterOf(unit, today), labelledRoster(unit, today)]
  const asked = {
    attack: groups.attack.positions,
    contact: groups.contact.positions,
    evacuation: groups.evacuation.positions,
    care: groups.care.positions,
  }
  const { commander, marshals, groups: proposed } = proposePeople(people, asked, zones.length)
  const [scenario] = scenarios
  if (commander === null || scenario === undefined) return
  const form = drillForm.parse({
    template: 'hotel',
    scenario: scenario.id,
    title: scenario.title.zh,
    kind: scenario.kind,
    target: scenario.target.zh,
    story: scenario.story.zh,
    on: formatDay(addDays(today, 2)),
    startsAt: '10:00',
    place: unit.name,
    commander: writtenNames([commander], roster),
    assembly: assembly.map(({ zh }) => zh).join('\n'),
    attack: writtenNames(proposed.attack, roster),
    contact: writtenNames(proposed.contact, roster),
    evacuation: writtenNames(proposed.evacuation, roster),
    care: writtenNames(proposed.care, roster),
  })
  const rows = Object.fromEntries(
    zones.flatMap(({ title }, nth) => [
      [`zone${nth}`, title.zh],
      [`marshals${nth}`, writtenNames(marshals[nth] ?? [], roster)],
    ]),
  )
  const acting = { now, today, actor: { accountId: manager.id, grants: findGrants(manager.id) } }
  const planned = await planDrill(acting, { unitId: unit.id, form, rows })
  if (planned.kind === 'refused') throw new Error(`the sample's drill: ${planned.reason}`)
}
