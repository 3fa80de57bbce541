import { correctable } from '~/domain/personal/correction'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '../kit/button'
import { Field, FormErrors, Select, TextArea } from '../kit/field'
import { Notice } from '../kit/notice'

type Asked = { id: string; field: string; at: string; state: string; reason: string }
type Facts = { name: string; isAsked: boolean; requests: readonly Asked[]; answer: FormAnswer | undefined }

/** One's own data: take it along, have it put right, have it erased. */
export function OwnDataView({ isAsked, requests, answer }: Facts) {
  const { t } = useTranslation('personal')
  return (
    <div className="mx-auto max-w-measure sm:py-6">
      <h1>{t('data.title')}</h1>
      <p className="mt-2 text-ink2">{t('data.lead')}</p>
      {isAsked && (
        <div className="mt-4">
          <Notice kind="done" title={t('correct.done')} live>
            <p>{t('correct.doneText')}</p>
          </Notice>
        </div>
      )}
      <section aria-labelledby="take" className="mt-8">
        <h2 id="take">{t('data.take')}</h2>
        <p className="mt-2 text-ink2">{t('data.takeText')}</p>
        <p className="mt-4">
          <LinkButton href="/me/data.zip" weight="primary">
            {t('data.go')}
          </LinkButton>
        </p>
      </section>
      <section aria-labelledby="correct" className="mt-10 border-t border-line pt-6">
        <h2 id="correct">{t('correct.title')}</h2>
        <p className="mt-2 text-ink2">{t('correct.lead')}</p>
        {requests.length > 0 && (
          <ul className="mt-4 divide-y divide-line border-y border-line">
            {requests.map(({ id, field, at, state, reason }) => (
              <li key={id} className="py-3">
                <span className="font-semibold">{t(`correct.field.${field}`)}</span>
                {t('colon')}
                {t(`correct.state.${state}`)} <span className="text-ink2">{at}</span>
                {reason !== '' && <p className="text-ink2">{reason}</p>}
              </li>
            ))}
          </ul>
        )}
        <form method="post" className="mt-6">
          <FormErrors answer={answer} />
          <Select
            name="field"
            label={t('correct.what')}
            answer={answer}
            options={correctable.map((value) => ({ value, label: t(`correct.field.${value}`) }))}
            empty={t('choose')}
            required
          />
          <Field name="value" label={t('correct.value')} answer={answer} required maxLength={100} autoComplete="off" />
          <TextArea name="why" label={t('correct.why')} hint={t('correct.whyHint')} answer={answer} rows={3} />
          <Button>{t('correct.go')}</Button>
        </form>
      </section>
      <section aria-labelledby="erase" className="mt-10 border-t border-line pt-6">
        <h2 id="erase">{t('data.erase')}</h2>
        <p className="mt-2">{t('data.eraseText')}</p>
        <p className="mt-4">
          <a href="/privacy" className="inline-flex min-h-touch items-center">
            {t('privacy.title')}
          </a>
        </p>
      </section>
    </div>
  )
}
