// A few entries of each register of training; one street has no training base yet, on purpose.
import { recordEntry, recordEntryRevision } from '../../app/data/classes/training-entries.server'
import type { Tx } from '../../app/data/transact.server'
import { entryBodies, type Register } from '../../app/domain/classes/registers'
import { addDays, type Day, formatDay } from '../../app/domain/shared/day'
import type { Cast } from './cast'

type Line = { id: string; register: Register; placeId: string; body: Record<string, string> }

const linesOf = (today: Day): Line[] => {
  const from = formatDay(addDays(today, -400))
  const year = formatDay(today).slice(0, 4)
  return [
    {
      ...{ id: 'sample-provider-1', register: 'provider', placeId: 'qinghe' },
      body: {
        ...{ name: '青禾安训职业培训学校', kind: 'school', teaches: '消控室值班员设备操作，新员工岗前培训' },
        ...{ contact: '青禾县城南路2号，前台电话', contract: '消防救援大队请它办过消控室值班员实操班', from },
      },
    },
    {
      ...{ id: 'sample-trainer-1', register: 'trainer', placeId: 'qinghe' },
      body: {
        ...{ name: '孟卫东', teaches: '党校班主讲：单位消防安全责任', office: '青禾县消防救援大队', provider: '' },
        ...{ qualifications: '从事消防监督十余年', contact: '大队办公室', from },
      },
    },
    {
      ...{ id: 'sample-trainer-2', register: 'trainer', placeId: 'donghu' },
      body: {
        ...{ name: '江海燕', teaches: '消控室报警处置实操', office: '外聘', provider: 'sample-provider-1' },
        ...{ qualifications: '消防设施操作员（三级／高级工）', contact: '学校前台', from },
      },
    },
    {
      ...{ id: 'sample-base-1', register: 'base', placeId: 'qinghe' },
      body: {
        ...{ name: '青禾县消防科普教育基地', kind: 'base', address: '青禾县消防救援大队东侧', offers: '烟道逃生、灭火器实操、火场物证' },
        ...{ open: '每周六 9:00—16:00，团体提前三天约', contact: '大队宣传窗口', from },
      },
    },
    {
      ...{ id: 'sample-base-2', register: 'base', placeId: 'donghu' },
      body: {
        ...{ name: '东湖街道消防救援站', kind: 'fire-station', address: '东湖街道环湖路', offers: '看车辆器材、穿战斗服、练水带连接' },
        ...{ open: '每月第一个周日上午，须预约', contact: '站内值班室', from },
      },
    },
    {
      ...{ id: 'sample-contest-1', register: 'contest', placeId: 'donghu' },
      body: {
        ...{ name: '东湖街道微型消防站技能比武', on: formatDay(addDays(today, -120)), kind: 'team', level: 'street' },
        ...{ organiser: '东湖街道办事处', results: '第一名，湖滨社区队，湖滨居民委员会\n第二名，古楼社区队，古楼居民委员会' },
      },
    },
    {
      ...{ id: 'sample-talent-1', register: 'talent', placeId: 'donghu' },
      body: {
        ...{ year, name: '贾红梅', unit: '湖滨居民委员会', field: '微型消防站带训' },
        why: '带出的队伍在街道比武中得第一名，能独立组织一期联训',
      },
    },
  ]
}

export async function loadRegisters(tx: Tx, cast: Cast, today: Day, now: Date): Promise<void> {
  const administrator = cast.grants.find(({ role }) => role === 'administrator')
  const by = `account-${administrator?.personId ?? ''}`
  for (const { id, register, placeId, body } of linesOf(today)) {
    await recordEntry(tx, { id, register, placeId, createdAt: now, createdBy: by })
    await recordEntryRevision(tx, { id: `${id}-1`, entryId: id, body: entryBodies[register].parse(body), at: now, by })
  }
}
