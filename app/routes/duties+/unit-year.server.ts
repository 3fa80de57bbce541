import { catalogue } from '~/content/catalogue.server'
import { dutyTitle } from '~/content/duty-lines.server'
import type { StatedDuty } from '~/content/schema'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { factsOfUnits } from '~/data/duties/facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { findWaivers, type WaiverRow } from '~/data/duties/waivers.server'
import type { Unit } from '~/domain/duties/facts'
import { indexFacts } from '~/domain/duties/standing'
import { yearAt } from '~/domain/duties/unit-year'
import { windowsIn } from '~/domain/duties/year-window'
import { addDays, type Day, firstOfMonth, formatDay, monthOf } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { UnitYear, YearMonth, YearReminder, YearWaiver } from '~/ui/duties/console/year'
import { dutiesNow, rulesNow } from '~/usecases/duties/duties-now.server'
import { type Dated, kindOf, ownDates, peopleDates, rowsOf, type Sight } from './unit-year-dates.server'

/** A manager plans a year or two ahead; farther the catalogue itself is uncertain. */
const yearsAhead = 3
const earliestYear = 2000

const yearHolding = (day: Day): number => Math.floor(monthOf(day) / 12)

/** The year asked for in the address, from the unit's first to some years ahead; this year where it is none of them. */
export function readYear(query: URLSearchParams, first: number, thisYear: number): number {
  const asked = Number(query.get('year') ?? '')
  return Number.isInteger(asked) && asked >= first && asked <= thisYear + yearsAhead ? asked : thisYear
}

/** What a unit and its people owe in a calendar year, month by month. The unit must come from a scoped finder. */
export async function yearOfUnit(unit: ScopedUnit, query: URLSearchParams, today: Day, locale: Locale): Promise<UnitYear> {
  const rules = rulesNow()
  const facts = factsOfUnits([unit.id], rules)
  const index = indexFacts(facts)
  const own = facts.units.find(({ id }) => id === unit.id)
  const thisYear = yearHolding(today)
  const first = Math.min(thisYear, Math.max(earliestYear, own === undefined ? thisYear : yearHolding(own.from)))
  const year = readYear(query, first, thisYear)
  const span = { first: firstOfMonth(year * 12), last: addDays(firstOfMonth(year * 12 + 12), -1) }
  const dated = yearAt(index, unit.id, span, today).flatMap((line) => line.marks.map((mark): Dated => ({ line, mark })))
  const waivers = await findWaivers(unit)
  const people = dated.flatMap(({ line }) => line.person ?? [])
  const sight: Sight = {
    index,
    unitId: unit.id,
    today,
    names: findSubjectNames([...new Set([...people, ...waivers.map(({ subjectId }) => subjectId)])]),
    line: {
      locale,
      unitNames: new Map([[unit.id, unit.name]]),
      evidence: new Map(facts.evidence.map((piece) => [piece.id, piece])),
      afterwards: enteredAfterwards(facts.evidence),
      startsOn: null,
    },
  }
  return {
    unit: { id: unit.id, name: unit.name, place: unit.place.name },
    year,
    previous: year > first ? year - 1 : null,
    following: year < thisYear + yearsAhead ? year + 1 : null,
    isOver: span.last < today,
    ...shownYear(dated, year, sight, { reminders: remindersIn(own, year, locale), waivers: waiversIn(waivers, span, sight) }),
  }
}

type Extras = { reminders: readonly InMonth<YearReminder>[]; waivers: readonly InMonth<YearWaiver>[] }
type InMonth<T> = { months: readonly number[]; shown: T }

function shownYear(dated: readonly Dated[], year: number, sight: Sight, extras: Extras) {
  const january = year * 12
  const [ownDated, peopleDated] = [dated.filter(({ line }) => line.person === null), dated.filter(({ line }) => line.person !== null)]
  const isEarlier = ({ mark }: Dated) => monthOf(mark.on) < january
  const now = monthOf(sight.today)
  const months = Array.from({ length: 12 }, (_, nth): YearMonth => {
    const isHere = ({ mark }: Dated) => monthOf(mark.on) === january + nth
    const ofMonth = <T>(list: readonly InMonth<T>[]) => list.filter((one) => one.months.includes(january + nth)).map(({ shown }) => shown)
    return {
      month: nth + 1,
      when: january + nth < now ? 'past' : january + nth === now ? 'now' : 'ahead',
      own: ownDates(ownDated.filter(isHere), sight),
      people: peopleDates(peopleDated.filter(isHere), sight),
      reminders: ofMonth(extras.reminders),
      waivers: ofMonth(extras.waivers),
    }
  })
  return {
    months,
    carried: { own: ownDates(ownDated.filter(isEarlier), sight), people: peopleDates(peopleDated.filter(isEarlier), sight) },
    next: nextOf(dated),
    behind: countsOf(dated.filter(({ mark }) => kindOf(mark) === 'missed')),
    own: rowsOf(ownDated, january, sight),
    people: rowsOf(peopleDated, january, sight),
  }
}

function countsOf(dated: readonly Dated[]): { own: number; people: number } {
  const own = new Set(dated.flatMap(({ line }) => (line.person === null ? line.duty : [])))
  return { own: own.size, people: new Set(dated.flatMap(({ line }) => line.person ?? [])).size }
}

/** The earliest date to come, and what else falls in its month up to the last of them. */
function nextOf(dated: readonly Dated[]): UnitYear['next'] {
  const open = dated.filter(({ mark }) => mark.kind === 'open').sort((one, other) => one.mark.on - other.mark.on)
  const [first] = open
  if (first === undefined) return null
  return { day: formatDay(first.mark.on), ...countsOf(open.filter(({ mark }) => mark.on === first.mark.on)) }
}

/** What the catalogue reminds such a unit of: duties in force in the whole country, while the unit has one of their traits. */
function remindersIn(unit: Unit | undefined, year: number, locale: Locale): InMonth<YearReminder>[] {
  if (unit === undefined) return []
  const concerned = (duty: StatedDuty, from: Day, to: Day) =>
    duty.binds === 'unit' &&
    duty.jurisdiction === 'national' &&
    duty.from <= to &&
    (duty.to === null || duty.to >= from) &&
    (duty.traits.length === 0 ||
      unit.traits.some((held) => duty.traits.includes(held.trait) && held.from <= to && (held.to === null || held.to >= from)))
  return [...catalogue().stated.values()].flatMap((duty) =>
    duty.remind.flatMap((window) =>
      windowsIn(window, year)
        .filter(({ from, to }) => concerned(duty, from, to))
        .map(({ from, to }) => ({
          months: monthsOf(from, to),
          shown: {
            key: `${duty.id}-${formatDay(from)}-${formatDay(to)}`,
            duty: duty.id,
            what: window.what[locale],
            title: duty.title[locale],
            from: formatDay(from),
            to: formatDay(to),
          },
        })),
    ),
  )
}

const monthsOf = (from: Day, to: Day): number[] => {
  const first = monthOf(from)
  return Array.from({ length: monthOf(to) - first + 1 }, (_, nth) => first + nth)
}

/** A waiver stands in the month in which it begins; one that runs on from an earlier year stands in January. */
function waiversIn(rows: readonly WaiverRow[], span: { first: Day; last: Day }, { names, line }: Sight): InMonth<YearWaiver>[] {
  const [first, last] = [formatDay(span.first), formatDay(span.last)]
  return rows
    .filter(({ from, through, dutyId }) => from <= last && through >= first && dutiesNow().has(dutyId))
    .map(({ id, dutyId, subjectId, from, through, reason }) => ({
      months: [from < first ? monthOf(span.first) : monthOf(span.first) + Number(from.slice(5, 7)) - 1],
      shown: { key: id, title: dutyTitle(dutyId, line.locale), name: names.get(subjectId) ?? '', from, through, reason },
    }))
    .sort((one, other) => (one.shown.from < other.shown.from ? -1 : 1))
}
