import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Empty, Notice } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { Draw, Freeze, PutOn, TakeOff } from './list-acts'
import type { ListLine, ListPage } from './programmes'

type Props = { page: ListPage; done: 'drawn' | 'frozen' | 'off' | 'on' | null; count: number; answer: FormAnswer | undefined }

/** Who is to be covered, each with the reason: drawn, looked through, frozen; afterwards every change with its reason and person. */
export function ListView({ page, done, count, answer }: Props) {
  const { t } = useTranslation('classes')
  const locale = useLocale()
  const { programme, state, drawnOn, frozen } = page
  return (
    <>
      <p className="no-print">
        <a href={`/street/classes/${programme.id}`} className="inline-flex min-h-touch items-center">
          {programme.title}
        </a>
      </p>
      {done !== null && (
        <Notice kind="done" live>
          {t(`list.done.${done}`, { count })}
        </Notice>
      )}
      <p className="text-ink2">{t('list.title')}</p>
      <h1 className="mt-1">{state === 'empty' ? t('list.headEmpty') : t(`list.head.${programme.binds}`, { count: page.listed })}</h1>
      <p className="mt-1 text-ink2">
        {[
          t(`state.${state}`),
          drawnOn === null ? '' : t('list.drawnOn', { day: dayText(drawnOn, locale) }),
          frozen === null ? '' : t('page.frozen', { at: instantText(frozen.at, locale), who: frozen.by }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <FormErrors answer={answer} />
      {state !== 'frozen' && <Draw page={page} answer={answer} />}
      {state === 'review' && page.listed > 0 && <Freeze page={page} />}
      {state !== 'empty' && <PutOn page={page} answer={answer} />}
      <div className="no-print mt-6 flex flex-wrap gap-3">
        <LinkButton href={`/street/classes/${programme.id}/list/import`}>{t('list.import')}</LinkButton>
        {state !== 'empty' && <LinkButton href={`/street/classes/${programme.id}/list.xlsx`}>{t('list.xlsx')}</LinkButton>}
      </div>
      {state !== 'empty' && <Lines page={page} answer={answer} />}
    </>
  )
}

function Lines({ page, answer }: { page: ListPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classes')
  const { rows, filter, off, total } = page
  const shown = [
    { key: 'on', show: true },
    { key: 'off', show: off > 0 },
    { key: 'changed', show: true },
  ] as const
  return (
    <section aria-labelledby="lines" className="mt-8">
      <h2 id="lines">{t(`list.shown.${filter.shown}`)}</h2>
      <nav aria-label={t('list.which')} className="no-print mt-1 flex flex-wrap gap-x-6">
        {shown
          .filter(({ show, key }) => show && key !== filter.shown)
          .map(({ key }) => (
            <a key={key} href={`?shown=${key}`} className="inline-flex min-h-touch items-center">
              {t(`list.shown.${key}`)}
            </a>
          ))}
      </nav>
      <form method="get" className="no-print mt-2 flex max-w-measure gap-3">
        <input type="hidden" name="shown" value={filter.shown} />
        <input
          type="search"
          name="name"
          defaultValue={filter.name}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          className="block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
        />
        <button type="submit" className="min-h-touch shrink-0 rounded border border-field bg-raised px-4 font-semibold text-ink">
          {t('list.find')}
        </button>
      </form>
      {total === 0 ? (
        <Empty title={t('list.none')} />
      ) : (
        <ol className="mt-4 border-t border-line">
          {rows.map((line) => (
            <Line key={line.id} line={line} page={page} answer={answer} />
          ))}
        </ol>
      )}
      {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={total} search={filter.search} />}
    </section>
  )
}

function Line({ line, page, answer }: { line: ListLine; page: ListPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classes')
  const locale = useLocale()
  const { name, unit, place, why, way, from, addedBy, end } = line
  return (
    <li className="border-b border-line py-2 sm:flex sm:items-baseline sm:justify-between sm:gap-6">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="text-14 text-ink2">{[unit, place, t('list.why', { why })].filter(Boolean).join(' · ')}</p>
        {way !== 'drawn' && <p className="text-14 text-ink2">{t(`list.way.${way}`, { day: dayText(from, locale), who: addedBy })}</p>}
        {end !== null && (
          <p className="text-14">
            {t('list.left', { day: dayText(end.on, locale), why: t(`leaving.${end.why}`), who: end.by })}
            {end.reason !== '' && `：${end.reason}`}
          </p>
        )}
      </div>
      {end === null && <TakeOff line={line} page={page} answer={answer} />}
    </li>
  )
}
