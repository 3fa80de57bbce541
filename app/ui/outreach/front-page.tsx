import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { Field } from '~/ui/kit/field'
import { FrontPicture } from './front-picture'
import { FrontReaders, type Reader } from './front-readers'
import { FrontSearch } from './front-search'
import { FrontSeason, FrontTopics, type Tip, type Topic } from './front-topics'

type Page = {
  /** Where each answer to the first question is taught. */
  first: Readonly<Record<'clear' | 'smoke' | 'own', string>>
  readers: readonly Reader[]
  month: number
  tips: readonly Tip[]
  topics: readonly Topic[]
  sets: readonly { id: string; title: string }[]
}

/** The front page: for whoever passes by first, for those who work here second. */
export function FrontPage({ page: { first, readers, month, tips, topics, sets } }: { page: Page }) {
  const { t } = useTranslation('outreach')
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-2 lg:items-center lg:gap-12">
        <div className="max-w-measure">
          <h1 className="text-balance text-28 sm:text-36">{t('home.title')}</h1>
          <FirstThings first={first} />
          <p className="mt-6 text-pretty text-ink2">{t('home.lead')}</p>
          <div className="mt-3">
            <FrontSearch action="/m" label={t('home.search')} like={t('home.searchLike')} weight="primary" />
          </div>
          <div className="mt-6">
            <FrontReaders readers={readers} />
          </div>
        </div>
        <div className="mx-auto w-full max-w-xl lg:max-w-none">
          <FrontPicture label={t('home.picture')} />
        </div>
      </div>
      <ForStaff />
      <FrontSeason month={month} tips={tips} />
      <FrontTopics topics={topics} />
      <ForOthers sets={sets} />
      <FourSteps />
      <TypedCode />
    </>
  )
}

/** The answer to the question that the page asks, as it is needed on the day. */
function FirstThings({ first }: { first: Page['first'] }) {
  const { t } = useTranslation('outreach')
  return (
    <ul className="mt-4 border-t border-line">
      {(['clear', 'smoke', 'own'] as const).map((state) => (
        <li key={state} className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[11rem_1fr] sm:items-baseline">
          <a href={first[state]} className="inline-flex min-h-touch items-center font-semibold">
            {t(`home.first.${state}.if`)}
          </a>
          <span className="text-18">{t(`home.first.${state}.then`)}</span>
        </li>
      ))}
    </ul>
  )
}

function ForStaff() {
  const { t } = useTranslation('outreach')
  return (
    <section
      aria-labelledby="staff"
      className="mt-10 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-y border-line py-5"
    >
      <div className="min-w-0 max-w-measure">
        <h2 id="staff" className="text-18">
          {t('home.staff.title')}
        </h2>
        <p className="text-ink2">{t('home.staff.text')}</p>
      </div>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <LinkButton href="/sign-in">{t('home.signIn')}</LinkButton>
        <a href="#code" className="inline-flex min-h-touch items-center">
          {t('home.staff.code')}
        </a>
      </p>
    </section>
  )
}

/** For those who teach others: what to say and what to hang. */
function ForOthers({ sets }: { sets: Page['sets'] }) {
  const { t } = useTranslation('outreach')
  return (
    <section aria-labelledby="others" className="mt-12 border-t border-line pt-8">
      <h2 id="others">{t('home.others.title')}</h2>
      <div className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2">
        <div>
          <h3>
            <a href="/aloud" className="inline-flex min-h-touch items-center">
              {t('aloud.title')}
            </a>
          </h3>
          <p className="text-ink2">{t('home.others.aloud')}</p>
        </div>
        {sets.length > 0 && (
          <div>
            <h3>
              <a href="/sets" className="inline-flex min-h-touch items-center">
                {t('sets.title')}
              </a>
            </h3>
            <p className="text-ink2">{t('home.others.sets')}</p>
            <ul className="mt-1 flex flex-wrap gap-x-5">
              {sets.map(({ id, title }) => (
                <li key={id}>
                  <a href={`/sets/${id}`} className="inline-flex min-h-touch items-center">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  )
}

function FourSteps() {
  const { t } = useTranslation('outreach')
  return (
    <section aria-labelledby="how" className="mt-12 border-t border-line pt-8">
      <h2 id="how">{t('home.how')}</h2>
      <p className="mt-2 max-w-measure text-ink2">{t('home.howLead')}</p>
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
  )
}

function TypedCode() {
  const { t } = useTranslation('outreach')
  return (
    <section aria-labelledby="code" className="mt-12 border-t border-line pt-8">
      <div className="max-w-measure">
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
      </div>
    </section>
  )
}
