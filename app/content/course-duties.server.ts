import { givenTo, isFor } from '~/domain/learn/course-seats'
import type { Locale } from '~/i18n/config'
import { catalogue } from './catalogue.server'
import type { LoadedCourse } from './courses.server'
import { sourcesOf } from './duty-lines.server'
import { dutiesNow } from './local-duties.server'

/** A duty that a course meets, in words: its title, and where it says so. */
export type MetDuty = { id: string; title: string; of: string; isReprint: boolean; isAdopted: boolean }

const known = new WeakMap<ReturnType<typeof dutiesNow>, Map<string, readonly string[]>>()

/** Ids of the duties that evidence of a passed course counts for, for one position or for all that the course is for. */
function metBy(course: LoadedCourse, position: string | null): readonly string[] {
  const duties = dutiesNow()
  const kept = known.get(duties) ?? new Map<string, readonly string[]>()
  known.set(duties, kept)
  const key = `${course.id} ${position ?? ''}`
  const found = kept.get(key) ?? findMet(duties, course, position)
  kept.set(key, found)
  return found
}

function findMet(duties: ReturnType<typeof dutiesNow>, { zh }: LoadedCourse, position: string | null): readonly string[] {
  const { vocabulary } = catalogue()
  const positions = (position === null ? [...vocabulary.positions.keys()] : [position]).filter((one) => isFor(zh.positions, one))
  const given = new Map(positions.map((one) => [one, givenTo(zh.gives, one)]))
  return [...duties.values()]
    .filter(({ rule }) =>
      positions.some(
        (one) =>
          rule.binds !== 'unit' &&
          isFor(rule.positions, one) &&
          rule.counts.some(({ kind, topic }) => given.get(one)?.some((piece) => piece.kind === kind && piece.topic === topic)),
      ),
    )
    .map(({ rule }) => rule.id)
}

/** The duties that a course meets, each title once: those in force everywhere first, then those that a place may switch on. */
export function dutiesMetBy(course: LoadedCourse, position: string | null, locale: Locale): MetDuty[] {
  const duties = dutiesNow()
  const shown = metBy(course, position).flatMap((id) => {
    const words = duties.get(id)?.words
    const source = words && sourcesOf(words, locale)[0]
    if (!words || !source) return []
    return [{ id, title: words.title[locale], of: source.of, isReprint: source.mark === 'V2', isAdopted: words.adopt === 'place' }]
  })
  const once = [...new Map(shown.map((duty) => [duty.title, duty])).values()]
  return once.sort((one, other) => Number(one.isAdopted) - Number(other.isAdopted))
}

export type CourseKind = 'everyone' | 'unit' | 'grassroots'

/** Whom a course is for, roughly: everybody, people of units, or people of streets, communities and government. */
export function kindOf({ zh }: LoadedCourse): CourseKind {
  if (zh.positions.includes('*')) return 'everyone'
  const groups = zh.positions.map((position) => catalogue().vocabulary.positions.get(position)?.group)
  return groups.includes('unit') ? 'unit' : 'grassroots'
}
