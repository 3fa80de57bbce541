import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors } from '../kit/field'
import type { PermitView } from './permit-view'

type Facts = { permit: PermitView; answer: FormAnswer | undefined; repeatId: string }

/** What may be done besides the next act: stop, refuse, take back, the same again tomorrow, print. */
export function OtherActs({ permit, answer, repeatId }: Facts) {
  const { t } = useTranslation('hotwork')
  const { may } = permit
  const own = (intent: string) => (answer?.values.intent === intent ? answer : undefined)
  return (
    <section aria-labelledby="others" className="no-print mt-10 max-w-measure border-t border-line pt-4">
      <h2 id="others" className="sr-only">
        {t('others.title')}
      </h2>
      {may.stop && <Reasoned intent="stopped" field="stopReason" answer={own('stopped')} isDanger />}
      {may.refuse && <Reasoned intent="refused" field="reason" answer={own('refused')} />}
      {may.cancel && <Reasoned intent="cancelled" field="cancelReason" answer={own('cancelled')} />}
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {may.repeat && (
          <form method="post">
            <input type="hidden" name="intent" value="repeat" />
            <input type="hidden" name="id" value={repeatId} />
            <FormErrors answer={own('repeat')} />
            <Button>{t('others.repeat')}</Button>
          </form>
        )}
        <Button type="button" data-print hidden>
          {t('others.print')}
        </Button>
      </div>
      {may.repeat && <p className="mt-2 text-14 text-ink2">{t('others.repeatHint')}</p>}
    </section>
  )
}

function Reasoned({
  intent,
  field,
  answer,
  isDanger = false,
}: {
  intent: 'stopped' | 'refused' | 'cancelled'
  field: string
  answer: FormAnswer | undefined
  isDanger?: boolean
}) {
  const { t } = useTranslation('hotwork')
  return (
    <details open={answer !== undefined} className="border-b border-line">
      <summary className={`opens flex min-h-touch cursor-pointer items-center font-semibold ${isDanger ? 'text-vermilion' : ''}`}>
        {t(`others.${intent}`)}
      </summary>
      <form method="post" className="pb-4 pt-2">
        <input type="hidden" name="intent" value={intent} />
        <FormErrors answer={answer} />
        <p className="mb-3">{t(`others.${intent}Text`)}</p>
        <Field name={field} label={t('others.reason')} answer={answer} autoComplete="off" required maxLength={200} />
        <Button weight={isDanger ? 'danger' : 'plain'}>{t(`others.${intent}Go`)}</Button>
      </form>
    </details>
  )
}
