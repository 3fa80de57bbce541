import { catalogue } from '~/content/catalogue.server'
import { getDrillKind } from '~/content/drills.server'
import { countedWords, positionName } from '~/content/duty-lines.server'
import { drillRows, folderFacts } from '~/data/drills/folder-facts.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { type FolderPrint, folderBook, folderIndex } from '~/documents/drills/folder-print'
import type { PaperFile } from '~/documents/drills/paper-parts'
import { recordPaper } from '~/documents/drills/record-paper'
import { gapsOf } from '~/domain/drills/record'
import { type FiledDrill, filedDrills } from '~/domain/drills/year-folder'
import { fileName } from '~/domain/outreach/pack'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { mustReport } from './must-report.server'

export type Folder = { unit: ScopedUnit; print: FolderPrint }

/**
 * 一单位一档: everything a unit has to show for a year, as it stands today. Only what was signed counts as a record of a drill; others are
 * listed as what they are. The unit must come from a scoped finder.
 */
export function folderOf(unit: ScopedUnit, year: number, today: Day, locale: Locale): Folder {
  const { trainings, certificates, posts } = folderFacts(unit, year)
  const drills = filedDrills(drillRows(unit), year, today)
  const course = (id: string): string => catalogue().courses.get(id)?.[locale]?.title ?? id
  return {
    unit,
    print: {
      locale,
      unit: unit.name,
      place: unit.place.name,
      year,
      made: formatDay(today),
      trainings: trainings.map(({ kind, topic, position, ...one }) => ({
        ...one,
        what: countedWords(kind, topic, locale),
        position: position === null ? '' : positionName(position, locale),
      })),
      drills: drills.map((drill, nth) => ({
        ...drill,
        kindTitle: drill.record?.kindName[locale] ?? getDrillKind(drill.kind).title[locale],
        file: drill.record === null ? null : recordName(drill, nth),
      })),
      certificates: certificates.map((one) => ({ ...one, position: positionName(one.position, locale), course: course(one.course) })),
      posts: posts.map((one) => ({ ...one, position: positionName(one.position, locale) })),
    },
  }
}

/** By day, so that the folder lists them in order; numbered, because two may be held on one day. */
const recordName = ({ on, title }: FiledDrill, nth: number): string => `${on} ${String(nth + 1).padStart(2, '0')} ${fileName(title)}.pdf`

/** The files of a folder, each made when its turn comes; `inside` is the folder of the zip that they lie in, '' for none. */
export function* folderFiles({ unit, print }: Folder, inside = ''): Generator<PaperFile> {
  const { t } = translator(print.locale)
  const at = (name: string): string => (inside === '' ? name : `${inside}/${name}`)
  const book = `${fileName(t('drillpapers:folder.book', { year: print.year }))}.xlsx`
  yield { kind: 'paper', name: at(`00 ${fileName(t('drillpapers:folder.index'))}.pdf`), paper: folderIndex(print, book) }
  yield { kind: 'book', name: at(book), sheets: folderBook(print) }
  for (const drill of print.drills) {
    const { record, file, later, signed, state } = drill
    if (record === null || file === null) continue
    const reports = mustReport({ unitId: unit.id, body: record.body })
    const paper = recordPaper({
      locale: print.locale,
      unit: print.unit,
      state: state === 'open-again' ? 'open-again' : 'signed',
      record,
      later,
      gaps: gapsOf(record, { mustReport: reports }),
      mustReport: reports,
      version: signed.at(-1)?.version ?? null,
      isNewest: state === 'signed',
      signed: signed.map(({ version, at: on, signer }) => ({ version, at: on.toISOString(), signer })),
    })
    yield { kind: 'paper', name: at(`${fileName(t('drillpapers:folder.recordsFolder'))}/${file}`), paper }
  }
}
