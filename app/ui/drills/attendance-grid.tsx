import type { Turn } from '~/domain/drills/attendance'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon, type IconName } from '~/ui/kit/icons'
import { type Column, Table } from '~/ui/kit/table'
import type { AttendanceRow, UnitAttendance } from './attendance'
import { NextDrillWords } from './attendance-next'
import { turnWords } from './attendance-words'

const looks: Record<Turn['kind'], { icon: IconName; tone: string }> = {
  there: { icon: 'met', tone: 'text-met' },
  missing: { icon: 'overdue', tone: 'text-vermilion' },
  void: { icon: 'barred', tone: 'text-vermilion' },
  away: { icon: 'due', tone: 'text-due' },
  before: { icon: 'waived', tone: 'text-ink2' },
  after: { icon: 'waived', tone: 'text-ink2' },
  unlisted: { icon: 'waived', tone: 'text-ink2' },
}

/** People by drills; on a phone each person is a card with a line for each drill; a drill that names nobody has none. `people`: where their pages lie. */
export function AttendanceGrid({ page: { year, drills, rows }, people }: { page: UnitAttendance; people: string }) {
  const { t } = useTranslation('drillyear')
  const columns: Column<AttendanceRow>[] = [
    { key: 'name', head: t('col.name'), cell: (row) => <Person row={row} people={people} /> },
    { key: 'share', head: t('col.share'), cell: (row) => <Share row={row} /> },
    ...drills.flatMap(({ id, on, kind, way, expected }, nth): Column<AttendanceRow>[] => {
      if (expected === 0) return []
      const day = t('unit.dayShort', { month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) })
      return [
        {
          key: id,
          head: [day, kind, way === 'paper' ? t('paper') : ''].filter(Boolean).join(' '),
          cell: ({ turns }) => <Cell turn={turns[nth]} />,
        },
      ]
    }),
  ]
  return (
    <div className={columns.length > 10 ? 'sm:overflow-x-auto' : ''}>
      <Table caption={t('unit.title', { year })} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  )
}

function Person({ row: { id, name, since, left, isHere }, people }: { row: AttendanceRow; people: string }) {
  const { t } = useTranslation('drillyear')
  const locale = useLocale()
  const spell =
    left !== null
      ? t('unit.left', { day: dayText(left, locale) })
      : since === null
        ? t('noPost')
        : t('unit.since', { day: dayText(since, locale) })
  return (
    <span className="block text-left">
      {isHere ? (
        <a href={`${people}/${id}`} className="inline-flex min-h-touch items-center font-semibold sm:inline">
          {name}
        </a>
      ) : (
        <span className="font-semibold">{name}</span>
      )}
      <span className="block text-14 font-normal text-ink2">{spell}</span>
    </span>
  )
}

function Share({ row: { share, there, missed, next, isHere } }: { row: AttendanceRow }) {
  const { t } = useTranslation('drillyear')
  return (
    <span className="block">
      <span className={share === 'none' && isHere ? 'font-semibold text-vermilion' : ''}>{t(`share.${share}`)}</span>
      {there + missed > 0 && <span className="ml-2 tabular-nums text-14 text-ink2">{t('unit.ofHis', { there, of: there + missed })}</span>}
      {next !== null && (
        <span className="block text-14 text-ink2">
          <NextDrillWords next={next} />
        </span>
      )}
    </span>
  )
}

function Cell({ turn }: { turn: Turn | undefined }) {
  const { t } = useTranslation('drillyear')
  if (turn === undefined) return null
  const { icon, tone } = looks[turn.kind]
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap text-14 ${tone}`}>
      <Icon name={icon} size={16} />
      {turnWords(t, turn)}
    </span>
  )
}
