import { comingWindow } from '~/domain/duties/year-window'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { Bound, DutyEntryLine, DutyList, DutyPage, Rhythm } from '~/ui/duties/catalogue/entry'
import { catalogue } from './catalogue.server'
import { placeInForce } from './document-names.server'
import { type DutyChoice, type DutyEntry, dutyEntries, findDutyEntry, fitsChoice, grouped, traitWord } from './duty-catalogue.server'
import { countedWords, positionName, sourcesOf } from './duty-lines.server'
import { localDuties } from './local-duties.server'
import type { DutyText, StatedDuty } from './schema'

/** Of longer lists each part is folded but the first. */
const openUpTo = 40

/** Whom a duty binds, in words. */
export function boundOf({ binds, positions, traits }: DutyText | StatedDuty, locale: Locale): Bound {
  return {
    binds,
    everyPosition: positions.includes('*'),
    positions: positions.filter((position) => position !== '*').map((position) => positionName(position, locale)),
    units: traits.map((trait) => unitsWith(trait, locale)),
  }
}

function unitsWith(trait: string, locale: Locale): string {
  const word = traitWord(trait, catalogue().vocabulary)
  return word?.units?.[locale] ?? word?.[locale] ?? trait
}

/** How often a duty asks, as a page shows it. */
export const rhythmOf = (words: DutyText | StatedDuty, locale: Locale): Rhythm =>
  words.computed === false ? { kind: 'stated', rhythm: words.rhythm, when: words.when[locale] } : words.cadence

function stateOn({ from, to }: DutyText | StatedDuty, today: Day): DutyEntryLine['inForce'] {
  if (to !== null && to < today) return 'ended'
  return from > today ? 'later' : 'now'
}

function lineOf({ words, members }: DutyEntry, position: string | null, locale: Locale, today: Day): DutyEntryLine {
  const own = members.find((member) => member.position === position)
  return {
    id: own?.id ?? words.id,
    title: words.title[locale],
    bound: boundOf(words, locale),
    rhythm: rhythmOf(words, locale),
    source: { of: words.source.of, mark: words.source.mark },
    more: words.source.also?.length ?? 0,
    where: words.jurisdiction === 'national' ? null : placeInForce(words.jurisdiction, locale),
    inForce: stateOn(words, today),
  }
}

type Listed = Pick<DutyList, 'total' | 'computed' | 'stated' | 'sections'>

/** The catalogue as far as it was asked for, gathered under headings. `isOn`: something was asked for. */
export function dutyList(choice: DutyChoice, isOn: boolean, locale: Locale, today: Day): Listed {
  const found = dutyEntries().filter(fitsChoice(choice))
  const stated = found.filter(({ words }) => words.computed === false).length
  const isShort = isOn && found.length <= openUpTo
  return {
    total: found.length,
    computed: found.length - stated,
    stated,
    sections: grouped(found, choice).map(({ group, entries }, nth) => ({
      group,
      lines: entries.map((entry) => lineOf(entry, choice.position, locale, today)),
      isOpen: isShort || nth === 0,
    })),
  }
}

function remindersOf(words: DutyText | StatedDuty, locale: Locale, today: Day): DutyPage['reminders'] {
  if (words.computed !== false) return []
  const coming = words.remind
    .map((window) => ({ what: window.what[locale], ...comingWindow(window, today) }))
    .sort((one, other) => one.from - other.from)
  return coming.map(({ what, from, to, isNow }, nth) => ({
    what,
    from: formatDay(from),
    to: formatDay(to),
    state: isNow ? 'now' : nth === 0 ? 'next' : 'later',
  }))
}

function missingOf(words: DutyText | StatedDuty): DutyPage['missing'] {
  if (words.computed !== false && (words.bars || words.cadence.kind === 'gate')) return 'bars'
  return words.binds === 'unit' ? 'shows' : 'warns'
}

function courseOf(words: DutyText | StatedDuty, locale: Locale): DutyPage['course'] {
  const course = words.computed === false || words.content === null ? undefined : catalogue().courses.get(words.content)
  return course === undefined ? null : { href: `/courses/${course.id}`, title: course[locale].title }
}

function related({ words, id, family }: DutyEntry, locale: Locale): Pick<DutyPage, 'sameThing' | 'sameClause'> {
  const others = dutyEntries().filter((other) => other.id !== id && other.id !== family)
  const asLink = ({ words }: DutyEntry) => ({ id: words.id, title: words.title[locale], rhythm: rhythmOf(words, locale) })
  const isSameThing = (other: DutyEntry) => words.computed !== false && other.words.computed !== false && other.words.thing === words.thing
  return {
    sameThing: others.filter(isSameThing).map(asLink),
    sameClause: others.filter((other) => other.words.source.of === words.source.of && !isSameThing(other)).map(asLink),
  }
}

/** The document that a duty of a local plan stands in, to be read by anybody. */
function fileOf(id: string): DutyPage['file'] {
  const published = localDuties().get(id)?.published
  return published === undefined ? null : { href: `/duties/${id}/file`, name: published.fileName }
}

/** A duty in the reader's words, with all that is known of it; null where there is none with this id. */
export function dutyPage(id: string, locale: Locale, today: Day): DutyPage | null {
  const entry = findDutyEntry(id)
  if (entry === null) return null
  const { words, members, family } = entry
  const isStated = words.computed === false
  const { source, more, where, ...line } = lineOf(entry, null, locale, today)
  return {
    ...line,
    plain: words.plain[locale],
    sources: sourcesOf(words, locale),
    policy: words.policy?.[locale] ?? null,
    counts: isStated ? [] : words.counts.map(({ kind, topic, sameUnit }) => ({ words: countedWords(kind, topic, locale), sameUnit })),
    missing: missingOf(words),
    adopt: isStated ? null : words.adopt,
    reminders: remindersOf(words, locale, today),
    force: words.force,
    where: placeInForce(words.jurisdiction, locale),
    from: formatDay(words.from),
    to: words.to === null ? null : formatDay(words.to),
    course: courseOf(words, locale),
    members: members.map((member) => ({ id: member.id, position: positionName(member.position, locale) })),
    family,
    file: fileOf(id),
    ...related(entry, locale),
  }
}
