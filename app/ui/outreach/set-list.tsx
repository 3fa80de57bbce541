import { useTranslation } from '~/i18n/words'
import { type Frame, FrontFrame } from './front-frame'

type Listed = { id: string; title: string; forWhom: string; count: number; picture: Frame | null }

/** The five packed sets. */
export function SetList({ sets }: { sets: readonly Listed[] }) {
  const { t } = useTranslation('outreach')
  return (
    <>
      <h1>{t('sets.title')}</h1>
      <p className="mt-2 max-w-measure text-pretty text-ink2">{t('sets.lead')}</p>
      <ul className="mt-6 grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {sets.map(({ id, title, forWhom, count, picture }) => (
          <li key={id}>
            {picture && <FrontFrame picture={picture} isBeside />}
            <h2 className="mt-2 text-18">
              <a href={`/sets/${id}`} className="inline-flex min-h-touch items-center">
                {title}
              </a>
            </h2>
            <p>{forWhom}</p>
            <p className="text-ink2">{t('sets.count', { count })}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
