import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { MakingProgress } from '~/ui/kit/making-progress'

export type FoldersState = 'waiting' | 'making' | 'done' | 'failed'
export type FoldersFacts = {
  id: string
  place: string
  year: number
  state: FoldersState
  done: number
  total: number
  left: readonly { name: string; reason: 'gone' | 'unreadable' | 'unprintable' }[]
  megabytes: number | null
}

/** How far a batch of folders is; finished, where it is fetched and what it does not hold. The page's script asks again while it is being made. */
export function YearFoldersProgress({ batch }: { batch: FoldersFacts }) {
  const { t } = useTranslation('drillpapers')
  const { id, place, year, state, done, total, left, megabytes } = batch
  const isRunning = state === 'waiting' || state === 'making'
  return (
    <div className="max-w-measure">
      <p>
        <a href="/street/folders" className="inline-flex min-h-touch items-center">
          {t('folders.title')}
        </a>
      </p>
      <h1>{t('folders.progressTitle')}</h1>
      <p className="mt-2 text-ink2">{t('folders.one', { place, year, count: total })}</p>
      <div data-progress={isRunning ? 'running' : 'ended'} className="mt-6">
        <p role="status" className="text-18 font-semibold">
          {t(`folders.state.${state}`, { done, total })}
        </p>
        {isRunning && (
          <MakingProgress
            done={done}
            total={total}
            words={{ bar: t('folders.progress'), leave: t('folders.leave'), refresh: t('folders.refresh') }}
          />
        )}
        {state === 'done' && (
          <>
            <p className="mt-4">
              <LinkButton href={`/street/folders/${id}/zip`} weight="primary" className="w-full sm:w-auto">
                {t('folders.fetch', { megabytes })}
              </LinkButton>
            </p>
            <p className="mt-4 text-ink2">{t('folders.kept')}</p>
          </>
        )}
        {state === 'failed' && <p className="mt-2 text-ink2">{t('folders.failedText')}</p>}
        {left.length > 0 && (
          <section aria-labelledby="left" className="mt-8">
            <h2 id="left">{t('folders.left', { count: left.length })}</h2>
            <ul className="mt-2 border-t border-line">
              {left.map(({ name, reason }) => (
                <li key={`${name} ${reason}`} className="border-b border-line py-2">
                  <p>{name}</p>
                  <p className="text-14 text-ink2">{t(`folders.reason.${reason}`)}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}
