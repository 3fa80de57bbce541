import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { toneText } from '../tone'
import type { UnitYear, YearRow } from './year'
import { dateLook, dateOfMonth } from './year-look'

/** The year at a glance, for wide screens and paper: duties by months; each mark leads to its month below. */
export function YearGrid({ year }: { year: UnitYear }) {
  const { t } = useTranslation('duties')
  if (year.own.length + year.people.length === 0) return null
  return (
    <div className="mt-8 hidden lg:block print:block">
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">{t('year.grid', { year: year.year })}</caption>
        <colgroup>
          <col className="w-56" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="border-b border-field py-2 pr-3 text-left text-14 font-semibold text-ink2">
              {t('console.thing')}
            </th>
            {year.months.map(({ month, when }) => (
              <th
                key={month}
                scope="col"
                aria-current={when === 'now' ? 'date' : undefined}
                className={`border-b py-2 pl-2 text-left text-14 ${when === 'now' ? 'border-b-2 border-ink font-semibold text-ink' : 'border-field font-semibold text-ink2'}`}
              >
                {t(`year.short.${month}`)}
                {when === 'now' && <span className="sr-only"> {t('year.now')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {year.own.length > 0 && <Rows heading={t('console.own')} rows={year.own} year={year} who="own" />}
        {year.people.length > 0 && <Rows heading={t('year.people')} rows={year.people} year={year} who="people" />}
      </table>
    </div>
  )
}

type Who = 'own' | 'people'

function Rows({ heading, rows, year, who }: { heading: string; rows: YearRow[]; year: UnitYear; who: Who }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={13} className="pb-1 pt-6 text-left text-14 font-semibold text-ink2">
          {heading}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.thing}>
          <th scope="row" className="border-b border-line py-3 pr-3 text-left align-top font-normal">
            {row.title}
          </th>
          {row.cells.map((marks, nth) => (
            <td
              key={year.months[nth]?.month}
              className={`border-b border-line py-3 pl-2 align-top ${year.months[nth]?.when === 'now' ? 'bg-raised' : ''}`}
            >
              {marks.map((mark) => (
                <Mark key={mark.kind} mark={mark} who={who} href={`#m${nth + 1}-${who}-${row.thing}-${mark.kind}`} />
              ))}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** Icon and day for the unit itself, icon and how many for people; the words for those who do not see it. */
function Mark({ mark: { kind, count, last }, who, href }: { mark: YearRow['cells'][number][number]; who: Who; href: string }) {
  const { t } = useTranslation('duties')
  const { icon, tone } = dateLook[kind]
  const shown = who === 'own' ? t('year.date', { n: dateOfMonth(last) }) : t('year.count', { n: count })
  const words = who === 'own' ? t(`year.kind.${kind}`) : t('year.countBy', { kind: t(`year.kind.${kind}`), n: dateOfMonth(last) })
  return (
    <a
      href={href}
      title={words}
      className={`flex min-h-[28px] items-center gap-1 whitespace-nowrap text-14 no-underline ${toneText[tone]}`}
    >
      <Icon name={icon} size={16} />
      <span className="underline underline-offset-4">{shown}</span>
      <span className="sr-only"> {words}</span>
    </a>
  )
}
