import { useTranslation } from '~/i18n/words'
import { LinkButton } from '../kit/button'
import { MakingProgress } from '../kit/making-progress'

type Left = { number: string; reason: 'revoked' | 'corrected' | 'gone' | 'unprintable' }
export type BatchFacts = {
  id: string
  state: 'waiting' | 'making' | 'done' | 'failed'
  done: number
  total: number
  left: Left[]
  megabytes: number | null
}

/** How far a print is; finished, where it is fetched and what it does not hold. The page's script asks again while it is being made. */
export function BatchProgress({ batch }: { batch: BatchFacts }) {
  const { t } = useTranslation('credentials')
  const { id, state, done, total, left, megabytes } = batch
  const isRunning = state === 'waiting' || state === 'making'
  return (
    <div className="max-w-measure">
      <h1>{t('register.batch.title')}</h1>
      <p className="mt-2 text-ink2">{t('register.batch.what', { count: total })}</p>
      <div data-progress={isRunning ? 'running' : 'ended'} className="mt-6">
        <p role="status" className="text-18 font-semibold">
          {t(`register.batch.state.${state}`, { done, total })}
        </p>
        {isRunning && (
          <MakingProgress
            done={done}
            total={total}
            words={{ bar: t('register.batch.progress'), leave: t('register.batch.leave'), refresh: t('register.batch.refresh') }}
          />
        )}
        {state === 'done' && (
          <p className="mt-4">
            <LinkButton href={`/certificates/batches/${id}/pdf`} weight="primary" className="w-full sm:w-auto">
              {t('register.batch.fetch', { megabytes })}
            </LinkButton>
          </p>
        )}
        {state === 'done' && <p className="mt-4 text-ink2">{t('register.batch.kept')}</p>}
        {state === 'failed' && <p className="mt-2 text-ink2">{t('register.batch.failedText')}</p>}
        {left.length > 0 && (
          <section aria-labelledby="left" className="mt-8">
            <h2 id="left">{t('register.batch.left', { count: left.length })}</h2>
            <ul className="mt-2 border-t border-line">
              {left.map(({ number, reason }) => (
                <li key={number} className="flex flex-wrap gap-x-6 border-b border-line py-2">
                  <span className="tabular-nums">{number}</span>
                  <span className="text-ink2">{t(`register.batch.reason.${reason}`)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}
