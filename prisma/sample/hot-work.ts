import { recordPermit, recordPermitStep } from '../../app/data/hotwork/permit-writers.server'
import type { Tx } from '../../app/data/transact.server'
import { type Day, formatDay } from '../../app/domain/shared/day'
import type { Plan, PlannedPerson } from './plan'

/** The welder of the ready sign-ins; the permits are his factory's. */
const welderPhone = '13800000008'
const minutes = (instant: Date, count: number): Date => new Date(instant.getTime() + count * 60_000)

type Crew = { welder: PlannedPerson; guard: PlannedPerson; chief: PlannedPerson; manager: PlannedPerson; asker: PlannedPerson }

function crewOf(plan: Plan): Crew | null {
  const welder = plan.people.find(({ phone }) => phone === welderPhone)
  const at = (position: string) =>
    plan.people.find((one) => one.unitId === welder?.unitId && one.position === position && one.passed !== null)
  const [guard, chief] = [at('hot-work-guard'), at('responsible-person')]
  const manager = at('fire-manager') ?? at('hot-work-approver')
  const asker = at('employee') ?? manager
  return welder && guard && chief && manager && asker ? { welder, guard, chief, manager, asker } : null
}

/** The last day printed on the welder's licence. */
async function printedEnd(tx: Tx, { welder }: Crew): Promise<string | null> {
  return (await tx.licence.findFirst({ where: { personId: welder.id }, select: { validTo: true } }))?.validTo ?? null
}

type Planned = { id: string; place: string; work: string; from: Date; until: Date; asked: Date }

async function ask(tx: Tx, { welder, guard, asker }: Crew, { asked, ...planned }: Planned, today: Day): Promise<string> {
  const permit = {
    ...planned,
    unitId: welder.unitId,
    kind: 'hot-work-general',
    level: 'first',
    opens: null,
    closes: null,
    isOpen: false,
    isHidden: false,
    hasGas: false,
    machine: 'HJ-07',
    guardPostId: guard.postId,
    guardPersonId: guard.id,
    guardName: guard.name,
    measures: ['cleared', 'separated', 'extinguishers', 'systems'],
    looks: [30, 60],
    applicantId: asker.id,
    applicantName: asker.name,
    requestedBy: `account-${asker.id}`,
    requestedAt: asked,
  }
  const worker = { id: `${planned.id}-worker`, way: 'post', name: welder.name, postId: welder.postId, personId: welder.id }
  await recordPermit(tx, permit, [worker], formatDay(today).slice(0, 4))
  return worker.id
}

type Step = { kind: string; at: Date; who: PlannedPerson; workerId?: string; detail?: Record<string, unknown> }

async function write(tx: Tx, permitId: string, steps: readonly Step[]): Promise<void> {
  const once: Record<string, string> = {
    approved: 'decision',
    'guard-present': 'guard',
    'notice-posted': 'notice',
    started: 'start',
    ended: 'end',
  }
  for (const [nth, { kind, at, who, workerId, detail = {} }] of steps.entries())
    await recordPermitStep(tx, {
      id: `${permitId}-${nth}`,
      permitId,
      kind,
      at,
      by: `account-${who.id}`,
      personId: who.id,
      name: who.name,
      position: who.position,
      workerId: workerId ?? null,
      good: true,
      once: once[kind] ?? null,
      detail,
    })
}

/** Everything up to the end of the work: two hours of it, ended at `end`. */
function worked({ welder, guard, chief, manager }: Crew, workerId: string, end: Date, validTo: string | null): Step[] {
  const licence = { kind: 'hot-work-special', validTo, reviewDue: null, state: 'valid' }
  return [
    { kind: 'approved', at: minutes(end, -180), who: chief, detail: { delegated: false } },
    { kind: 'worker-checked', at: minutes(end, -140), who: manager, workerId, detail: { same: true, fit: true, licences: [licence] } },
    { kind: 'guard-present', at: minutes(end, -135), who: guard, detail: { measures: ['cleared', 'separated', 'extinguishers'] } },
    {
      kind: 'notice-posted',
      at: minutes(end, -130),
      who: guard,
      detail: { places: ['entrance', 'site'], means: ['paper'], text: '车间大门' },
    },
    { kind: 'started', at: minutes(end, -120), who: welder },
    { kind: 'ended', at: end, who: guard },
  ]
}

/** A factory's register: one permit closed yesterday, one whose fire is out and watched, one that waits for approval. */
export async function loadHotWork(tx: Tx, plan: Plan, today: Day, now: Date): Promise<void> {
  const crew = crewOf(plan)
  if (crew === null) return
  const printed = await printedEnd(tx, crew)
  if (printed === null) return
  const half = 30 * 60_000
  const whole = new Date(Math.floor(now.getTime() / half) * half)
  const yesterday = minutes(whole, -24 * 60)
  const closed = {
    id: 'sample-hot-work-1',
    place: '二车间东头，除尘管道穿墙处',
    work: '电焊管道支架，四个点',
    from: minutes(yesterday, -150),
    until: yesterday,
  }
  const first = await ask(tx, crew, { ...closed, asked: minutes(yesterday, -240) }, today)
  const end = minutes(yesterday, -20)
  const looked = [30, 60].map((after) => ({ kind: 'looked', at: minutes(end, after), who: crew.guard }))
  await write(tx, closed.id, [...worked(crew, first, end, printed), ...looked])
  const watched = {
    id: 'sample-hot-work-2',
    place: '一车间北墙，2号风机基座',
    work: '气割旧螺栓，焊新底板',
    from: minutes(whole, -180),
    until: minutes(whole, 60),
  }
  const second = await ask(tx, crew, { ...watched, asked: minutes(whole, -300) }, today)
  const out = minutes(now, -40)
  await write(tx, watched.id, [...worked(crew, second, out, printed), { kind: 'looked', at: minutes(out, 30), who: crew.guard }])
  const next = {
    id: 'sample-hot-work-3',
    place: '三车间屋面，冷却塔水管',
    work: '电焊法兰，两道',
    from: minutes(whole, 180),
    until: minutes(whole, 300),
  }
  await ask(tx, crew, { ...next, asked: minutes(now, -15) }, today)
}
