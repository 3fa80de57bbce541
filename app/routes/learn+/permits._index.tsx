import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { findPermitRuns } from '~/data/learn/permit-runs.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import learnStyles from '~/ui/learn/learn.css?url'
import { titled } from '~/ui/shell/title'

export const links = () => [{ rel: 'stylesheet', href: learnStyles }]

export const loader = serve('person', (ctx) => {
  const runs = findPermitRuns(ctx.actor.personId)
  const scenes = [...catalogue().permits.values()].map((scene) => {
    const own = runs.filter((run) => run.scene === scene.id)
    const state = own.some(({ endedAt }) => endedAt === null) ? ('open' as const) : own.length > 0 ? ('done' as const) : ('new' as const)
    return { id: scene.id, title: scene.title[ctx.locale], where: scene.where[ctx.locale], minutes: scene.minutes, state }
  })
  return { scenes }
})

export const handle = titled<typeof loader>((t) => t('learn:permit.title'))

export default function Permits() {
  const { t } = useTranslation('learn')
  const { scenes } = useLoaderData<typeof loader>()
  return (
    <div className="lesson-page">
      <p className="no-print">
        <a href="/courses/welder" className="inline-flex min-h-touch items-center">
          {t('permit.toCourse')}
        </a>
      </p>
      <h1>{t('permit.title')}</h1>
      <p className="mt-3">{t('permit.what')}</p>
      <p className="mt-2 text-ink2">{t('permit.noEvidence')}</p>
      {scenes.length === 0 && <Empty title={t('permit.none')} />}
      <ol className="course-lessons mt-8">
        {scenes.map(({ id, title, where, minutes, state }, index) => (
          <li key={id}>
            <a href={`/permits/${id}`} className="course-lesson">
              <span className="course-lesson-number">{index + 1}</span>
              <span className="course-lesson-title">
                {title}
                <span className="block text-16 text-ink2">{where}</span>
              </span>
              <span className={`course-lesson-state ${state === 'done' ? 'piece-right' : ''}`}>
                {state === 'done' && <Icon name="met" size={18} />}
                {t(`permit.state.${state}`, { minutes })}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  )
}
