import type { Role } from '../../app/domain/accounts/grants'
import { addDays } from '../../app/domain/shared/day'
import type { Plan, PlannedPerson } from './plan'
import { leaveDue } from './refresher-due'

/** One password for every ready account of the sample; sample mode listens on loopback only. */
export const samplePassword = 'mingbai-sample'

export type SignIn = { personId: string; phone: string; zh: string; en: string }
export type Cast = {
  signIns: Map<string, SignIn>
  grants: { personId: string; role: Role; placeId: string | null; unitId: string | null; sectors: string }[]
}

type Wanted = {
  zh: string
  en: string
  phone: string
  fits: (person: PlannedPerson, unitName: string) => boolean
  role?: Role
  placeId?: string
  sectors?: string
}

const wanted: Wanted[] = [
  {
    zh: '县级管理员',
    en: 'County administrator',
    phone: '13800000001',
    role: 'administrator',
    fits: (person, unit) => unit.includes('大队') && person.position === 'department-fire-staff',
  },
  {
    zh: '东湖街道监督员',
    en: 'Street supervisor (Donghu)',
    phone: '13800000002',
    role: 'supervisor',
    placeId: 'donghu',
    sectors: '*',
    fits: (person, unit) => unit === '东湖街道办事处' && person.position === 'street-fire-staff',
  },
  {
    zh: '教育局监督员（只看教育系统）',
    en: 'Education supervisor (education units only)',
    phone: '13800000003',
    role: 'supervisor',
    placeId: 'qinghe',
    sectors: '["education"]',
    fits: (_person, unit) => unit.includes('教育局'),
  },
  {
    zh: '酒店消防安全管理人',
    en: 'Unit manager (a hotel)',
    phone: '13800000004',
    role: 'manager',
    fits: (person, unit) => unit.includes('大酒店') && person.position === 'fire-manager',
  },
  {
    zh: '新员工，还不能上岗',
    en: 'New employee, not cleared yet',
    phone: '13800000005',
    fits: (person, unit) => unit.includes('大酒店') && person.position === 'employee',
  },
  {
    zh: '老员工，可以上岗',
    en: 'Employee, cleared',
    phone: '13800000006',
    fits: (person, unit) => unit.includes('大酒店') && person.position === 'employee' && person.passed !== null,
  },
  {
    zh: '消控室值班员',
    en: 'Control-room operator',
    phone: '13800000007',
    fits: (person) => person.position === 'control-room-operator' && person.passed !== null,
  },
  { zh: '电焊工', en: 'Welder', phone: '13800000008', fits: (person) => person.position === 'welder' && person.passed !== null },
  { zh: '网格员', en: 'Grid worker', phone: '13800000009', fits: (person) => person.position === 'grid-worker' && person.passed !== null },
  {
    zh: '消防安全责任人',
    en: 'Responsible person',
    phone: '13800000010',
    fits: (person) => person.position === 'responsible-person' && person.passed !== null,
  },
  {
    zh: '消防站队员，包干两个社区',
    en: 'Fire station member, guides two communities',
    phone: '13800000011',
    fits: (person, unit) => unit === '东湖街道消防救援站' && person.position === 'government-brigade' && person.passed !== null,
  },
  {
    zh: '湖滨社区工作者（海报）',
    en: 'Community worker (posters)',
    phone: '13800000012',
    role: 'supervisor',
    placeId: 'donghu-1',
    sectors: '*',
    fits: (person, unit) => unit === '湖滨居民委员会' && person.position === 'community-fire-staff',
  },
]

/** Who can sign in at once: printed at start and in README. */
export const signInList = wanted.map(({ phone, zh, en }) => ({ phone, zh, en }))

/** Picks who plays the ready accounts and gives them their phones; the new employee is made new. */
export function castOf(plan: Plan): Cast {
  const signIns = new Map<string, SignIn>()
  const grants: Cast['grants'] = []
  const unitNames = new Map(plan.units.map((unit) => [unit.id, unit.name]))
  for (const role of wanted) {
    const person = plan.people.find(
      (candidate) => !signIns.has(candidate.id) && role.fits(candidate, unitNames.get(candidate.unitId) ?? ''),
    )
    if (!person) throw new Error(`the sample street has nobody for ${role.en}`)
    person.phone = role.phone
    if (role.phone === '13800000005') {
      person.passed = null
      person.halves = []
      person.from = plan.tomorrow
    }
    leaveDue(person, addDays(plan.tomorrow, -1))
    signIns.set(person.id, { personId: person.id, phone: role.phone, zh: role.zh, en: role.en })
    if (role.role)
      grants.push({
        personId: person.id,
        role: role.role,
        placeId: role.placeId ?? null,
        unitId: role.role === 'manager' ? person.unitId : null,
        sectors: role.sectors ?? '*',
      })
  }
  return { signIns, grants }
}
