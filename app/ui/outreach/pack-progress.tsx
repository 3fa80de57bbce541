import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { MakingProgress } from '~/ui/kit/making-progress'

export type PackFacts = {
  state: 'waiting' | 'making' | 'done' | 'failed'
  done: number
  total: number
  refused: readonly { name: string; reason: string }[]
  megabytes: number | null
  /** Where the finished zip is fetched. */
  file: string
}

/** How far a pack is; finished, what is in it and what could not be made. The page's script asks again while it is being made. */
export function PackProgress({ pack }: { pack: PackFacts }) {
  const { t } = useTranslation('outreach')
  const { state, done, total, refused, megabytes, file } = pack
  const isRunning = state === 'waiting' || state === 'making'
  return (
    <div data-progress={isRunning ? 'running' : 'ended'} className="mt-6 max-w-measure">
      <p role="status" className="text-18 font-semibold">
        {t(`pack.state.${state}`, { done, total })}
      </p>
      {isRunning && (
        <MakingProgress done={done} total={total} words={{ bar: t('pack.progress'), leave: t('pack.leave'), refresh: t('pack.refresh') }} />
      )}
      {state === 'done' && (
        <p className="mt-4">
          <LinkButton href={file} weight="primary" className="w-full sm:w-auto">
            {t('pack.fetch', { megabytes })}
          </LinkButton>
        </p>
      )}
      {state === 'failed' && <p className="mt-2 text-ink2">{t('pack.failedText')}</p>}
      {refused.length > 0 && (
        <section aria-labelledby="refused" className="mt-6">
          <h2 id="refused">{t('pack.refused', { count: refused.length })}</h2>
          <ul className="mt-2 list-disc pl-5">
            {refused.map(({ name, reason }) => (
              <li key={name}>
                {name}：{reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
