import type { TFunction } from 'i18next'
import { isFull } from '~/domain/classes/list-line'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { Empty, Notice } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { Phrases } from '~/ui/kit/phrases'
import type { ListCoverage } from './list-coverage'
import { ListCoverageFilter } from './list-coverage-filter'
import { ListCoverageLines } from './list-coverage-lines'

const shown = ['covered', 'deputy', 'successor', 'missing', 'gone', 'excused', 'left'] as const

/** Is it really full coverage? The answer in words, the figures, and behind each of them its names. */
export function ListCoverageView({ page }: { page: ListCoverage }) {
  const { t } = useTranslation('classcover')
  const locale = useLocale()
  const { programme, figures, filter, groups, total } = page
  return (
    <>
      <p className="no-print">
        <a
          href={page.leads ? `/street/classes/${programme.id}` : '/street/classes/coverage'}
          className="inline-flex min-h-touch items-center"
        >
          {t(page.leads ? 'list.back' : 'list.backYears')}
        </a>
      </p>
      <p className="text-ink2">{t('list.about', { title: programme.title, place: programme.place, day: dayText(page.on, locale) })}</p>
      <h1 className="mt-1">
        <Phrases text={headline(t, page)} />
      </h1>
      <p className="mt-2 max-w-measure">{t(`list.asks.${programme.binds}`, { parts: programme.parts.join(t('join')) })}</p>
      {programme.binds === 'unit' && (
        <p className="max-w-measure text-ink2">{t(programme.deputies ? 'list.deputies' : 'list.noDeputies')}</p>
      )}
      {page.isPart && <p className="mt-2 text-ink2">{t('list.part')}</p>}
      {!page.isFrozen && (
        <div className="mt-4">
          <Notice kind="warn" title={t('list.notFrozen')} />
        </div>
      )}
      <Figures page={page} />
      <ListCoverageFilter page={page} />
      <p className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 text-ink2">
        <span>{t('list.shown', { n: total })}</span>
        <LinkButton href={`/street/classes/${programme.id}/coverage.xlsx${filter.search && `?${filter.search}`}`}>{t('xlsx')}</LinkButton>
        {page.leads && page.isToday && page.isFrozen && figures.missing > 0 && (
          <LinkButton href={`/street/classes/${programme.id}/make-up`}>{t('makeUp.title')}</LinkButton>
        )}
        {page.makeUp !== null && figures.missing + figures.successor > 0 && (
          <LinkButton weight="primary" href={`/street/classes/${programme.id}/new-class?makesUp=${page.makeUp}`}>
            {t('list.makeUp')}
          </LinkButton>
        )}
      </p>
      {total === 0 && <Empty title={t('list.none')}>{t(filter.isOn ? 'list.noneFiltered' : 'list.noneYet')}</Empty>}
      {groups.map((group) => (
        <ListCoverageLines key={group.state} group={group} binds={programme.binds} mayAsk={page.leads && page.isToday && page.isFrozen} />
      ))}
      {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={total} search={filter.search} />}
      <p className="mt-8 max-w-measure text-14 text-ink2">{t(`list.how.${programme.binds}`)}</p>
    </>
  )
}

function headline(t: TFunction, { figures, filter }: ListCoverage): string {
  const { listed, covered, excused, missing, gone } = figures
  if (listed === 0) return t(filter.isOn ? 'list.headNoneHere' : 'list.headNone')
  if (!isFull(figures)) return t('list.head', { covered, listed, open: missing + gone })
  return excused === 0 ? t('list.headFull', { listed }) : t('list.headFullBut', { covered, listed, excused })
}

/** Each figure leads to its lines; deputies and successors are among the covered. */
function Figures({ page: { figures, programme, filter } }: { page: ListCoverage }) {
  const { t } = useTranslation('classcover')
  const address = (state: string): string => {
    const query = new URLSearchParams(filter.search)
    query.delete('page')
    if (state === '') query.delete('state')
    else query.set('state', state)
    const text = query.toString()
    return `/street/classes/${programme.id}/coverage${text && `?${text}`}`
  }
  return (
    <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-1">
      <li>
        <a
          href={address('')}
          className="inline-flex min-h-touch items-center tabular-nums"
          aria-current={filter.state === '' ? 'true' : undefined}
        >
          {t('figure.listed')} {figures.listed}
        </a>
      </li>
      {shown
        .filter((name) => figures[name] > 0 || name === 'covered' || name === 'missing')
        .map((name) => (
          <li key={name}>
            <a
              href={address(name)}
              className={`inline-flex min-h-touch items-center tabular-nums ${name === 'missing' && figures.missing > 0 ? 'text-vermilion' : ''}`}
              aria-current={filter.state === name ? 'true' : undefined}
            >
              {t(`figure.${name}`)} {figures[name]}
            </a>
          </li>
        ))}
    </ul>
  )
}
