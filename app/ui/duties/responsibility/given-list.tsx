import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Field } from '~/ui/kit/field'
import { ActForm } from '~/ui/org/act-form'
import { useLocale } from '../use-locale'
import type { Given } from './frame'

/**
 * What was given, the latest first: what still holds with the way to end it, what is over below as history. `search` is the page's own
 * address; ending is a step of it.
 */
export function GivenList({
  given,
  ending,
  search,
  answer,
  isOurs,
}: {
  given: readonly Given[]
  ending: string | null
  search: string
  answer: FormAnswer | undefined
  isOurs: boolean
}) {
  const { t } = useTranslation('duties')
  const current = given.filter(({ isOver }) => !isOver)
  const over = given.filter(({ isOver }) => isOver)
  const address = (more: string) => `?${[search, more].filter((part) => part !== '').join('&')}`
  return (
    <>
      <ul className="mt-4 border-t border-line empty:hidden">
        {current.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <GivenLine given={one} endHref={isOurs && one.to === null && ending !== one.id ? address(`end=${one.id}`) : null} />
            {ending === one.id && <EndForm answer={answer} back={address('')} />}
          </li>
        ))}
      </ul>
      {over.length > 0 && (
        <details className="mt-4">
          <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">
            {t('responsibility.history', { count: over.length })}
          </summary>
          <ul>
            {over.map((one) => (
              <li key={one.id} className="border-b border-line py-3 text-ink2">
                <GivenLine given={one} endHref={null} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function GivenLine({ given, endHref }: { given: Given; endHref: string | null }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { what, more, from, to, by, endedBy, isLeft } = given
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6">
      <div>
        <p className="font-semibold">{what}</p>
        {more !== null && <p>{more}</p>}
        {isLeft && <p className="text-due">{t('responsibility.left')}</p>}
        <p className="text-14 text-ink2">
          {to === null
            ? t('responsibility.since', { day: dayText(from, locale) })
            : t('responsibility.span', { from: dayText(from, locale), to: dayText(to, locale) })}
          {by !== null && ` · ${t('responsibility.by', { name: by })}`}
          {endedBy !== null && ` · ${t('responsibility.endedBy', { name: endedBy })}`}
        </p>
      </div>
      {endHref !== null && (
        <a href={endHref} className="no-print inline-flex min-h-touch items-center">
          {t('responsibility.endLink')}
        </a>
      )}
    </div>
  )
}

function EndForm({ answer, back }: { answer: FormAnswer | undefined; back: string }) {
  const { t } = useTranslation('duties')
  return (
    <div className="mt-3">
      <ActForm answer={answer} submit={t('responsibility.endSubmit')} back={back}>
        <Field
          name="lastDay"
          type="date"
          label={t('responsibility.lastDay')}
          hint={t('responsibility.lastDayHint')}
          answer={answer}
          required
        />
      </ActForm>
    </div>
  )
}
