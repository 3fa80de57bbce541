import { type FullNumber, fullNumbers, sightReasons } from '~/domain/personal/number-sight'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '../kit/button'
import { FormErrors, Select } from '../kit/field'

type Seen = { seen: { what: FullNumber; number: string } }
type Facts = { back: string; what: FullNumber; answer: FormAnswer | Seen | undefined }

/** Why somebody needs a whole number; then the number. */
export function NumberSight({ back, what, answer }: Facts) {
  const { t } = useTranslation('personal')
  if (answer !== undefined && 'seen' in answer)
    return (
      <div className="max-w-measure">
        <p className="text-ink2">{t(`number.what.${answer.seen.what}`)}</p>
        <p className="text-28 font-semibold tabular-nums">{answer.seen.number}</p>
        <p className="mt-3">{t('number.noted')}</p>
        <p className="mt-4">
          <LinkButton href={back} weight="primary">
            {t('number.back')}
          </LinkButton>
        </p>
      </div>
    )
  return (
    <form method="post" className="max-w-measure">
      <p className="mb-5 text-ink2">{t('number.lead')}</p>
      <FormErrors answer={answer} />
      <Select
        name="what"
        label={t('number.which')}
        answer={answer}
        value={what}
        options={fullNumbers.map((value) => ({ value, label: t(`number.what.${value}`) }))}
        required
      />
      <Select
        name="why"
        label={t('number.why')}
        answer={answer}
        options={sightReasons.map((value) => ({ value, label: t(`number.reason.${value}`) }))}
        empty={t('choose')}
        required
      />
      <Button weight="primary">{t('number.go')}</Button>
    </form>
  )
}
