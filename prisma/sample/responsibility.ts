import { findBearer } from '../../app/content/responsibility.server'
import { recordMingbaiNamed } from '../../app/data/duties/mingbai.server'
import { recordPlanAdopted } from '../../app/data/duties/plan-adoptions.server'
import { recordSlices } from '../../app/data/duties/slices.server'
import { recordTaskAssigned } from '../../app/data/duties/task-assignments.server'
import { recordTipSent } from '../../app/data/duties/tips.server'
import type { Tx } from '../../app/data/transact.server'
import { addDays, type Day, formatDay, laterOf } from '../../app/domain/shared/day'
import type { Cast } from './cast'
import type { Plan, PlannedPerson } from './plan'
import { yearBegin } from './switched-on'

/** Which departments of the plans are which units; the others are left open, on purpose. */
const answering = [
  { departmentId: 'hangzhou-education', placeId: 'qinghe', unit: '青禾县教育局' },
  { departmentId: 'hangzhou-fire', placeId: 'qinghe', unit: '青禾县消防救援大队' },
  { departmentId: 'hangzhou-control-rooms', placeId: 'qinghe', unit: '青禾县消防救援大队' },
  { departmentId: 'shuangyang-safety-office', placeId: 'donghu', unit: '东湖街道办事处' },
  { departmentId: 'shuangyang-members', placeId: 'donghu', unit: '东湖街道派出所' },
  { departmentId: 'shuangyang-members', placeId: 'donghu', unit: '东湖街道消防救援站' },
] as const

const plans = [
  { document: 'hangzhou-2015', placeId: 'qinghe' },
  { document: 'shuangyang-2024', placeId: 'donghu' },
] as const

/** Communities that name nobody, have no guide, or lost their full-time staff. */
const withoutMingbai = 5
const unguided = ['donghu-4', 'xiqiao-4', 'xiqiao-6']
const staffLeft = ['xiqiao-4', 'donghu-6']

type Sample = { tx: Tx; plan: Plan; at: Date; begin: Day; today: Day; by: string }

/** Nobody is told here that was not in post on the first day of what is given to him. */
const inPost = (person: PlannedPerson, { begin }: Sample) => person.from <= begin

async function loadPlans({ tx, plan, at, begin, by }: Sample) {
  for (const { document, placeId } of plans)
    await recordPlanAdopted(tx, { id: `sample-${document}`, document, placeId, from: begin, adoptedBy: by, createdAt: at })
  for (const [nth, { departmentId, placeId, unit }] of answering.entries()) {
    const unitId = plan.units.find(({ name }) => name === unit)?.id
    if (unitId === undefined || findBearer(departmentId) === null) throw new Error(`the sample has no ${unit} or ${departmentId}`)
    const given = { departmentId, placeId, unitId, postId: null, from: begin, assignedBy: by, createdAt: at }
    await recordTaskAssigned(tx, { id: `sample-task-${nth}`, ...given })
  }
}

async function loadMingbai(sample: Sample) {
  const { tx, plan, at, begin, today, by } = sample
  const kinds = ['community', 'department', 'key-unit']
  const wanted = plan.units.filter(({ traits }) => traits.some((trait) => kinds.includes(trait)))
  const positions = ['community-fire-staff', 'department-fire-staff', 'fire-manager']
  for (const [nth, unit] of wanted.entries()) {
    const person = plan.people.find((one) => one.unitId === unit.id && positions.includes(one.position) && one.from <= today)
    if (person === undefined || nth % withoutMingbai === withoutMingbai - 1) continue
    const from = laterOf(person.from, begin)
    const named = { unitId: unit.id, postId: person.postId, from, namedBy: by, createdAt: at }
    await recordMingbaiNamed(tx, { id: `sample-mingbai-${nth}`, ...named })
  }
}

async function loadSlices(sample: Sample, cast: Cast) {
  const { tx, plan, at, begin, today, by } = sample
  for (const street of ['donghu', 'xiqiao']) {
    const station = plan.units.find(({ placeId, traits }) => placeId === street && traits.includes('fire-station'))
    const members = plan.people
      .filter(({ unitId, position }) => unitId === station?.id && position === 'government-brigade')
      .filter((person) => inPost(person, sample) || cast.signIns.has(person.id))
      .sort((one, other) => Number(cast.signIns.has(other.id)) - Number(cast.signIns.has(one.id)))
    const villages = plan.places.filter(({ kind, parentId, id }) => kind === 'community' && parentId === street && !unguided.includes(id))
    for (const [nth, village] of villages.entries()) {
      const guide = members[Math.floor(nth / 2)]
      if (guide === undefined) continue
      const from = laterOf(guide.from, begin)
      const places = [{ id: `sample-slice-${village.id}`, placeId: village.id }]
      await recordSlices(tx, { places, postId: guide.postId, from, assignedBy: by, createdAt: at })
      if (nth % 3 !== 2) await tip(sample, `account-${guide.id}`, village.id, addDays(today, -4 - 9 * nth))
    }
  }
}

const tip = ({ tx, at }: Sample, sentBy: string, placeId: string, on: Day) =>
  recordTipSent(tx, {
    id: `sample-tip-${placeId}`,
    on,
    title: '电动自行车充电防火提示',
    text: '不进楼、不飞线、不过夜充电；楼道里停着的，请社区今天就劝离。',
    sentBy,
    createdAt: at,
    placeIds: [placeId],
  })

async function endStaff({ tx, plan, today }: Sample) {
  for (const placeId of staffLeft) {
    const unit = plan.units.find((one) => one.placeId === placeId && one.traits.includes('community'))
    const left = plan.people.find(
      (one) => one.unitId === unit?.id && one.position === 'community-fire-staff' && one.from <= addDays(today, -30),
    )
    if (left !== undefined) await tx.post.update({ where: { id: left.postId }, data: { to: formatDay(addDays(today, -12)) } })
  }
}

/** Who answers for what on the sample street, through the product's own writers; some gaps are left on purpose. */
export async function loadResponsibility(tx: Tx, plan: Plan, cast: Cast, today: Day, at: Date): Promise<void> {
  const administrator = cast.grants.find(({ role }) => role === 'administrator')
  if (administrator === undefined) throw new Error('the sample has no administrator')
  const sample: Sample = { tx, plan, at, begin: yearBegin(today), today, by: `account-${administrator.personId}` }
  await loadPlans(sample)
  await loadMingbai(sample)
  await loadSlices(sample, cast)
  await endStaff(sample)
}
