import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { useLocale } from '../use-locale'
import type { LocalDutyLine, LocalDutyList } from './local-duty'

/** In which state a local duty is, with its days. */
export function StateLine({ line }: { line: LocalDutyLine }) {
  const { t } = useTranslation('localduties')
  const locale = useLocale()
  const { state, from, lastDay } = line
  const days = { from: from === null ? '' : dayText(from, locale), lastDay: lastDay === null ? '' : dayText(lastDay, locale) }
  const isEnding = state === 'inForce' && lastDay !== null
  return (
    <span className={state === 'inForce' ? 'font-semibold' : 'text-ink2'}>{t(isEnding ? 'state.ending' : `state.${state}`, days)}</span>
  )
}

/** The duties that one's own places wrote themselves. */
export function LocalDutyListView({ list: { lines, canWrite } }: { list: LocalDutyList }) {
  const { t } = useTranslation('localduties')
  const inForce = lines.filter(({ state }) => state === 'inForce').length
  return (
    <div className="mx-auto max-w-4xl">
      <p className="no-print">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('list.back')}
        </a>
      </p>
      <h1>{lines.length === 0 ? t('list.title') : t('list.answer', { count: inForce })}</h1>
      <p className="mt-2 max-w-measure text-ink2">{t('list.lead')}</p>
      {canWrite && (
        <p className="no-print mt-4">
          <LinkButton href="/street/duties/new" weight="primary" className="w-full sm:w-auto">
            {t('list.new')}
          </LinkButton>
        </p>
      )}
      {!canWrite && <p className="mt-4 max-w-measure">{t('list.notWhole')}</p>}
      {lines.length === 0 && canWrite && <Empty title={t('list.noneTitle')}>{t('list.none')}</Empty>}
      <ul className="mt-6">
        {lines.map((line) => (
          <li key={line.id} className="border-b border-line py-3">
            <a href={`/street/duties/${line.id}`} className="inline-flex min-h-touch items-center font-semibold">
              {line.title}
            </a>
            <p className="text-ink2">
              {line.place} · {line.of}
            </p>
            <p>
              <StateLine line={line} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
