import type { FormAnswer } from '~/domain/shared/refusal'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { type OfflineFacts, OfflinePage } from '~/ui/kit/offline-page'
import type { BoardPage } from './board'
import { BoardMore } from './board-more'
import { BoardRoll } from './board-roll'
import { boardWords } from './board-words'

const big =
  'flex min-h-[64px] w-full flex-col items-start justify-center rounded border-2 border-field bg-raised px-3 py-2 text-left text-16 font-semibold text-ink disabled:opacity-60 data-[done]:border-met'

type Props = {
  page: BoardPage
  offline: OfflineFacts
  answer: FormAnswer | undefined
  hereInWeChat: boolean
  photo: 'added' | 'none' | 'tooLarge' | 'refused' | null
}

/**
 * The board of a drill, for one hand: stamps, who is not accounted for, the code to scan, what waits. Its script keeps every entry on the
 * phone first and goes on without network; without script the same buttons are a plain form.
 */
export function BoardView({ page, offline, answer, hereInWeChat, photo }: Props) {
  const { t } = useTranslation('drills')
  const locale = useLocale()
  const { facts } = page
  return (
    <div
      className="max-w-measure"
      data-board={JSON.stringify(facts)}
      data-words={JSON.stringify(boardWords(t, facts.of))}
      data-locale={locale}
    >
      <p>
        <a href={`/drills/${facts.drill}`} className="inline-flex min-h-touch items-center">
          {t('board.back')}
        </a>
      </p>
      <h1>{page.title}</h1>
      <p className="text-ink2">{t('board.where', { place: page.place, target: page.target })}</p>
      {page.isUnannounced && <p className="mt-1 font-semibold">{t('board.unannounced')}</p>}
      {hereInWeChat && <p className="mt-2 rounded border-l-4 border-due bg-raised p-3">{t('wechat.board')}</p>}
      <div className="sticky top-0 z-10 mt-3 border-b border-line bg-paper py-2">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span data-elapsed className="text-28 font-semibold tabular-nums" />
          <span data-missing-count className="text-22 font-semibold" role="status" />
        </p>
        <p className="flex flex-wrap gap-x-4 text-14 text-ink2">
          <span data-pending role="status" />
          <span data-sync />
        </p>
        <p data-clock hidden className="text-14 text-due" />
        <p data-said hidden className="mt-1 font-semibold" role="status" />
        <div data-loose-box hidden className="mt-1 border-l-4 border-vermilion bg-raised p-2" role="alert">
          <p data-loose-title className="font-semibold text-vermilion" />
          <p className="text-14">{t('board.loose.what')}</p>
        </div>
      </div>
      <ul data-loose className="mt-2 list-disc pl-6 font-semibold empty:hidden" />
      <p data-sealed hidden className="mt-2 border-l-4 border-due bg-raised p-3" />
      <FormErrors answer={answer} />
      {photo !== null && (
        <Notice kind={photo === 'added' ? 'done' : 'stop'} live>
          {t(`board.photo.${photo}`)}
        </Notice>
      )}
      {facts.isCommander && <Story page={page} />}
      <Marks page={page} />
      <Plan page={page} />
      <BoardRoll facts={facts} />
      <BoardMore facts={facts} />
      <noscript>
        <p className="mt-6 text-ink2">{t('board.noScript', { when: instantText(new Date(facts.now), locale) })}</p>
      </noscript>
      <OfflinePage kind="drill" offline={offline} also={[facts.station]} />
      {page.script !== '' && <script type="module" src={page.script} />}
    </div>
  )
}

function Story({ page: { story, injects } }: { page: BoardPage }) {
  const { t } = useTranslation('drills')
  if (story === '' && injects.length === 0) return null
  return (
    <details className="mt-4">
      <summary className="opens inline-flex min-h-touch items-center">{t('board.story')}</summary>
      <p className="whitespace-pre-line">{story}</p>
      {injects.length > 0 && <p className="mt-2 font-semibold">{t('board.injects')}</p>}
      <ul className="list-disc pl-6">
        {injects.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  )
}

/** Who is where and who does what, also without network. */
function Plan({ page: { plan } }: { page: BoardPage }) {
  const { t } = useTranslation('drills')
  return (
    <details className="mt-4">
      <summary className="opens inline-flex min-h-touch items-center">{t('page.plan')}</summary>
      <dl className="grid grid-cols-[7rem_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink2">
        {plan.map(({ term, people }) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd>{people}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** The commander stamps everything; a marshal the floors and zones he calls. */
function Marks({ page: { marks, facts, minutes } }: { page: BoardPage }) {
  const { t } = useTranslation('drills')
  const zones = facts.isCommander || facts.myZones.length === 0 ? facts.zones : facts.myZones
  const plain = facts.isCommander ? marks.filter((mark) => mark !== 'cleared') : []
  return (
    <section className="mt-4" aria-labelledby="stamp">
      <h2 id="stamp" className={facts.isCommander ? '' : 'sr-only'}>
        {t('board.stamp')}
      </h2>
      <form method="post" className="mt-2 grid grid-cols-2 gap-2 sm:grid-cols-3">
        {plain.map((mark) => (
          <button type="submit" key={mark} name="mark" value={mark} className={big} data-mark={mark} disabled={!facts.isOpen}>
            <span>{t(`marks.${mark}`)}</span>
            <span data-mark-time className="text-14 font-normal tabular-nums text-ink2" />
          </button>
        ))}
        {marks.includes('cleared') &&
          zones.map((zone) => (
            <button
              type="submit"
              key={zone}
              name="cleared"
              value={zone}
              className={big}
              data-mark="cleared"
              data-zone={zone}
              disabled={!facts.isOpen}
            >
              <span>{t('board.cleared', { zone })}</span>
              <span data-mark-time className="text-14 font-normal tabular-nums text-ink2" />
            </button>
          ))}
      </form>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button type="button" hidden data-undo />
      </div>
      {facts.isCommander && (
        <ul className="mt-3 text-14 text-ink2">
          {minutes.map(({ minute, says }) => (
            <li key={minute}>{says}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
