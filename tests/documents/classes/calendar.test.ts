import { describe, expect, it } from 'vitest'
import { type CalendarEntry, calendarOf, folded } from '~/documents/classes/calendar'

const entry: CalendarEntry = {
  uid: 'class.morning@mingbai.example',
  title: '党校集中培训；商业综合体, 第一期',
  begins: new Date('2026-03-20T09:00:00+08:00'),
  ends: new Date('2026-03-20T11:30:00+08:00'),
  place: '主课堂 区委党校三号楼三〇一教室，从东门进入后右转，电梯在大厅左侧，到三楼出电梯向前走',
  says: '带身份证\n停车在 B\\C 区',
  url: 'https://mingbai.example/invitations/1',
  sequence: 3,
  isCancelled: false,
}
const stamp = new Date('2026-03-10T02:00:00Z')
/** As a calendar reads it: lines that begin with a space belong to the one before. */
const unfolded = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n')

describe('a calendar file', () => {
  const text = calendarOf('第一期', [entry, { ...entry, uid: 'class.test@mingbai.example', isCancelled: true }], stamp)

  it('ends every line with CRLF, and none is longer than 75 octets', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('says when, where and what in a way that every calendar reads back', () => {
    const lines = unfolded(text)
    expect(lines).toContain('DTSTART:20260320T010000Z')
    expect(lines).toContain('DTEND:20260320T033000Z')
    expect(lines).toContain('DTSTAMP:20260310T020000Z')
    expect(lines).toContain('UID:class.morning@mingbai.example')
    expect(lines).toContain('SUMMARY:党校集中培训；商业综合体\\, 第一期')
    expect(lines).toContain('DESCRIPTION:带身份证\\n停车在 B\\\\C 区')
    expect(lines).toContain(`LOCATION:${entry.place}`)
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
    expect(lines.filter((line) => line.startsWith('STATUS:'))).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED'])
  })

  it('lets nobody write lines of their own into it', () => {
    const hostile = calendarOf('x', [{ ...entry, title: 'a\r\nEND:VEVENT\nATTACH:http://evil', place: 'b;c\u0007' }], stamp)
    expect(unfolded(hostile).filter((line) => line.startsWith('ATTACH'))).toEqual([])
    expect(unfolded(hostile)).toContain('SUMMARY:a\\nEND:VEVENT\\nATTACH:http://evil')
    expect(unfolded(hostile)).toContain('LOCATION:b\\;c')
  })

  it('folds between characters, never inside one', () => {
    const line = `SUMMARY:${'消防😀'.repeat(40)}`
    expect(folded(line).replace(/\r\n /g, '')).toBe(line)
    for (const piece of folded(line).split('\r\n')) expect(piece).not.toMatch(/\uFFFD/)
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75))
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
  })
})
