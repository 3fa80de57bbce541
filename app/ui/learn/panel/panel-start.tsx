import type { Mode } from '~/domain/learn/panel/acts'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Icon } from '~/ui/kit/icons'

type ListFacts = {
  course: { href: string; title: string } | null
  scenarios: { id: string; title: string; trains: string; tried: boolean }[]
}

/** The situations to choose from. */
export function PanelList({ page }: { page: ListFacts }) {
  const { t } = useTranslation('panel')
  return (
    <div className="lesson-page">
      {page.course !== null && (
        <p className="no-print">
          <a href={page.course.href} className="inline-flex min-h-touch items-center">
            {page.course.title}
          </a>
        </p>
      )}
      <h1>{t('list.title')}</h1>
      <p className="mt-4 text-18">{t('list.intro')}</p>
      <ol className="course-lessons mt-6">
        {page.scenarios.map(({ id, title, trains, tried }, nth) => (
          <li key={id}>
            <a href={`/panel/${id}`} className="course-lesson">
              <span className="course-lesson-number">{nth + 1}</span>
              <span className="course-lesson-title">
                {title}
                <span className="block text-16 text-ink2">{trains}</span>
              </span>
              {tried && (
                <span className="course-lesson-state">
                  <Icon name="met" size={18} />
                  {t('list.tried')}
                </span>
              )}
            </a>
          </li>
        ))}
      </ol>
      <p className="mt-6 text-ink2">{t('list.practice')}</p>
    </div>
  )
}

type StartFacts = {
  id: string
  title: string
  trains: string
  scene: string
  minutes: number
  runs: { id: string; mode: Mode; startedAt: string; isOver: boolean }[]
}

/** One situation before it begins: what it trains, alone or as two, and earlier runs. */
export function PanelStart({ page, answer }: { page: StartFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('panel')
  return (
    <div className="lesson-page">
      <p className="no-print">
        <a href="/panel" className="inline-flex min-h-touch items-center">
          {t('start.back')}
        </a>
      </p>
      <h1>{page.title}</h1>
      <p className="lesson-situation">{page.scene}</p>
      <FormErrors answer={answer} />
      <form method="post" className="mt-6">
        <fieldset>
          <legend className="font-semibold">{t('start.how')}</legend>
          {(['alone', 'two'] as const).map((mode) => (
            <label key={mode} className="tick">
              <input type="radio" name="mode" value={mode} defaultChecked={mode === 'alone'} />
              <span>{t(`start.${mode}`)}</span>
            </label>
          ))}
        </fieldset>
        <Button weight="primary" className="mt-6">
          {t('start.begin')}
        </Button>
      </form>
      <h2 className="mt-10">{t('start.trains')}</h2>
      <p className="mt-2">{page.trains}</p>
      <p className="mt-2 text-ink2">{t('start.time', { minutes: page.minutes })}</p>
      <p className="mt-2 text-ink2">{t('start.panel')}</p>
      <p className="mt-2 text-ink2">{t('list.practice')}</p>
      {page.runs.length > 0 && (
        <>
          <h2 className="mb-3 mt-10">{t('start.earlier')}</h2>
          <ul className="course-lessons">
            {page.runs.map(({ id, mode, startedAt, isOver }) => (
              <li key={id}>
                <a href={`/panel/${page.id}/${id}`} className="course-lesson">
                  <span className="course-lesson-title">
                    {startedAt} · {t(`mode.${mode}`)}
                  </span>
                  <span className="course-lesson-state">{t(isOver ? 'start.over' : 'start.open')}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
