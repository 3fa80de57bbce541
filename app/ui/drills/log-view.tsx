import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import type { HeldPage } from './log'
import { HeldErrors, NoticeAndSign, SameDrill, WhatElse, WhatWhenWhere, WhoWasThere } from './log-fields'

/** What is folded away on a phone. */
const more = ['commander', 'story', 'guests', 'notice', 'sign', 'names']

/** A drill that is just over, logged on one page: everything is filled in already, and one press archives it. */
export function LogView({ page, answer }: { page: HeldPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const { unit, today, people } = page
  return (
    <div className="max-w-md">
      <p>
        <a href={`/units/${unit.id}/drills`} className="inline-flex min-h-touch items-center">
          {t('held.back')}
        </a>
      </p>
      <p className="text-ink2">
        {unit.name} · {dayText(today, locale)}
      </p>
      <h1 className="mb-5 mt-1">{t('log.title')}</h1>
      <form method="post">
        <HeldErrors answer={answer} />
        <SameDrill answer={answer} />
        <WhatWhenWhere page={page} answer={answer} isToday />
        <WhoWasThere page={page} answer={answer} summary={t('log.people', { count: people.length })} />
        <details className="mb-5 border-b border-line pb-1" open={more.some((name) => answer?.errors[name] !== undefined)}>
          <summary className="opens flex min-h-touch items-center font-semibold">{t('log.more')}</summary>
          <div className="mt-2">
            <WhatElse page={page} answer={answer} />
            <NoticeAndSign page={page} answer={answer} />
          </div>
        </details>
        <Button weight="primary" className="w-full">
          {t('log.submit')}
        </Button>
        <p className="mt-3 text-14 text-ink2">{t('log.what')}</p>
        <p className="mt-1">
          <a href={`/units/${unit.id}/drills/past`} className="inline-flex min-h-touch items-center">
            {t('log.past')}
          </a>
        </p>
      </form>
    </div>
  )
}
