import { unitCodes } from '~/data/classes/coverage-lines.server'
import { peopleCalled } from '~/data/classes/people-at-units.server'
import { membersOf } from '~/data/classes/programmes.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import type { Member } from '~/domain/classes/members'
import { formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { getProgramme } from '~/usecases/classes/reached-class.server'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { whyWords } from './coverage-rows.server'
import { streetsByPath } from './streets.server'

/**
 * The list with whoever left it, in a form that can be sent back: unit, code, person and reason stand in columns that the import knows; a
 * phone only where two on the list are called the same at one unit.
 */
export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const programme = await getProgramme(ctx, param(params, 'programmeId'))
  const t = translator(ctx.locale).getFixedT(null, 'classcover')
  const members = membersOf(programme).filter(({ end }) => end?.why !== 'dropped')
  const persons = members.filter(({ subjectKind }) => subjectKind === 'person')
  const people = peopleCalled(persons.map(({ subjectId }) => subjectId))
  const namesakes = groupedBy(persons, ({ unitId, subjectId }) => `${unitId} ${people.get(subjectId)?.name}`)
  const phoneOf = ({ unitId, subjectId }: Member): string => {
    const person = people.get(subjectId)
    return (namesakes.get(`${unitId} ${person?.name}`) ?? []).length > 1 ? (person?.phone ?? '') : ''
  }
  const [{ byId }, codes, streetOf] = [unitDirectory(), unitCodes(), streetsByPath()]
  const heads = [t('import.head.name'), t('import.head.code'), t('import.head.reason'), t('col.person'), t('sheet.sector')]
  const more = [t('sheet.street'), t('sheet.place'), t('sheet.from'), t('out.way'), t('out.leftOn'), t('out.leftWhy')]
  const phone = programme.body.binds === 'person' ? [t('import.head.phone')] : []
  const rows = members.map((member) => {
    const { subjectKind, subjectId, unitId, from, way, why, end } = member
    const unit = byId.get(unitId)
    return [
      ...[unit?.name ?? '', codes.get(unitId) ?? '', why.words, subjectKind === 'person' ? (people.get(subjectId)?.name ?? '') : ''],
      ...[whyWords({ ...why, words: '' }, ctx), unit === undefined ? '' : streetOf(unit.place.path).name, unit?.place.name ?? ''],
      ...[formatDay(from), t(`out.ways.${way}`), end === null ? '' : formatDay(end.on)],
      end === null ? '' : [t(`left.${end.why}`), end.reason].filter(Boolean).join(t('stop')),
      ...phone.map(() => phoneOf(member)),
    ]
  })
  return sheetsLeave(ctx, request, { title: t('out.file', { title: programme.body.title }), plain: `class-list-${programme.body.year}` }, [
    { name: t('out.sheet'), heads: [...heads, ...more, ...phone], rows },
  ])
})
