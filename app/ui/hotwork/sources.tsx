import { useTranslation } from '~/i18n/words'
import type { Source } from './permit-view'

/** What the page rests on: clauses with how far they were checked, and what is only our policy. */
export function Sources({ sources, policies }: { sources: Source[]; policies: string[] }) {
  const { t } = useTranslation('hotwork')
  return (
    <details className="mt-8 max-w-measure">
      <summary className="opens flex min-h-touch cursor-pointer items-center font-semibold">{t('sources.title')}</summary>
      <ul className="border-t border-line">
        {sources.map(({ of, mark, says, quote, page }) => (
          <li key={`${of} ${quote ?? says}`} className="border-b border-line py-3">
            <p className="font-semibold">{of}</p>
            {quote === null ? <p>{says}</p> : <p>{t('sources.quote', { quote })}</p>}
            {mark === 'V2' && <p className="text-14 text-ink2">{t('sources.secondHand', { page: page ?? '' })}</p>}
            {mark === 'V1r' && <p className="text-14 text-ink2">{t('sources.reprint')}</p>}
          </li>
        ))}
      </ul>
      {policies.length > 0 && (
        <>
          <p className="mt-4 font-semibold">{t('sources.ours')}</p>
          <ul className="mt-1 list-disc pl-5">
            {policies.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
