import { recordDrill, recordRevision, recordStep } from '~/data/drills/drill-writers.server'
import { recordCall, recordEntries, recordList } from '~/data/rollcall/call-writers.server'
import { findStation } from '~/data/rollcall/stations.server'
import { transact } from '~/data/transact.server'
import type { DrillBody } from '~/domain/drills/drill-body'
import type { StepKind } from '~/domain/drills/drill-state'
import type { Said } from '~/domain/rollcall/event'
import type { Expected } from '~/domain/rollcall/expected'
import { codeAt } from '~/domain/rollcall/rotating-code'
import { newId } from '~/gateways/secrets.server'
import { rotatingMac } from '~/usecases/rollcall/rotating-mac.server'
import type { MadePerson, MadeUnit } from './unit-people'

export type MadeDrill = { id: string; callId: string }
type Cast = { chief: MadePerson; marshals: Record<string, MadePerson>; expected: readonly MadePerson[]; more?: Partial<DrillBody> }

const named = ({ personId }: MadePerson, name: string) => ({ id: personId, name })

/** A drill with its roll call: a commander, one marshal for each zone, and who is expected. */
export async function makeDrill(unit: MadeUnit, cast: Cast, at: Date): Promise<MadeDrill> {
  const drill = { id: newId(at), callId: newId(at) }
  const by = cast.chief.accountId
  const body: DrillBody = {
    template: 'hotel',
    scenario: 'kitchen',
    title: '夜间疏散演练',
    kind: 'evacuation',
    unannounced: false,
    target: '三层',
    story: '',
    on: '2026-03-10',
    startsAt: '10:00',
    place: '东门广场',
    notice: '',
    zones: Object.entries(cast.marshals).map(([name, marshal]) => ({ name, marshals: [named(marshal, name)] })),
    assembly: ['东门广场'],
    commander: named(cast.chief, '指挥员'),
    groups: { attack: [], contact: [], evacuation: [], care: [] },
    partners: '',
    volunteers: '',
    ...cast.more,
  }
  const entries = cast.expected.map(
    ({ personId, staffNumber }): Expected => ({
      id: personId,
      kind: 'person',
      name: staffNumber,
      department: '',
      zone: '',
      count: null,
      help: '',
    }),
  )
  const roles = { commanders: [cast.chief.personId], marshals: Object.values(cast.marshals).map(({ personId }) => personId) }
  await transact(async (tx) => {
    await recordDrill(tx, { id: drill.id, unitId: unit.id, way: 'planned', createdAt: at, createdBy: by })
    await recordRevision(tx, { id: newId(at), drillId: drill.id, body, at, by })
    await recordCall(tx, { id: drill.callId, kind: 'drill', subjectId: drill.id, unitId: unit.id, createdAt: at, createdBy: by })
    await recordList(tx, { id: newId(at), callId: drill.callId, entries, roles, at, by })
  })
  return drill
}

/** What the screen of a station shows at an instant. */
export function shownAt(code: string, at: Date): string {
  const station = findStation(code)
  if (station === null) throw new Error(`no station ${code}`)
  return codeAt(rotatingMac, station, at.getTime())
}

export const stepTo = (drill: MadeDrill, kind: StepKind, by: MadePerson, at: Date): Promise<void> =>
  transact((tx) => recordStep(tx, { id: newId(at), drillId: drill.id, kind, at, by: by.accountId, personId: by.personId }))

let made = 0

/** An entry as a phone at the drill has sent it. */
export async function enter(drill: MadeDrill, by: MadePerson, said: Said, at: Date): Promise<string> {
  made += 1
  const id = newId(at)
  const instant = at.getTime()
  const times = { clock: instant, at: instant, received: instant, heard: null, offset: 0 }
  const entry = { id, device: `phone-${by.staffNumber}`, nth: made, by: by.personId, said, ...times }
  await transact((tx) => recordEntries(tx, [{ callId: drill.callId, accountId: by.accountId, entry, received: at }]))
  return id
}
