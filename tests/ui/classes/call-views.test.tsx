import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { translator } from '~/i18n/translator'
import { CloseView } from '~/ui/classes/close-view'
import { DoorView } from '~/ui/classes/door-view'
import type { PartPage } from '~/ui/classes/part-board'
import { PartBoardView } from '~/ui/classes/part-board-view'
import type { RecordRow } from '~/ui/classes/record'
import { ClassRecordView } from '~/ui/classes/record-view'
import { SheetView } from '~/ui/classes/sheet-view'
import { ArrivalView } from '~/ui/rollcall/arrival-view'

const offline = { script: '', owner: '' }
const part = { key: 'morning', name: '上午', kind: 'lesson' as const, on: '2026-03-10', from: '09:00', to: '11:30' }
const test = { ...part, key: 'test', name: '测试', kind: 'test' as const }
const counts = { people: 2, units: 1, complete: 1, deputies: 1 }
const row = (id: string, state: 'present' | 'late' | 'unclear'): RecordRow => ({
  ...{ id, name: '王院长', unit: '河西医院', room: '主课堂', asDeputy: true, whole: false },
  parts: [
    { state, from: '2026-03-10T01:00:00.000Z', to: '2026-03-10T02:00:00.000Z', isWritten: false },
    { state: 'present', from: null, to: null, isWritten: true },
  ],
})
const rows = [row('a', 'present'), row('b', 'late'), row('c', 'unclear')]
const where = { unit: '临河县', title: '第一期', place: '主课堂' }
const facts: PartPage['facts'] = {
  ...{
    of: 'class',
    drill: 'class.morning',
    entries: '',
    me: 'wang',
    isCommander: true,
    isOpen: true,
    assembly: [],
    listed: 0,
    now: 0,
    seq: 0,
  },
  ...{
    roles: { commanders: ['wang'], marshals: [] },
    names: {},
    zones: ['主课堂'],
    myZones: [],
    epoch: '',
    known: [],
    lock: '',
    carry: '',
  },
  ...{
    cards: {},
    codes: '',
    station: '',
    expected: [{ id: 'li', kind: 'person', name: '李', department: '', zone: '', count: null, help: '' }],
  },
}
const board: PartPage = {
  ...{ classId: 'class', key: 'morning', title: '第一期', part, parts: [test], rooms: ['主课堂'], isOpen: true, facts, script: '' },
}
const close = {
  classId: 'class',
  title: '第一期',
  late: 10,
  isAgain: true,
  parts: [part, test],
  counts,
  guests: ['张三'],
  openPapers: [{ key: 'test', name: '测试', count: 2 }],
  rows,
}
const sheet = {
  ...{ classId: 'class', title: '第一期', leads: true, isOpen: true, part, room: { id: 'main', name: '主课堂' }, parts: [], rooms: [] },
  ...{ states: ['present' as const, 'late' as const, 'early' as const, 'absent' as const, 'roll' as const] },
  people: [{ id: 'li', name: '李', units: '河西诊所', asDeputy: true, state: 'unclear' as const, says: 'roll' as const }],
}
const record = {
  ...{
    classId: 'class',
    title: '第一期',
    leads: true,
    isOver: true,
    closing: { version: 1, at: '2026-03-10T10:00:00.000Z', signer: '教务长' },
  },
  ...{ reopened: '写错了', parts: [part, test], rooms: [{ name: '主课堂', place: '二楼' }], counts, rows },
  evidence: [{ id: 'e', kind: 'unit' as const, name: '河西医院', unit: '河西医院', on: '2026-03-10' }],
}
const door = {
  classId: 'class',
  part,
  units: [{ value: 'u', label: '河西医院' }],
  people: [],
  rooms: [],
  unit: { id: 'u', name: '河西医院' },
}

const pages: [string, ReactElement][] = [
  ['the board', <PartBoardView key="1" page={board} offline={offline} answer={undefined} done="addedDeputy" />],
  [
    'a board that was not opened',
    <PartBoardView key="2" page={{ ...board, facts: null }} offline={offline} answer={undefined} done={null} />,
  ],
  ['the door', <DoorView key="3" page={{ ...door, unit: null }} answer={undefined} />],
  ['a unit without people', <DoorView key="4" page={door} answer={undefined} />],
  ['the sheet', <SheetView key="5" page={sheet} answer={undefined} saved={2} />],
  ['a class to be closed', <CloseView key="6" page={{ ...close, isClosed: false, hindered: null }} answer={undefined} />],
  ['a class that is closed', <CloseView key="7" page={{ ...close, isClosed: true, hindered: null }} answer={undefined} />],
  ['the record', <ClassRecordView key="8" page={record} done="closed" />],
  ['a record that is not there yet', <ClassRecordView key="9" page={{ ...record, closing: null }} done={null} />],
  [
    'a check-in',
    <ArrivalView key="10" shown={{ state: 'done', name: '王', at: '2026-03-10T01:00:00.000Z', told: 'stranger', of: 'class', where }} />,
  ],
  ['a code that is over', <ArrivalView key="11" shown={{ state: 'over', of: 'class' }} />],
]
const drawn = (page: ReactElement, locale: 'zh' | 'en'): string =>
  renderToStaticMarkup(<I18nextProvider i18n={translator(locale)}>{page}</I18nextProvider>)
/** A key that has no words stands on the page as it is. */
const keys = /\b(?:page|door|paper|close|record|board|state|arrival|refusal|pending|sync|left|way|doubt)\.[a-zA-Z][\w.-]*/g

describe('the pages of a class that is held', () => {
  it.each(pages)('say everything in words: %s', (_name, page) => {
    for (const locale of ['zh', 'en'] as const) {
      const text = drawn(page, locale)
        .replaceAll(/data-words="[^"]*"/g, '')
        .replaceAll(/(?:href|src)="[^"]*"/g, '')
      expect(text.match(keys)).toBeNull()
      expect(text).not.toMatch(/\{\{/)
    }
  })

  it('give the script of the board every word it says', () => {
    for (const locale of ['zh', 'en'] as const) {
      const [, words = ''] = /data-words="([^"]*)"/.exec(drawn(pages[0]?.[1] ?? <p />, locale)) ?? []
      const said: Record<string, string> = JSON.parse(words.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&'))
      expect(Object.entries(said).filter(([key, word]) => word === `board.${key}`)).toEqual([])
      expect(Object.keys(said)).toEqual(expect.arrayContaining(['left.do', 'sync.at', 'way.code', 'missing.none']))
    }
  })

  it('let nobody stamp or photograph at a class, and let leaving early be entered', () => {
    const html = drawn(pages[0]?.[1] ?? <p />, 'zh')
    expect(html).not.toMatch(/data-mark=|\/drills\//)
    expect(html).toContain('data-left')
  })
})
