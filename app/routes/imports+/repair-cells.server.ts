import { catalogue } from '~/content/catalogue.server'
import { classTopics } from '~/content/class-topics.server'
import { allDrillKinds } from '~/content/drills.server'
import { licenceKindNamed } from '~/content/licences.server'
import { wordOptions } from '~/content/word-options.server'
import { findPlaces } from '~/data/org/places.server'
import type { ImportKind } from '~/domain/imports/heading-words'
import { columnsOf, mostLetters } from '~/domain/imports/headings'
import type { DraftLine } from '~/domain/imports/line-result'
import { drillSpellings } from '~/domain/imports/read-drill'
import { trainingSpellings } from '~/domain/imports/read-training'
import { positionSpellings, wordFinder } from '~/domain/imports/word-finder'
import { placeTree } from '~/domain/org/place-tree'
import { translator } from '~/i18n/translator'
import type { RepairCell } from '~/ui/imports/repair-view'
import type { Option } from '~/ui/kit/field'
import { drillOptions, licenceOptions, trainingOptions } from './history-words.server'
import { columnName, faultText, type LineWords, shownCell } from './line-views.server'

/** The words that a cell may say, where it must be one of a list. */
function optionsOf(column: string, { kind, locale }: LineWords): Option[] | null {
  const { positions, sectors } = catalogue().vocabulary
  if (kind === 'people') return column === 'position' ? wordOptions(positions, locale) : null
  if (kind === 'licences') return column === 'kind' ? licenceOptions(locale) : null
  if (kind === 'trainings') return column === 'topic' ? trainingOptions(locale) : null
  if (kind === 'drills') return column === 'kind' ? drillOptions(locale) : null
  if (column === 'sector') return wordOptions(sectors, locale)
  if (column !== 'place') return null
  return placeTree(findPlaces()).map(({ fullName, depth }) => ({ value: fullName, label: `${'　'.repeat(depth)}${fullName}` }))
}

/** What a list has chosen for a cell as it was typed; '' where it is none of its words. */
function chosenOf(column: string, typed: string, options: readonly Option[], kind: ImportKind): string {
  const { positions, sectors } = catalogue().vocabulary
  if (column === 'position') return wordFinder(positions.values(), positionSpellings)(typed) ?? ''
  if (column === 'sector') return wordFinder(sectors.values())(typed) ?? ''
  if (kind === 'licences') return licenceKindNamed(typed)?.id ?? ''
  if (kind === 'trainings') return wordFinder(classTopics(), trainingSpellings)(typed) ?? ''
  if (kind === 'drills')
    return (
      wordFinder(
        allDrillKinds().map(({ id, title }) => ({ id, ...title })),
        drillSpellings,
      )(typed) ?? ''
    )
  const same = options.filter(({ value }) => value === typed || value.endsWith(` ${typed}`))
  return same.length === 1 ? (same[0]?.value ?? '') : ''
}

/** The cells of a row as a form shows them. A whole ID number is masked, and left as it is unless another is typed. */
export function repairCells({ cells, result }: DraftLine, words: LineWords): RepairCell[] {
  const { t } = translator(words.locale)
  return columnsOf[words.kind].map((name) => {
    const typed = cells[name] ?? ''
    const options = optionsOf(name, words)
    const shown = shownCell(name, typed, words.today)
    const value = options === null ? shown : chosenOf(name, typed, options, words.kind)
    const isLost = options !== null && typed !== '' && value === ''
    const hint = isLost
      ? t('imports:repair.typed', { typed })
      : (name === 'idNumber' || name === 'number') && shown !== typed
        ? t(`imports:repair.${name === 'number' ? 'maskedLicence' : 'masked'}`)
        : name === 'traits'
          ? t('imports:repair.traitsHint')
          : ''
    const wrong = result.kind === 'refused' ? result.faults.filter(({ field }) => field === name) : []
    return {
      name,
      label: columnName(name, words),
      value,
      hint,
      options,
      most: mostLetters(name),
      faults: wrong.map((fault) => faultText(fault, words)),
    }
  })
}
