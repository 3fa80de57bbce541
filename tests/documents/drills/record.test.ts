import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { a4, type Page } from '~/documents/drills/marks'
import { pagesOf } from '~/documents/drills/page-layout.server'
import type { PaperPart } from '~/documents/drills/paper-parts'
import { recordBook } from '~/documents/drills/record-book'
import { recordPaper } from '~/documents/drills/record-paper'
import type { RecordPrint } from '~/documents/drills/record-print'
import type { DrillRecord } from '~/domain/drills/record'
import { bytesFromWorker } from '~/gateways/workers.server'
import { cellsOf } from '../../factories/workbooks'
import { body, hasPoppler, pictureOf, textOf } from './drill-to-print'

beforeAll(() => void catalogue(), 60_000)

const people = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    id: `0192f0a1-secret-${nth}`,
    name: `员工${nth}`,
    department: '客房部',
    at: '2026-03-10T05:04:09.000Z',
    way: 'code',
  }))

const record = (more: Partial<DrillRecord> = {}): DrillRecord => ({
  version: 1,
  unit: '东湖大酒店',
  way: 'planned',
  enteredAt: '2026-03-01T02:00:00.000Z',
  enteredBy: '周建国',
  body,
  kindName: { zh: '全要素综合演练', en: 'Full-element drill' },
  on: '2026-03-10',
  begins: '2026-03-10T05:00:02.000Z',
  ends: '2026-03-10T05:21:40.000Z',
  departments: ['客房部', '保安部'],
  there: people(3),
  away: [{ id: '0192f0a1-secret-a', name: '请假的人', department: '餐饮部', why: 'leave' }],
  missing: [{ id: '0192f0a1-secret-m', name: '没点到的人', department: '客房部', lastZone: '高区客房' }],
  counted: [{ name: '住店客人', kind: 'visitors', expected: null, count: 17 }],
  walkIns: ['=HYPERLINK("http://x","送货的")'],
  doubts: { all: 2, counted: 1 },
  timeline: [
    { mark: 'alarm', zone: '', at: '2026-03-10T05:00:02.000Z', by: '周建国' },
    { mark: 'cleared', zone: '低区客房', at: '2026-03-10T05:03:09.000Z', by: '王伟' },
  ],
  told: [{ at: '2026-03-10T05:02:00.000Z', by: '王伟', zone: '低区客房', text: '+1 布草车挡了防火门', photo: null }],
  notices: [{ means: '大堂张贴告示', on: '2026-03-09', time: '10:00' }],
  signs: [{ where: '正门和后院门' }],
  sheets: [],
  evaluation: {
    evaluator: '李评',
    summary: '广播不清楚',
    questions: [{ id: 'q', phase: 'before', asks: { zh: '告知了吗？', en: 'Told?' }, answer: 'partly', note: '邻居没有' }],
  },
  findings: [
    {
      id: 'f',
      what: '防火门被顶住',
      owner: { id: '0192f0a1-secret-o', name: '赵强' },
      due: '2026-03-20',
      question: '',
      redrill: true,
      done: null,
    },
  ],
  planVersion: 2,
  revised: [{ version: 3, changed: '加一名广播员' }],
  report: { on: '2026-03-12', receiver: '应急管理局', means: '书面' },
  ...more,
})

const signed = [
  { version: 1, at: '2026-03-10T08:00:00.000Z', signer: '老板娘' },
  { version: 2, at: '2026-03-11T08:00:00.000Z', signer: '周建国' },
]
const print = (more: Partial<RecordPrint> = {}): RecordPrint => ({
  locale: 'zh',
  unit: '东湖大酒店',
  state: 'signed',
  record: record(),
  later: [],
  gaps: [],
  mustReport: true,
  version: 2,
  isNewest: true,
  signed,
  ...more,
})
const said = (pages: readonly Page[]): string =>
  pages
    .flat()
    .flatMap((mark) => (mark.kind === 'words' ? mark.lines.map(({ text }) => text) : []))
    .join('')
    .replace(/\s/g, '')
const saidBy = (more: Partial<RecordPrint> = {}) => said(pagesOf(recordPaper(print(more))))

describe('the record an inspector asks for', () => {
  it('says time, place, content, departments, people, notice, sign, evaluation, findings, revision and report', () => {
    const all = saidBy()
    for (const words of [
      '2026年3月10日13:00–13:21',
      '东湖大酒店主楼',
      '下午一点，退房的走了',
      '客房部、保安部',
      '员工2',
      '请假的人',
      '没点到的人',
    ])
      expect(all).toContain(words)
    for (const words of [
      '61号令第四十三条',
      '大堂张贴告示',
      '正门和后院门',
      '广播不清楚',
      '防火门被顶住（要再练一次）',
      '改成第3版：加一名广播员',
    ])
      expect(all).toContain(words)
    expect(all).toContain('2026年3月12日报送应急管理局，书面')
    expect(all).toContain('13:03:093:07清空·低区客房王伟')
    expect(all).toContain('周建国于2026年3月11日16:00签字归档（第2次签字）')
    expect(all).not.toContain('未签收')
    expect(all).not.toContain('secret')
  })

  it('is marked where it is not signed, was corrected since, or is open again', () => {
    expect(saidBy({ signed: [], version: null, state: 'held' })).toContain('未签收')
    expect(saidBy({ version: 1, isNewest: false })).toContain('已更正：这是第1次签字的一份，以第2次签字的为准')
    expect(saidBy({ version: null, state: 'open-again' })).toContain('更正中')
    expect(saidBy({ version: 2, isNewest: false, state: 'open-again' })).toContain('更正中：第2次签字')
  })

  it('says who entered it after the fact and when, what came after the signature, and what is not recorded', () => {
    const late = saidBy({
      record: record({ way: 'paper', report: null, notices: [] }),
      later: ['evaluation'],
      gaps: ['notice', 'sheet', 'report'],
    })
    expect(late).toContain('事后补录：周建国于2026年3月1日10:00补录')
    expect(late).toContain('总结评估（高层：部令5号第四十四条）（签字以后补记）')
    expect(late).toContain('没有记的：事先怎么告知的、签到表的照片、什么时候报送、报给谁。')
    expect(saidBy()).not.toContain('补录')
  })

  it('lists a thousand people without losing one or running off the page', () => {
    const pages = pagesOf(recordPaper(print({ record: record({ there: people(1000) }) })))
    const all = said(pages)
    for (let nth = 0; nth < 1000; nth += 37) expect(all).toContain(`员工${nth}客房部`)
    for (const mark of pages.flat()) if (mark.kind === 'words') for (const { y } of mark.lines) expect(y).toBeLessThan(a4.height - 20)
    expect(all).toContain(`第${pages.length}页，共${pages.length}页`)
  })

  it('as .xlsx holds facts, people, timeline, evaluation and findings as text, and no ids', async () => {
    const parts: PaperPart[] = [
      { kind: 'pack', zipped: false },
      { kind: 'book', name: '', sheets: recordBook(print()) },
    ]
    const book = await cellsOf(Buffer.from(await new Response(bytesFromWorker('papers', parts)).arrayBuffer()))
    expect([...book.keys()]).toEqual(['概况', '人员', '只记人数的', '经过', '总结评估', '整改'])
    expect(book.get('人员')?.flat()).toContain('=HYPERLINK("http://x","送货的")')
    expect(book.get('经过')?.flat()).toContain('+1 布草车挡了防火门 · 低区客房')
    expect(JSON.stringify([...book])).not.toContain('secret')
    expect(book.get('人员')?.slice(0, 2)).toEqual([
      ['姓名', '岗位', '情况', '方式或原因', '时间'],
      ['员工0', '客房部', '到', '扫码', '13:04:09'],
    ])
  })

  it.skipIf(!hasPoppler)('comes from the worker as a file that reads back', async () => {
    const parts: PaperPart[] = [
      { kind: 'pack', zipped: false },
      { kind: 'paper', name: '', paper: recordPaper(print({ record: record({ way: 'paper' }), gaps: ['sheet'] })) },
    ]
    const pdf = Buffer.from(await new Response(bytesFromWorker('papers', parts)).arrayBuffer())
    expect(textOf(pdf).join('')).toContain('东湖大酒店 消防演练记录')
    expect(pictureOf(pdf, 1, 'record').length).toBeGreaterThan(10_000)
  })
})
