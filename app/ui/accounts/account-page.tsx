import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '../kit/button'
import { Notice } from '../kit/notice'

type Facts = {
  name: string
  phone: string | null
  staffNumber: string
  hasPassword: boolean
  sessions: number
  kind: 'console' | 'learner'
  done: boolean
}

/** With what one signs in, and where one is signed in now. */
export function AccountPage({ name, phone, staffNumber, hasPassword, sessions, kind, done }: Facts) {
  const { t } = useTranslation('accounts')
  return (
    <div className="mx-auto max-w-measure sm:py-6">
      <h1>{name}</h1>
      {done && (
        <div className="mt-4">
          <Notice kind="done" title={t('account.passwordDone')} live>
            <p>{t('account.passwordDoneText')}</p>
          </Notice>
        </div>
      )}
      <section aria-labelledby="logins" className="mt-8">
        <h2 id="logins">{t('account.logins')}</h2>
        <dl className="mt-3 divide-y divide-line border-y border-line">
          {phone && <Row term={t('account.phone')} value={phone} />}
          <Row term={t('account.staffNumber')} value={staffNumber} />
        </dl>
        <p className="mt-3 text-ink2">{phone ? t('account.either') : t('account.noteIt')}</p>
      </section>
      <section aria-labelledby="password" className="mt-8">
        <h2 id="password">{t('account.password')}</h2>
        <p className="mt-2 text-ink2">{hasPassword ? t('account.hasPassword') : t('account.noPassword')}</p>
        <p className="mt-4">
          <LinkButton href="/password" weight={hasPassword ? 'plain' : 'primary'}>
            {hasPassword ? t('password.change') : t('password.set')}
          </LinkButton>
        </p>
      </section>
      <p className="mt-8 border-t border-line pt-4">
        <a href="/me/data" className="inline-flex min-h-touch items-center">
          {t('personal:data.title')}
        </a>
      </p>
      <section aria-labelledby="sessions" className="mt-10 border-t border-line pt-6">
        <h2 id="sessions">{t('account.sessions')}</h2>
        <p className="mt-2 text-ink2">
          {t('account.sessionsCount', { count: sessions })}
          <br />
          {t(`account.kind.${kind}`)}
        </p>
        <form method="post" className="mt-4">
          <Button>{t('account.everywhere')}</Button>
        </form>
        {!hasPassword && <p className="mt-2 text-due">{t('account.everywhereWarning')}</p>}
      </section>
    </div>
  )
}

const Row = ({ term, value }: { term: string; value: string }) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-6 py-3">
    <dt className="text-ink2">{term}</dt>
    <dd className="text-22 font-semibold">{value}</dd>
  </div>
)
