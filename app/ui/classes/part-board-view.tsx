import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import type { BoardFacts } from '~/ui/drills/board'
import { BoardMore } from '~/ui/drills/board-more'
import { BoardRoll } from '~/ui/drills/board-roll'
import { boardWords } from '~/ui/drills/board-words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Empty, Notice } from '~/ui/kit/notice'
import { type OfflineFacts, OfflinePage } from '~/ui/kit/offline-page'
import type { PartDone, PartPage } from './part-board'

type Props = { page: PartPage; offline: OfflineFacts; answer: FormAnswer | undefined; done: PartDone | null }

/** The roll call of a part: the code on the screen, who has not come, who left. Kept on the phone first, and goes on without network. */
export function PartBoardView({ page, offline, answer, done }: Props) {
  const { t } = useTranslation('classcall')
  const locale = useLocale()
  const { classId, title, part, rooms, facts, isOpen } = page
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/classes/${classId}`} className="inline-flex min-h-touch items-center">
          {t('page.back')}
        </a>
      </p>
      <h1>{t('page.title', { part: part.name })}</h1>
      <p className="text-ink2">
        {title} · {t('page.when', { day: dayText(part.on, locale), from: part.from, to: part.to })}
      </p>
      {rooms.length > 0 && <p className="text-ink2">{t('page.mine', { rooms: rooms.join('、') })}</p>}
      {done !== null && (
        <Notice kind="done" live>
          {t(`page.${done}`)}
        </Notice>
      )}
      {!isOpen && <Notice>{t('page.closed')}</Notice>}
      <FormErrors answer={answer} />
      {facts === null ? <NotOpened isOpen={isOpen} /> : <Board page={page} facts={facts} offline={offline} />}
      <Elsewhere page={page} />
    </div>
  )
}

function NotOpened({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation('classcall')
  return (
    <>
      <Empty title={t('page.noCall')}>{t('page.noCallText')}</Empty>
      {isOpen && (
        <form method="post">
          <Button weight="primary" name="intent" value="open">
            {t('page.open')}
          </Button>
        </form>
      )}
    </>
  )
}

function Board({ page, facts, offline }: { page: PartPage; facts: BoardFacts; offline: OfflineFacts }) {
  const { t } = useTranslation('classcall')
  const locale = useLocale()
  return (
    <div data-board={JSON.stringify(facts)} data-words={JSON.stringify(boardWords(t, facts.of))} data-locale={locale}>
      <div className="sticky top-0 z-10 mt-3 border-b border-line bg-paper py-2">
        <p data-missing-count className="text-22 font-semibold" role="status" />
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
      {facts.isOpen && (
        <div className="mt-4 flex flex-wrap gap-3">
          <a href={`/classes/${page.classId}/parts/${page.key}/door`} className="inline-flex min-h-touch items-center">
            {t('page.door')}
          </a>
          <form method="post">
            <Button name="intent" value="open">
              {t('page.redraw')}
            </Button>
          </form>
        </div>
      )}
      <BoardRoll facts={facts} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button type="button" hidden data-undo />
      </div>
      <BoardMore facts={facts} />
      <noscript>
        <p className="mt-6 text-ink2">{t('board.noScript', { when: instantText(new Date(facts.now), locale) })}</p>
      </noscript>
      <OfflinePage kind="drill" offline={offline} also={[facts.station]} />
      {page.script !== '' && <script type="module" src={page.script} />}
    </div>
  )
}

/** The other parts, and the sheet for whoever was not at a phone. */
function Elsewhere({ page: { classId, key, parts } }: { page: PartPage }) {
  const { t } = useTranslation('classcall')
  return (
    <nav aria-label={t('page.next')} className="mt-8 flex flex-wrap gap-x-6">
      {parts.map((one) => (
        <a key={one.key} href={`/classes/${classId}/parts/${one.key}`} className="inline-flex min-h-touch items-center">
          {t('page.title', { part: one.name })}
        </a>
      ))}
      <a href={`/classes/${classId}/paper?part=${key}`} className="inline-flex min-h-touch items-center">
        {t('page.paper')}
      </a>
    </nav>
  )
}
