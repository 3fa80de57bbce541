import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { CodeReader } from '~/ui/kit/code-reader'
import { type BoardFacts, boardArea } from './board'

const input = 'block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink'

/** Who is not accounted for, on top; then groups that are counted, guests, what waits for the commander, and who is there. */
export function BoardRoll({ facts }: { facts: BoardFacts }) {
  const { t } = useTranslation(boardArea(facts.of))
  const people = facts.expected.filter(({ kind }) => kind === 'person')
  const groups = facts.expected.filter(({ kind }) => kind !== 'person')
  return (
    <>
      <section className="mt-8" aria-labelledby="roll">
        <h2 id="roll">{t('board.roll')}</h2>
        <div className="mt-2 flex flex-wrap gap-3" data-filter hidden>
          <select
            aria-label={t('board.filterZone')}
            className={`${input} sm:w-56`}
            defaultValue={facts.of === 'class' && !facts.isCommander ? facts.myZones[0] : ''}
            data-zone-filter
          >
            <option value="">{t('board.allZones')}</option>
            {facts.zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </select>
          <input type="search" placeholder={t('board.search')} aria-label={t('board.search')} className={`${input} sm:w-56`} data-search />
        </div>
        <ul className="mt-3 border-t border-line" data-missing>
          {people.map(({ id, name, department, zone }) => (
            <li key={id} className="flex items-center justify-between gap-3 border-b border-line py-2">
              <span>
                <span className="font-semibold">{name}</span>{' '}
                <span className="text-14 text-ink2">{[department, zone].filter(Boolean).join(' · ')}</span>
              </span>
              <form method="post">
                <Button name="seen" value={id} disabled={!facts.isOpen}>
                  {t('board.tick')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
        <p className="mt-2" hidden data-more-missing>
          <Button type="button" data-show-all>
            {t('board.showAll')}
          </Button>
        </p>
      </section>
      {groups.length > 0 && (
        <section className="mt-8" aria-labelledby="groups">
          <h2 id="groups">{t('board.groups')}</h2>
          <p className="text-14 text-ink2">{t('board.groupsHint')}</p>
          <ul className="mt-2 border-t border-line" data-groups />
        </section>
      )}
      <section className="mt-8" hidden data-doubts-box aria-labelledby="doubts">
        <h2 id="doubts">{t('board.doubts')}</h2>
        <p className="text-14 text-ink2">{t(facts.isCommander ? 'board.doubtsHint' : 'board.doubtsWait')}</p>
        <ul className="mt-2 border-t border-line" data-doubts />
      </section>
      <details className="mt-6" data-camera-box>
        <summary className="opens inline-flex min-h-touch items-center">{t('board.scan')}</summary>
        <p className="text-ink2">{t('board.scanHint')}</p>
        <CodeReader
          words={{
            camera: t('board.camera.start'),
            cameraHint: t('board.camera.hint'),
            cameraStop: t('board.camera.stop'),
            cameraDenied: t('board.camera.denied'),
            picture: t('board.camera.picture'),
            pictureReading: t('board.camera.reading'),
            pictureNone: t('board.camera.none'),
            pictureBad: t('board.camera.bad'),
          }}
        />
      </details>
      <details className="mt-2" data-code-box>
        <summary className="opens inline-flex min-h-touch items-center">{t('board.showCode')}</summary>
        <p className="text-ink2">{t('board.codeHint')}</p>
        <div className="mt-3 flex flex-col items-center gap-2">
          <div
            data-code-picture
            className={`w-full rounded bg-white p-4 ${facts.of === 'class' ? 'max-w-[min(80vh,40rem)]' : 'max-w-[320px]'}`}
          />
          <p
            data-code-text
            className={`font-semibold tracking-widest tabular-nums ${facts.of === 'class' ? 'text-36 sm:text-[64px]' : 'text-36'}`}
          />
          <p data-code-said className="text-14 text-ink2" role="status" />
        </div>
        <p className="mt-2 text-14 text-ink2">{t('board.codeLimits')}</p>
      </details>
      <form className="mt-4" data-walk-in hidden>
        <label htmlFor="walk-in" className="font-semibold">
          {t('board.walkInTitle')}
        </label>
        <p id="walk-in-hint" className="text-14 text-ink2">
          {t('board.walkInHint')}
        </p>
        <div className="mt-1 flex gap-3">
          <input id="walk-in" name="name" maxLength={40} autoComplete="off" aria-describedby="walk-in-hint" className={input} />
          <Button className="shrink-0">{t('board.add')}</Button>
        </div>
      </form>
      {facts.isCommander && (
        <section className="mt-8" data-second-call-box hidden aria-labelledby="second">
          <h2 id="second">{t('board.secondTitle')}</h2>
          <p className="text-14 text-ink2">{t('board.secondCallHint')}</p>
          <Button type="button" className="mt-2" data-second-call>
            {t('board.secondCallDraw')}
          </Button>
        </section>
      )}
      <ul className="mt-3 border-t border-line empty:hidden" data-second />
      <details className="mt-6">
        <summary className="opens inline-flex min-h-touch items-center" data-there-count>
          {t('board.hereTitle')}
        </summary>
        <ul className="border-t border-line" data-there />
      </details>
    </>
  )
}
