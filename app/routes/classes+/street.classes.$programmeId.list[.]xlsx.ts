import { unitCodes } from '~/data/classes/coverage-lines.server'
import { membersOf } from '~/data/classes/programmes.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { formatDay } from '~/domain/shared/day'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { getProgramme } from '~/usecases/classes/reached-class.server'
import { whyWords } from './coverage-rows.server'
import { streetsByPath } from './streets.server'
import { workbookAnswer } from './workbook-answer.server'

/** The list with whoever left it, in a form that can be sent back: unit, code and reason stand in columns that the import knows. */
export const loader = serve('supervisor', async (ctx, { params }) => {
  const programme = await getProgramme(ctx, param(params, 'programmeId'))
  const t = translator(ctx.locale).getFixedT(null, 'classcover')
  const members = membersOf(programme).filter(({ end }) => end?.why !== 'dropped')
  const people = findSubjectNames(members.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'person' ? [subjectId] : [])))
  const [{ byId }, codes, streetOf] = [unitDirectory(), unitCodes(), streetsByPath()]
  const heads = [t('import.head.name'), t('import.head.code'), t('import.head.reason'), t('col.person'), t('sheet.sector')]
  const more = [t('sheet.street'), t('sheet.place'), t('sheet.from'), t('out.way'), t('out.leftOn'), t('out.leftWhy')]
  const rows = members.map(({ subjectKind, subjectId, unitId, from, way, why, end }) => {
    const unit = byId.get(unitId)
    return [
      ...[unit?.name ?? '', codes.get(unitId) ?? '', why.words, subjectKind === 'person' ? (people.get(subjectId) ?? '') : ''],
      ...[whyWords({ ...why, words: '' }, ctx), unit === undefined ? '' : streetOf(unit.place.path).name, unit?.place.name ?? ''],
      ...[formatDay(from), t(`out.ways.${way}`), end === null ? '' : formatDay(end.on)],
      end === null ? '' : [t(`left.${end.why}`), end.reason].filter(Boolean).join(t('stop')),
    ]
  })
  return workbookAnswer(t('out.file', { title: programme.body.title }), `class-list-${programme.body.year}`, [
    { name: t('out.sheet'), heads: [...heads, ...more], rows },
  ])
})
