import { redirect } from '@remix-run/node'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { Field } from '~/ui/kit/field'
import { FrontPicture } from '~/ui/outreach/front-picture'

/** Signed-in people go straight to what they must do. */
export const loader = serve('anyone', ({ actor }) => (actor ? redirect('/me') : null))

export default function Home() {
  const { t } = useTranslation('outreach')
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-2 lg:items-center">
        <div className="max-w-measure">
          <h1 className="text-28 sm:text-36">{t('home.title')}</h1>
          <p className="mt-4 text-18">{t('home.lead')}</p>
          <p className="mt-6">
            <LinkButton href="/sign-in" weight="primary" className="w-full sm:w-auto">
              {t('home.signIn')}
            </LinkButton>
          </p>
        </div>
        <FrontPicture label={t('home.picture')} />
      </div>
      <section aria-labelledby="how" className="mt-12 border-t border-line pt-8">
        <h2 id="how">{t('home.how')}</h2>
        <ol className="mt-4 grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
          {(['scan', 'learn', 'prove', 'work'] as const).map((step, index) => (
            <li key={step}>
              <p className="text-22 font-semibold text-indigo">{index + 1}</p>
              <h3 className="mt-1">{t(`home.${step}.title`)}</h3>
              <p className="mt-1 text-ink2">{t(`home.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="seconds" className="mt-12 border-t border-line pt-8">
        <h2 id="seconds">{t('micro.list.title')}</h2>
        <p className="mt-2 text-ink2">{t('micro.list.lead')}</p>
        <p className="mt-3 flex flex-wrap items-center gap-x-4">
          <span className="text-ink2">{t('micro.list.reader.title')}</span>
          {(['tenant', 'parent', 'shopkeeper', 'courier', 'teacher'] as const).map((who) => (
            <a key={who} href={`/m?who=${who}`} className="inline-flex min-h-touch items-center">
              {t(`micro.list.reader.${who}`)}
            </a>
          ))}
          <a href="/m" className="inline-flex min-h-touch items-center">
            {t('micro.list.everything')}
          </a>
        </p>
      </section>
      <section aria-labelledby="code" className="mt-12 max-w-measure border-t border-line pt-8">
        <h2 id="code">{t('home.code.title')}</h2>
        <p className="mt-2 text-ink2">{t('home.code.text')}</p>
        <form action="/code" className="mt-4">
          <Field
            name="code"
            label={t('home.code.label')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            required
          />
          <Button>{t('home.code.go')}</Button>
        </form>
      </section>
    </>
  )
}
