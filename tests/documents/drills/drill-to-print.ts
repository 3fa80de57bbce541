import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { drillRules, getDrillKind, getDrillTemplate } from '~/content/drills.server'
import type { PlanPrint } from '~/documents/drills/plan-paper'
import type { CardPrint } from '~/documents/drills/role-cards'
import type { DrillBody } from '~/domain/drills/drill-body'
import type { Expected } from '~/domain/rollcall/expected'

const person = (nth: number, name: string) => ({ id: `person-${nth}`, name })

export const body: DrillBody = {
  zones: [
    { name: '大堂、前台', marshals: [person(1, '林小满')] },
    { name: '低区客房', marshals: [person(2, '欧阳秀英'), person(3, '王伟')] },
    { name: '高区客房', marshals: [person(2, '欧阳秀英')] },
    { name: '餐厅、后厨', marshals: [] },
  ],
  assembly: ['门前落客区对面的人行道', '后院停车场最里面'],
  commander: person(9, '周建国'),
  groups: {
    attack: [person(4, '赵强'), person(5, '孙丽')],
    contact: [person(1, '林小满')],
    evacuation: [person(2, '欧阳秀英'), person(3, '王伟')],
    care: [],
  },
  partners: '东湖消防救援站、湖滨社区',
  volunteers: '湖滨社区志愿者6人',
  template: 'hotel',
  scenario: 'checkout-hour',
  title: '退房后，八楼客房起火',
  kind: 'full',
  unannounced: false,
  target: '八层一间空客房',
  story: '下午一点，退房的走了，新客没到。八楼一间房的充电宝在床上着了。走廊里有布草车，两间房里有人（员工扮）。',
  on: '2026-03-10',
  startsAt: '13:00',
  place: '东湖大酒店主楼',
  notice: '东湖大酒店将于2026年3月10日13:00在主楼举行消防演练。听到警报和广播，请跟着工作人员从最近的楼梯步行离开。',
}

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平']

/** So many people of four zones, a few of whom need help, a class and guests. */
export const expectedOf = (count: number): Expected[] => [
  ...Array.from({ length: count }, (_, nth): Expected => {
    const name = `${surnames[nth % 20] ?? ''}${given[Math.floor(nth / 20) % 20] ?? ''}${given[Math.floor(nth / 400) % 20] ?? ''}`
    const zone = body.zones[nth % 5]?.name ?? ''
    const help = nth % 17 === 3 ? '拄拐，要人扶' : ''
    return { id: `person-${nth}`, kind: 'person', name, department: '客房部、疏散引导员', zone, count: null, help }
  }),
  { id: 'class-1', kind: 'class', name: '三年级二班', department: '', zone: '', count: 42, help: '' },
  { id: 'guests', kind: 'visitors', name: '住店客人（按房卡数）', department: '', zone: '', count: null, help: '' },
]

const zh = (texts: readonly { zh: string }[]): string[] => texts.map((one) => one.zh)
const does = () => {
  const { groups } = getDrillTemplate('hotel')
  return {
    attack: zh(groups.attack.does),
    contact: zh(groups.contact.does),
    evacuation: zh(groups.evacuation.does),
    care: zh(groups.care.does),
  }
}

export const planOf = (more: Partial<PlanPrint> = {}): PlanPrint => {
  const template = getDrillTemplate('hotel')
  const kind = getDrillKind('full')
  return {
    locale: 'zh',
    unit: '东湖大酒店',
    body,
    kind: kind.title.zh,
    marks: kind.marks,
    minutes: drillRules().minutes.map(({ minute, says }) => ({ minute, says: says.zh })),
    does: does(),
    injects: zh(template.scenarios[0]?.injects ?? []),
    moving: template.moving.map(({ says }) => says.zh),
    never: zh(template.never),
    sign: drillRules().sign.zh,
    expected: expectedOf(35),
    ...more,
  }
}

export const board = 'https://xiaofang.yunxi.gov.cn/drills/0192f0a1-7c3e-7a55-9b1c-2f6d3e8a4b10/board'
export const mine = 'https://xiaofang.yunxi.gov.cn/me/drills'

export const cardsOf = (): CardPrint => ({
  locale: 'zh',
  unit: '东湖大酒店',
  body,
  does: does(),
  posts: getDrillTemplate('hotel').cards.map(({ id, title, does: steps }) => ({ id, title: title.zh, does: zh(steps) })),
  board,
  mine,
})

export const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined && spawnSync('pdftotext', ['-v']).error === undefined
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-papers-'))

function kept(pdf: Buffer, name: string): string {
  const file = path.join(process.env.KEEP_PICTURES ?? folder, `${name}.pdf`)
  fs.writeFileSync(file, pdf)
  return file
}

/** What each page says, by its embedded type. */
export const textOf = (pdf: Buffer): string[] =>
  execFileSync('pdftotext', ['-layout', kept(pdf, 'text'), '-'], { maxBuffer: 50_000_000 })
    .toString()
    .split('\f')
    .slice(0, -1)

/** One page as a picture. */
export function pictureOf(pdf: Buffer, page: number, name: string): Buffer {
  const file = kept(pdf, name)
  const out = file.replace(/\.pdf$/, `-${page}`)
  execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', '-f', String(page), '-l', String(page), file, out])
  return fs.readFileSync(`${out}.png`)
}
