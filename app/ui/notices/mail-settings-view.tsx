import type { AddressState, Often } from '~/domain/notices/mail-address'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, Select } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'

/** off: the administrator has set up no server. old: its code is good no longer. */
export type MailSettings = { state: AddressState | 'off' | 'old'; address: string; often: Often }
export const settingsDone = ['asked', 'confirmed', 'chosen', 'withdrawn'] as const
type Page = { mail: MailSettings; hours: number; done: (typeof settingsDone)[number] | null; answer: FormAnswer | undefined }

/** Whether and how often notices are sent by mail. Nothing is, until an address was confirmed and a pace chosen. */
export function MailSettingsView({ mail, hours, done, answer }: Page) {
  const { t } = useTranslation('inbox')
  const { state, address } = mail
  return (
    <div className="mx-auto max-w-measure">
      <p className="no-print">
        <a href="/me/notices" className="inline-flex min-h-touch items-center">
          {t('back')}
        </a>
      </p>
      <h1>{t('settings.title')}</h1>
      <p className="mt-2 text-ink2">{t('settings.lead')}</p>
      <div className="mt-6">
        {done !== null && answer === undefined && (
          <Notice kind="done" live>
            {t(`settings.done.${done}`)}
          </Notice>
        )}
        <FormErrors answer={answer} />
        {state === 'off' && (
          <Notice kind="warn" title={t('settings.off')}>
            {t('settings.offText')}
          </Notice>
        )}
        {state === 'refused' && (
          <Notice kind="stop" title={t('settings.refused', { address })}>
            {t('settings.refusedText')}
          </Notice>
        )}
        {state === 'old' && (
          <Notice kind="warn" title={t('settings.old', { address })}>
            {t('settings.oldText', { count: hours })}
          </Notice>
        )}
        {state === 'waiting' && <Confirm address={address} hours={hours} answer={answer} />}
        {state === 'confirmed' && <Pace mail={mail} answer={answer} />}
        {(state === 'none' || state === 'refused' || state === 'old') && <Give answer={answer} isLead />}
        {state === 'waiting' && <Give answer={answer} isLead={false} />}
      </div>
    </div>
  )
}

type Answered = { answer: FormAnswer | undefined }

function Give({ answer, isLead }: Answered & { isLead: boolean }) {
  const { t } = useTranslation('inbox')
  return (
    <form method="post" className={isLead ? 'mt-4' : 'mt-10 border-t border-line pt-6'}>
      <input type="hidden" name="act" value="give" />
      <Field
        name="address"
        type="email"
        label={t(isLead ? 'settings.address' : 'settings.otherAddress')}
        hint={t('settings.addressHint')}
        answer={answer}
        autoComplete="email"
        inputMode="email"
        required
      />
      <Button weight={isLead ? 'primary' : 'plain'} className="w-full sm:w-auto">
        {t('settings.give')}
      </Button>
    </form>
  )
}

function Confirm({ address, hours, answer }: Answered & { address: string; hours: number }) {
  const { t } = useTranslation('inbox')
  return (
    <form method="post" className="mt-4">
      <input type="hidden" name="act" value="confirm" />
      <p className="mb-4 font-semibold">{t('settings.sentTo', { address })}</p>
      <Field
        name="code"
        label={t('settings.code')}
        hint={t('settings.codeHint', { count: hours })}
        answer={answer}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        required
      />
      <OftenField options={['weekly', 'daily']} value="weekly" answer={answer} />
      <Button weight="primary" className="w-full sm:w-auto">
        {t('settings.confirm')}
      </Button>
    </form>
  )
}

function Pace({ mail: { address, often }, answer }: Answered & { mail: MailSettings }) {
  const { t } = useTranslation('inbox')
  return (
    <>
      <form method="post" className="mt-4">
        <input type="hidden" name="act" value="choose" />
        <p className="mb-4 font-semibold">{t('settings.goesTo', { address })}</p>
        <OftenField options={['weekly', 'daily', 'never']} value={often} answer={answer} />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('settings.save')}
        </Button>
      </form>
      <form method="post" className="mt-10 border-t border-line pt-6">
        <input type="hidden" name="act" value="withdraw" />
        <p className="mb-3 text-ink2">{t('settings.withdrawText')}</p>
        <Button>{t('settings.withdraw')}</Button>
      </form>
    </>
  )
}

function OftenField({ options, value, answer }: Answered & { options: readonly Often[]; value: Often }) {
  const { t } = useTranslation('inbox')
  return (
    <Select
      name="often"
      label={t('settings.often')}
      hint={t('settings.oftenHint')}
      answer={answer}
      value={value}
      options={options.map((one) => ({ value: one, label: t(`settings.pace.${one}`) }))}
    />
  )
}
