import type { RollEntry } from '~/domain/duties/unit-roll'
import { type Day, daysBetween, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { RollRow } from '~/ui/duties/roll'
import { type LineSight, positionName } from './duty-lines.server'
import { gatherByThing, gatheredLine } from './gathered-lines.server'

/** A list entry in words; units other than `unit` are not named. */
export function rollRow(
  { post, missing, until }: RollEntry,
  unit: { id: string; name: string },
  { evidence, afterwards }: Pick<LineSight, 'evidence' | 'afterwards'>,
  locale: Locale,
  today: Day,
): RollRow {
  const startsOn = post.from > today ? post.from : null
  const unitNames = new Map([[unit.id, unit.name]])
  return {
    postId: post.id,
    personId: post.personId,
    name: post.name,
    position: positionName(post.position, locale),
    from: formatDay(post.from),
    startsIn: daysBetween(today, post.from),
    until: until === null ? null : formatDay(until),
    lines: gatherByThing(missing).map((gathered) =>
      gatheredLine(gathered, { locale, unitNames, evidence, afterwards, startsOn: gathered.lead.bars ? startsOn : null }),
    ),
  }
}
