import { type Day, formatDay, parseDay } from '../shared/day'
import { plus } from '../shared/period'
import { readDayText } from './day-text'
import type { Cells } from './headings'
import type { CellFault } from './line-result'
import { bareWord } from './plain-cell'

/** A class that was held before. organiser: who held it, as the sheet has it. */
export type PastClass = { readonly topic: string; readonly on: Day; readonly organiser: string }

/** What spreadsheets call some classes beside their full names. */
export const trainingSpellings: Readonly<Record<string, string>> = {
  定期培训: 'refresher',
  定期消防安全培训: 'refresher',
  消防定期培训: 'refresher',
  消防安全复训: 'refresher',
  网格员年度培训: 'annual-grid',
  街道社区年度培训: 'annual-street',
  微站联训: 'micro-station-joint',
  三长轮训: 'rotation-three-heads',
}

const passedWords: ReadonlySet<string> = new Set(
  ['合格', '通过', '及格', '是', '良好', '优秀', '已通过', '√', '✓', 'yes', 'passed', 'pass'].map(bareWord),
)
const oldest = { years: -30, months: 0, days: 0 }
const longestOrganiser = 80

/** Reads what a row says of a class; or what is wrong with its cells. A class that was not passed is none. */
export function readTraining(
  cells: Cells,
  today: Day,
  topicOf: (typed: string) => string | null,
): { past: PastClass } | { faults: CellFault[] } {
  const typed = (column: string): string => cells[column] ?? ''
  const faults: CellFault[] = []
  const put = (field: string, reason: string, values?: CellFault['values']) =>
    faults.push({ field, reason: `imports:fault.${reason}`, ...(values ? { values } : {}) })
  const topic = topicOf(typed('topic'))
  if (typed('topic') === '') put('topic', 'topicMissing')
  else if (topic === null) put('topic', 'topicUnknown', { typed: typed('topic') })
  const on = parseDay(readDayText(typed('on')) ?? '')
  if (typed('on') === '') put('on', 'dayMissing')
  else if (on === null) put('on', 'notADay', { typed: typed('on') })
  else if (on > today) put('on', 'dayAhead')
  else if (on < plus(today, oldest)) put('on', 'dayLongAgo', { day: formatDay(on) })
  const organiser = typed('organiser')
  if (organiser === '') put('organiser', 'organiserMissing')
  else if (organiser.length > longestOrganiser) put('organiser', 'organiserLong')
  if (typed('result') === '') put('result', 'resultMissing')
  else if (!passedWords.has(bareWord(typed('result')))) put('result', 'notPassed', { typed: typed('result') })
  if (faults.length > 0 || topic === null || on === null) return { faults }
  return { past: { topic, on, organiser } }
}

/** A class that stands for one subject on one day has this name. */
export const pastKey = (subjectId: string, topic: string, on: string): string => JSON.stringify([subjectId, topic, on])
