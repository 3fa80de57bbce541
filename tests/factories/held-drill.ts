import { recordDrill, recordRevision } from '~/data/drills/drill-writers.server'
import { recordCall, recordEntries, recordList } from '~/data/rollcall/call-writers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { DrillBody } from '~/domain/drills/drill-body'
import type { Entry, Said } from '~/domain/rollcall/event'
import type { Expected } from '~/domain/rollcall/expected'
import { newId } from '~/gateways/secrets.server'
import { acting, type MadePerson, type MadeUnit, morning } from './unit-people'

export const actingPerson = (person: MadePerson, now: Date = morning): Acting & { actor: { personId: string } } => {
  const base = acting(person.accountId, now)
  return { ...base, actor: { ...base.actor, personId: person.personId } }
}

export const drillOf = (commander: MadePerson, more: Partial<DrillBody> = {}): DrillBody => ({
  zones: [{ name: '一楼', marshals: [] }],
  assembly: ['停车场'],
  commander: { id: commander.personId, name: '总指挥' },
  groups: { attack: [], contact: [], evacuation: [], care: [] },
  partners: '',
  volunteers: '',
  template: 'school',
  scenario: '',
  title: '三月演练',
  kind: 'evacuation',
  unannounced: false,
  target: '后厨',
  story: '后厨着火',
  on: '2026-03-10',
  startsAt: '09:00',
  place: '大楼',
  notice: '',
  ...more,
})

export const listed = (person: MadePerson, name: string): Expected => ({
  id: person.personId,
  kind: 'person',
  name,
  department: '客房部',
  zone: '一楼',
  count: null,
  help: '',
})

/** A planned drill of this unit, with its list; nothing has happened yet. */
export async function planned(unit: MadeUnit, commander: MadePerson, expected: readonly Expected[], more: Partial<DrillBody> = {}) {
  const [id, call] = [newId(), newId()]
  const by = commander.accountId
  await transact(async (tx) => {
    await recordDrill(tx, { id, unitId: unit.id, way: 'planned', createdAt: morning, createdBy: by })
    await recordRevision(tx, { id: newId(), drillId: id, body: drillOf(commander, more), at: morning, by })
    await recordCall(tx, { id: call, kind: 'drill', subjectId: id, unitId: unit.id, createdAt: morning, createdBy: by })
    const roles = { commanders: [commander.personId], marshals: [] }
    await recordList(tx, { id: newId(), callId: call, entries: expected, roles, at: morning, by })
  })
  let nth = 0
  let last = 0
  /** The commander's phone says this, so many seconds after the morning began. */
  const say = async (said: Said, seconds = last + 1, id = newId()): Promise<string> => {
    const at = morning.getTime() + seconds * 1000
    const entry: Entry = {
      id,
      device: 'phone-of-chief',
      nth,
      clock: at,
      offset: 0,
      heard: null,
      by: commander.personId,
      said,
      at,
      received: at,
    }
    nth += 1
    last = seconds
    await transact((tx) => recordEntries(tx, [{ callId: call, accountId: by, entry, received: new Date(at) }]))
    return id
  }
  const mark = (name: string, seconds?: number) => say({ kind: 'mark', mark: name, zone: '' }, seconds)
  const seen = (person: MadePerson) => say({ kind: 'seen', who: person.personId, way: 'tick', zone: '一楼' })
  return { id, say, mark, seen }
}
