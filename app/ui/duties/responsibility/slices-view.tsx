import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { useLocale } from '../use-locale'
import { ResponsibilityFrame } from './responsibility-frame'
import type { LastTip, SliceList, VillageRow } from './slices'

const root = '/street/responsibility/slices'

/** Which villages nobody guides, and when each was last sent a tip. */
export function SlicesView({ list }: { list: SliceList }) {
  const { t } = useTranslation('duties')
  const { frame, villages, without, untold, rows, page, pages } = list
  const columns: Column<VillageRow>[] = [
    {
      key: 'village',
      head: t('responsibility.slices.village'),
      cell: (row) => (
        <a href={`${root}/${row.id}`} className="inline-block font-semibold">
          {row.name}
        </a>
      ),
    },
    { key: 'above', head: t('responsibility.slices.above'), cell: (row) => row.above },
    { key: 'guides', head: t('responsibility.slices.guides'), cell: (row) => <Guides row={row} /> },
    { key: 'tip', head: t('responsibility.slices.tip'), cell: (row) => <TipCell tip={row.tip} /> },
  ]
  const title = !frame.isWhole ? 'notYours' : villages === 0 ? 'nothing' : without === 0 ? 'whole' : 'gaps'
  return (
    <ResponsibilityFrame
      frame={frame}
      isOpen={without > 0}
      title={t(`responsibility.slices.${title}`, { n: without, count: villages })}
      lead={
        <p>
          {frame.isWhole
            ? t(untold > 0 ? 'responsibility.slices.untold' : 'responsibility.slices.lead', { n: untold })
            : t('responsibility.wholeOnly')}
        </p>
      }
    >
      {frame.isWhole && villages === 0 && <Empty title={t('responsibility.slices.nothing')}>{t('responsibility.slices.empty')}</Empty>}
      {villages > 0 && (
        <>
          <p className="no-print mb-6">
            <LinkButton href={`${root}/new?${frame.search}`} weight="primary">
              {t('responsibility.slices.assign')}
            </LinkButton>
          </p>
          <Table caption={t('responsibility.tab.slices')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        </>
      )}
      {pages > 1 && <Pager page={page} pages={pages} total={villages} search={frame.search} />}
    </ResponsibilityFrame>
  )
}

function Guides({ row }: { row: VillageRow }) {
  const { t } = useTranslation('duties')
  if (row.guides.length === 0) return <span className="text-due">{t('responsibility.slices.nobody')}</span>
  return (
    <ul className="text-left">
      {row.guides.map((guide) => (
        <li key={guide.id}>
          {t('responsibility.slices.guide', guide)}
          {guide.isLeft && <span className="block text-due">{t('responsibility.left')}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The last tip and how long ago it was sent; in words also where there was none. */
export function TipCell({ tip }: { tip: LastTip | null }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (tip === null) return <span className="text-due">{t('responsibility.slices.noTip')}</span>
  const { title, on, daysAgo } = tip
  return (
    <span>
      {title}
      <span className="block text-ink2">
        {dayText(on, locale)} · {t(daysAgo === 0 ? 'responsibility.slices.today' : 'responsibility.slices.ago', { count: daysAgo })}
      </span>
    </span>
  )
}
