import { type Day, earlierOf, formatDay, parseDay } from '~/domain/shared/day'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { CoverageShown } from '~/ui/duties/coverage'

const shownKinds = ['overdue', 'due', 'met', 'waived', 'idle', 'bound', 'open'] as const satisfies readonly CoverageShown[]

/** What an address asks about coverage; null is "any". `direct` is the units that lie in the place itself and not below it. */
export type CoverageQuestion = {
  on: Day
  place: string | null
  direct: boolean
  unit: string | null
  sector: string | null
  trait: string | null
  position: string | null
  duty: string | null
  shown: CoverageShown | null
  page: number
  /** The row of the list that is opened; left out of every address that is made from the question. */
  why: string | null
}

export function coverageQuestion(request: Asked, today: Day): CoverageQuestion {
  const query = readQuery(request)
  return {
    on: earlierOf(query.day('on') ?? today, lastDayFor(today)),
    place: query.text('place'),
    direct: query.text('direct') === '1',
    unit: query.text('unit'),
    sector: query.text('sector'),
    trait: query.text('trait'),
    position: query.text('position'),
    duty: query.text('duty'),
    shown: query.oneOf('standing', shownKinds),
    page: query.page(),
    why: query.text('why'),
  }
}

/** The address of a question, without its page. Today is left out, so that a kept link goes on asking about the day it is opened. */
export function addressOf(asked: CoverageQuestion, today: Day, change: Partial<CoverageQuestion> = {}): string {
  const { on, place, direct, unit, sector, trait, position, duty, shown } = { ...asked, ...change }
  const query = new URLSearchParams()
  const put = (name: string, value: string | null) => value !== null && query.set(name, value)
  put('on', on === today ? null : formatDay(on))
  put('place', place)
  put('direct', direct ? '1' : null)
  put('unit', unit)
  put('sector', sector)
  put('trait', trait)
  put('position', position)
  put('duty', duty)
  put('standing', shown)
  return query.toString()
}

/** 31 December of the year that holds a day. */
export const yearEndOf = (day: Day): Day => parseDay(`${formatDay(day).slice(0, 4)}-12-31`) ?? day

/** No day is asked about later than ten years on: standings are worked out up to it, and nobody plans that far. */
const lastDayFor = (today: Day): Day => parseDay(`${Number(formatDay(today).slice(0, 4)) + 10}-12-31`) ?? today
