import type { RetentionId } from '~/domain/personal/retention'
import { useTranslation } from '~/i18n/words'

const kinds = ['name', 'phone', 'idNumber', 'post', 'learning', 'evidence', 'licence', 'drill', 'permit', 'mail', 'use'] as const
const readers = ['self', 'manager', 'supervisor', 'administrator', 'inspector', 'stranger'] as const
const rights = ['copy', 'correct', 'erase', 'complain'] as const

type Facts = {
  rules: readonly { id: RetentionId; days: number }[]
  isSignedIn: boolean
  contacts: readonly { unit: string; name: string }[]
}

/** The notice to everybody whose data is kept here, in plain words. */
export function PrivacyNotice({ rules, isSignedIn, contacts }: Facts) {
  const { t } = useTranslation('personal')
  return (
    <article className="mx-auto max-w-measure sm:py-6">
      <h1>{t('privacy.title')}</h1>
      <p className="mt-3 text-18">{t('privacy.lead')}</p>
      <section aria-labelledby="who" className="mt-8">
        <h2 id="who">{t('privacy.who.title')}</h2>
        <p className="mt-2">{t('privacy.who.text')}</p>
        {contacts.length > 0 && (
          <ul className="mt-3 list-disc space-y-1 pl-5">
            {contacts.map(({ unit, name }) => (
              <li key={`${unit} ${name}`}>{t('privacy.who.contact', { unit, name })}</li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="what" className="mt-8">
        <h2 id="what">{t('privacy.what.title')}</h2>
        <dl className="mt-3 divide-y divide-line border-y border-line">
          {kinds.map((kind) => (
            <div key={kind} className="py-3">
              <dt className="font-semibold">{t(`privacy.what.${kind}.name`)}</dt>
              <dd className="mt-1 text-ink2">{t(`privacy.what.${kind}.why`)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3">{t('privacy.what.not')}</p>
      </section>
      <section aria-labelledby="law" className="mt-8">
        <h2 id="law">{t('privacy.law.title')}</h2>
        <p className="mt-2">{t('privacy.law.text')}</p>
      </section>
      <section aria-labelledby="readers" className="mt-8">
        <h2 id="readers">{t('privacy.readers.title')}</h2>
        <ul className="mt-3 list-disc space-y-2 pl-5">
          {readers.map((reader) => (
            <li key={reader}>{t(`privacy.readers.${reader}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="public" className="mt-8">
        <h2 id="public">{t('privacy.public.title')}</h2>
        <p className="mt-2">{t('privacy.public.text')}</p>
      </section>
      <section aria-labelledby="long" className="mt-8">
        <h2 id="long">{t('privacy.long.title')}</h2>
        <p className="mt-2">{t('privacy.long.text')}</p>
        <ul className="mt-3 list-disc space-y-1 pl-5">
          {rules.map(({ id, days }) => (
            <li key={id}>
              {t(`retention.what.${id}`)}
              {t('colon')}
              {days === 0 ? t('retention.atOnce') : t('retention.days', { count: days })}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="rights" className="mt-8">
        <h2 id="rights">{t('privacy.rights.title')}</h2>
        <ul className="mt-3 list-disc space-y-2 pl-5">
          {rights.map((right) => (
            <li key={right}>{t(`privacy.rights.${right}`)}</li>
          ))}
        </ul>
        <p className="mt-4">
          <a href={isSignedIn ? '/me/data' : '/sign-in?next=%2Fme%2Fdata'} className="inline-flex min-h-touch items-center">
            {t('privacy.rights.go')}
          </a>
        </p>
      </section>
    </article>
  )
}
