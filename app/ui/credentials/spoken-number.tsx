import { useTranslation } from '~/i18n/words'

/** A number as it is read out over the telephone: group by group, each letter with a word that begins with it. */
export function SpokenNumber({ groups }: { groups: string[][] }) {
  const { t } = useTranslation('credentials')
  const written = groups.map((signs) => signs.join(''))
  return (
    <details className="no-print mt-3">
      <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('register.say.open')}</summary>
      <p className="mb-3 mt-1 text-ink2">{t('register.say.lead')}</p>
      <dl className="border-b border-line">
        {groups.map((signs, nth) => (
          <div key={written[nth]} className="flex gap-4 border-t border-line py-3">
            <dt className="w-24 shrink-0 text-18 font-semibold tabular-nums">{written[nth]}</dt>
            <dd>{signs.map((sign) => t(`register.say.sign.${sign}`)).join(t('register.say.then'))}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
