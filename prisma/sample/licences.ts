import { licenceTopic } from '../../app/content/licences.server'
import { licenceEvidenceKind } from '../../app/data/credentials/licence-acts.server'
import { recordLicence, recordLicenceCheck } from '../../app/data/credentials/licences.server'
import { recordEvidence } from '../../app/data/duties/evidence.server'
import type { Tx } from '../../app/data/transact.server'
import { addDays, type Day, formatDay, parseDay } from '../../app/domain/shared/day'
import { matchHash, seal } from '../../app/gateways/secrets.server'
import type { Cast } from './cast'
import type { Plan, PlannedPerson } from './plan'

/** What the sample shows of a licence. */
type Shown = 'checked' | 'unverified' | 'lapsing' | 'lastDays' | 'expired' | 'wrongLevel' | 'recheckDue'
type Card = {
  kind: string
  number: string
  item: string | null
  level: number | null
  direction: 'monitoring' | null
  issuer: string
  first: Day
  from: Day | null
  to: Day | null
  page: string
}

function someday(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(`not a day: ${text}`)
  return day
}

/** Days that are printed: how many are left of a licence that has a last day. */
const left: Record<Shown, number> = {
  checked: 700,
  unverified: 900,
  lapsing: 25,
  lastDays: 6,
  expired: -12,
  wrongLevel: 800,
  recheckDue: 400,
}

/** Where the ready accounts work everybody's licence answers: at the hotel one is due for another look, the welder's soon runs out. */
function shownFor({ phone, unitId }: PlannedPerson, nth: number, ready: ReadonlySet<string>): Shown {
  if (phone === '13800000008') return 'lapsing'
  if (ready.has(unitId)) return nth % 4 === 3 ? 'recheckDue' : 'checked'
  const turn: readonly Shown[] = [
    'checked',
    'checked',
    'unverified',
    'checked',
    'wrongLevel',
    'checked',
    'recheckDue',
    'lastDays',
    'checked',
    'expired',
  ]
  return turn[nth % turn.length] ?? 'checked'
}

function operatorCard(serial: number, shown: Shown): Card {
  const level = shown === 'wrongLevel' ? 5 : 4
  const place = { issuer: '福建省消防职业技能鉴定站', page: 'zscx.osta.org.cn' }
  const first = addDays(someday('2021-03-15'), serial * 9)
  return {
    kind: 'fire-facility-operator',
    number: `21350030034${String(serial).padStart(5, '0')}`,
    item: null,
    level,
    direction: 'monitoring',
    first,
    from: null,
    to: null,
    ...place,
  }
}

function specialCard(kind: 'hot-work-special' | 'electrician', serial: number, shown: Shown, today: Day): Card {
  const to = addDays(today, left[shown])
  const item = kind === 'electrician' ? '低压电工作业' : '熔化焊接与热切割作业'
  const number = `T3500001990010${String(serial).padStart(4, '0')}`
  return {
    kind,
    number,
    item,
    level: null,
    direction: null,
    issuer: '福建省应急管理厅',
    first: addDays(to, -2190),
    from: addDays(to, -1095),
    to,
    page: 'cx.mem.gov.cn',
  }
}

function cardOf(person: PlannedPerson, serial: number, shown: Shown, today: Day): Card | null {
  switch (person.position) {
    case 'control-room-operator':
      return operatorCard(serial, shown)
    case 'welder':
      return specialCard('hot-work-special', serial, shown, today)
    case 'electrician':
      return specialCard('electrician', serial, shown, today)
    default:
      return null
  }
}

const morning = (day: Day): Date => new Date(`${formatDay(day)}T01:00:00.000Z`)

/** Who looks: the unit's fire manager, or else somebody else who works there. */
function checkerOf(person: PlannedPerson, plan: Plan): string {
  const others = plan.people.filter(({ id, unitId }) => unitId === person.unitId && id !== person.id)
  const checker = others.find(({ position }) => position === 'fire-manager') ?? others[0]
  return checker ? `account-${checker.id}` : 'system'
}

/**
 * Licences of the sample's operators, welders and electricians: most checked on the official page, with their evidence; some not looked at
 * yet, running out, run out, of too low a level, or due for another look.
 */
export async function loadLicences(tx: Tx, plan: Plan, cast: Cast, today: Day): Promise<void> {
  const people = plan.people.filter(({ id, from }) => from <= today || cast.signIns.has(id))
  const ready = new Set(plan.people.filter(({ id }) => cast.signIns.has(id)).map(({ unitId }) => unitId))
  let serial = 0
  for (const person of people) {
    const shown = shownFor(person, serial, ready)
    const card = cardOf(person, serial + 1, shown, today)
    if (card === null) continue
    serial += 1
    const id = `${person.postId}-licence`
    const entered = shown === 'unverified' ? addDays(today, -2) : addDays(today, -200)
    await recordLicence(tx, {
      id,
      personId: person.id,
      kind: card.kind,
      level: card.level,
      direction: card.direction,
      item: card.item,
      numberSealed: seal(card.number),
      numberHash: matchHash(card.number),
      printedName: person.name,
      issuer: card.issuer,
      firstIssuedOn: formatDay(card.first),
      validFrom: card.from === null ? null : formatDay(card.from),
      validTo: card.to === null ? null : formatDay(card.to),
      reviewDue: null,
      photo: null,
      unitId: person.unitId,
      recordedAt: morning(entered),
      recordedBy: `account-${person.id}`,
    })
    if (shown !== 'unverified')
      await checked(tx, {
        id,
        person,
        card,
        on: addDays(entered, 1),
        by: checkerOf(person, plan),
        nextDue: addDays(today, shown === 'recheckDue' ? -3 : Math.min(120, left[shown])),
      })
  }
}

type Checked = { id: string; person: PlannedPerson; card: Card; on: Day; by: string; nextDue: Day }

async function checked(tx: Tx, { id, person, card, on, by, nextDue }: Checked): Promise<void> {
  const check = { at: morning(on), on: formatDay(on), by, how: 'page', page: card.page, result: 'matches', note: null, needsSecond: false }
  await recordLicenceCheck(tx, { ...check, id: `${id}-check`, licenceId: id, nextDue: formatDay(nextDue) })
  const topic = licenceTopic(card)
  if (topic === null) return
  await recordEvidence(tx, {
    id: `${id}-evidence`,
    kind: 'licence',
    topic,
    subjectKind: 'person',
    subjectId: person.id,
    unitId: person.unitId,
    position: null,
    on,
    passed: true,
    validThrough: card.to,
    sourceKind: licenceEvidenceKind,
    sourceId: `${id}-check`,
    recordedBy: by,
    recordedAt: morning(on),
  })
}
