import { countedWords, dutyTitle, type LineSight, positionName, sourcesOf, traitName } from '~/content/duty-lines.server'
import { gatheredLine, thingOf } from '~/content/gathered-lines.server'
import type { FactIndex } from '~/domain/duties/fact-index'
import { leading } from '~/domain/duties/leading'
import type { YearLine } from '~/domain/duties/unit-year'
import { IDLE } from '~/domain/duties/verdict'
import type { YearMark } from '~/domain/duties/year-marks'
import { whyOfMark } from '~/domain/duties/year-why'
import { type Day, formatDay, monthOf } from '~/domain/shared/day'
import type { DateKind, DutyBasis, OwnDate, PeopleDates, PersonDate, YearRow } from '~/ui/duties/console/year'
import { dutyNow } from '~/usecases/duties/duties-now.server'

/** How many names one group of a month shows; the console shows them all. */
const namesShown = 60
const kinds: readonly DateKind[] = ['missed', 'open', 'done', 'late', 'lifted']
const byName = new Intl.Collator('zh-CN').compare

export type Sight = { index: FactIndex; unitId: string; today: Day; line: LineSight; names: ReadonlyMap<string, string> }
export type Dated = { line: YearLine; mark: YearMark }

export const kindOf = (mark: YearMark): DateKind => (mark.kind === 'missed' && mark.madeUpOn !== null ? 'late' : mark.kind)
const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day))
const dayOf = (mark: YearMark) => ({
  day: formatDay(mark.on),
  since: mark.kind === 'missed' ? formatDay(mark.since) : null,
  madeUpOn: mark.kind === 'missed' ? dayOrNull(mark.madeUpOn) : null,
})

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

/** The name of what several duties ask for: that of the one with the shortest interval. */
function titleOf(dutyIds: readonly string[], { index, line }: Sight): string {
  const asked = dutyIds.flatMap((id) => index.duties.get(id) ?? []).map(({ duty }) => ({ duty, standing: IDLE }))
  return dutyTitle(leading(asked).lead.duty.id, line.locale)
}

/** The unit's own dates; one that several duties give is one, under the first of them. */
export function ownDates(dated: readonly Dated[], sight: Sight): OwnDate[] {
  const once = grouped(dated, ({ line, mark }) => `${thingOf(line.duty)} ${kindOf(mark)} ${mark.on}`)
  return [...once].flatMap(([key, [first, ...also]]): OwnDate[] => {
    if (first === undefined) return []
    const { line, mark } = first
    const require = (dutyId: string) => whyOfMark(sight.index, dutyId, sight.unitId, mark, sight.today)
    const lead = require(line.duty)
    const { why, title } = gatheredLine({ lead, also: also.map((other) => require(other.line.duty)) }, sight.line)
    const unitTraits = lead.traits.map(({ trait, from }) => ({ name: traitName(trait, sight.line.locale), from: formatDay(from) }))
    const place = { key: key.replaceAll(' ', '-'), kind: kindOf(mark), thing: thingOf(line.duty), duty: line.duty, title }
    return [{ ...place, ...dayOf(mark), why: { ...why, unitTraits } }]
  })
}

/** The clause of a duty, the same for all whom it binds; what is hers stands on her own page. */
function basisOf(dutyId: string, { index, line: { locale } }: Sight): DutyBasis {
  const found = dutyNow(dutyId)
  const duty = index.duties.get(dutyId)?.duty
  if (found === undefined || duty === undefined) throw new Error(`there is no duty ${dutyId}`)
  const { words } = found
  return {
    duty: dutyId,
    title: words.title[locale],
    plain: words.plain[locale],
    sources: sourcesOf(words, locale),
    policy: words.policy?.[locale] ?? null,
    counts: duty.counts.map(({ kind, topic, sameUnit }) => ({ words: countedWords(kind, topic, locale), sameUnit })),
  }
}

/** Her dates of one kind in a month are one line: the earliest. */
function personDates(dated: readonly Dated[], { names, line: { locale } }: Sight): PersonDate[] {
  const byPerson = grouped(dated, ({ line }) => line.person ?? '')
  return [...byPerson]
    .flatMap(([personId, own]): PersonDate[] => {
      const [first] = [...own].sort((one, other) => one.mark.on - other.mark.on)
      if (first === undefined) return []
      const { position } = first.line
      return [
        {
          personId,
          name: names.get(personId) ?? '',
          position: position === null ? '' : positionName(position, locale),
          ...dayOf(first.mark),
        },
      ]
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : byName(one.name, other.name)))
}

/** The dates of people in a month, thing by thing and kind by kind. */
export function peopleDates(dated: readonly Dated[], sight: Sight): PeopleDates[] {
  return [...grouped(dated, ({ line }) => thingOf(line.duty))].flatMap(([thing, ofThing]) =>
    kinds.flatMap((kind): PeopleDates[] => {
      const found = ofThing.filter(({ mark }) => kindOf(mark) === kind)
      if (found.length === 0) return []
      const people = personDates(found, sight)
      const duties = [...new Set(found.map(({ line }) => line.duty))]
      const days = found.map(({ mark }) => formatDay(mark.on)).sort()
      return [
        {
          key: `${thing}-${kind}`,
          kind,
          thing,
          title: titleOf(duties, sight),
          count: people.length,
          first: days[0] ?? '',
          last: days.at(-1) ?? '',
          names: people.slice(0, namesShown),
          more: Math.max(0, people.length - namesShown),
          duties: duties.map((duty) => basisOf(duty, sight)),
        },
      ]
    }),
  )
}

/** The year at a glance: a row for each thing, what each month holds of it. */
export function rowsOf(dated: readonly Dated[], january: number, sight: Sight): YearRow[] {
  const things = grouped(dated, ({ line }) => thingOf(line.duty))
  return [...things].map(([thing, ofThing]) => ({
    thing,
    title: titleOf([...new Set(ofThing.map(({ line }) => line.duty))], sight),
    cells: Array.from({ length: 12 }, (_, nth) => cellOf(ofThing.filter(({ mark }) => monthOf(mark.on) === january + nth))),
  }))
}

function cellOf(dated: readonly Dated[]): YearRow['cells'][number] {
  return kinds.flatMap((kind) => {
    const found = dated.filter(({ mark }) => kindOf(mark) === kind)
    const last = found
      .map(({ mark }) => formatDay(mark.on))
      .sort()
      .at(-1)
    if (last === undefined) return []
    return [{ kind, count: new Set(found.map(({ line, mark }) => line.person ?? formatDay(mark.on))).size, last }]
  })
}
