import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { Field } from '~/ui/kit/field'
import { type Column, Table } from '~/ui/kit/table'
import { RoomFrame } from './room-frame'
import type { RoomView } from './shown'
import { useLength } from './spans'

type Row = { day: string; shifts: number; taken: number; entries: number; plannedMinutes: number; actualMinutes: number }

/** Some nights of a room, one line each; the whole of them as a workbook. */
export function NightsView({ page }: { page: { room: RoomView; from: string; to: string; nights: Row[] } }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const length = useLength()
  const base = `/units/${page.room.unitId}/rooms/${page.room.id}/nights`
  const short = page.nights.filter(({ actualMinutes }) => actualMinutes > 0).length
  const hours = (minutes: number) => (minutes === 0 ? t('nights.none') : <span className="text-vermilion">{length(minutes)}</span>)
  const columns: Column<Row>[] = [
    { key: 'day', head: t('nights.night'), cell: (row) => <a href={`${base}/${row.day}`}>{dayText(row.day, locale)}</a> },
    { key: 'taken', head: t('nights.taken'), cell: (row) => t('nights.of', { n: row.taken, of: row.shifts }) },
    { key: 'entries', head: t('nights.entries'), cell: (row) => row.entries, numeric: true },
    { key: 'planned', head: t('nights.plannedGap'), cell: (row) => hours(row.plannedMinutes) },
    { key: 'actual', head: t('nights.actualGap'), cell: (row) => hours(row.actualMinutes) },
  ]
  return (
    <RoomFrame
      room={page.room}
      here="nights"
      title={short > 0 ? t('nights.short', { n: short, of: page.nights.length }) : t('nights.covered', { n: page.nights.length })}
      isWarning={short > 0}
    >
      <form method="get" className="no-print mt-4 flex flex-wrap items-end gap-x-4">
        <Field name="from" label={t('nights.from')} type="date" value={page.from} />
        <Field name="to" label={t('nights.to')} type="date" value={page.to} />
        <div className="mb-5 flex gap-3">
          <Button>{t('nights.show')}</Button>
          <LinkButton href={`${base}.xlsx?from=${page.from}&to=${page.to}`}>{t('nights.xlsx')}</LinkButton>
          <Button type="button" data-print hidden>
            {t('print')}
          </Button>
        </div>
      </form>
      <Table caption={t('nights.title')} columns={columns} rows={page.nights} rowKey={(row) => row.day} />
      <p className="mt-3 max-w-measure text-14 text-ink2">{t('nights.note')}</p>
    </RoomFrame>
  )
}
