import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { type BoardFacts, boardArea } from './board'

const input = 'block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink'

/** What was stamped and noted, a note, and what waits on this phone: sent, or carried to another one. */
export function BoardMore({ facts }: { facts: BoardFacts }) {
  const { t } = useTranslation(boardArea(facts.of))
  const isDrill = facts.of === 'drill'
  return (
    <>
      <section className="mt-8" aria-labelledby="line">
        <h2 id="line">{t('board.timeline')}</h2>
        <ol className="mt-2 border-t border-line" data-timeline />
        <form className="mt-3" data-note hidden>
          <label htmlFor="note" className="font-semibold">
            {t('board.note')}
          </label>
          <div className="mt-1 flex gap-3">
            <input id="note" name="text" maxLength={500} autoComplete="off" className={input} disabled={!facts.isOpen} />
            <Button disabled={!facts.isOpen} className="shrink-0">
              {t('board.add')}
            </Button>
          </div>
        </form>
        {facts.isOpen && isDrill && (
          <details className="mt-3">
            <summary className="opens inline-flex min-h-touch items-center">{t('board.photo.title')}</summary>
            <p className="text-14 text-ink2">{t('board.photo.hint')}</p>
            <form
              method="post"
              action={`/drills/${facts.drill}/photos?index`}
              encType="multipart/form-data"
              className="mt-2 flex flex-wrap gap-3"
            >
              <input
                type="file"
                name="photo"
                accept="image/*"
                capture="environment"
                required
                aria-label={t('board.photo.title')}
                className="min-h-touch max-w-full text-16 text-ink2"
              />
              <Button>{t('board.photo.send')}</Button>
            </form>
          </details>
        )}
      </section>
      <details className="mt-8" data-carry hidden>
        <summary className="opens inline-flex min-h-touch items-center">{t('board.carry.title')}</summary>
        <p className="text-ink2">{t('board.carry.what')}</p>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button type="button" data-carry-out>
            {t('board.carry.out')}
          </Button>
          <label className="inline-flex min-h-touch cursor-pointer items-center rounded border border-field bg-raised px-4 font-semibold focus-within:outline focus-within:outline-3 focus-within:outline-indigo">
            {t('board.carry.in')}
            <input type="file" className="sr-only" data-carry-in />
          </label>
        </div>
      </details>
      <section className="mt-4" hidden data-refused-box aria-labelledby="refused">
        <h2 id="refused" className="text-vermilion">
          {t('board.refused.title')}
        </h2>
        <ul data-refused className="list-disc pl-6" />
      </section>
      <template data-person>
        <li className="border-b border-line py-2">
          <div className="flex flex-wrap items-center gap-x-3">
            <div className="min-w-0 flex-1">
              <p className="font-semibold" data-name />
              <p className="text-14 text-ink2" data-facts />
            </div>
            {isDrill && <MoreOfPerson facts={facts} />}
            <Button type="button" className="shrink-0" data-act>
              {t('board.tick')}
            </Button>
          </div>
        </li>
      </template>
      <template data-line>
        <li className="flex items-center justify-between gap-3 border-b border-line py-2">
          <div className="min-w-0">
            <p data-name />
            <p className="text-14 text-ink2" data-facts />
            {isDrill && (
              <a href={`/drills/${facts.drill}/photos`} className="inline-flex min-h-touch items-center" hidden data-photo>
                {t('board.photo.look')}
              </a>
            )}
          </div>
          <div className="flex shrink-0 flex-wrap gap-2" data-acts>
            <Button type="button" hidden data-yes>
              {t('board.counts')}
            </Button>
            <Button type="button" hidden data-no>
              {t('board.countsNot')}
            </Button>
            {!isDrill && <Button type="button" hidden data-left />}
            <Button type="button" hidden data-back>
              {t('board.takeBack')}
            </Button>
          </div>
        </li>
      </template>
      <template data-group>
        <li className="border-b border-line py-2">
          <p className="font-semibold" data-name />
          <p className="text-14 text-ink2" data-facts />
          <form className="mt-1 flex gap-3">
            <input
              name="count"
              inputMode="numeric"
              pattern="[0-9]*"
              maxLength={5}
              aria-label={t('board.count')}
              className={`${input} max-w-[5.5rem]`}
            />
            <select name="zone" aria-label={t('board.countZone')} className={`${input} min-w-0 flex-1`}>
              {facts.assembly.map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))}
            </select>
            <Button className="shrink-0">{t('board.save')}</Button>
          </form>
        </li>
      </template>
    </>
  )
}

/** Of somebody who is missing at a drill: why he is away, or where he was seen last. */
function MoreOfPerson({ facts }: { facts: BoardFacts }) {
  const { t } = useTranslation(boardArea(facts.of))
  return (
    <details data-more className="peer open:order-last open:basis-full">
      <summary className="inline-flex min-h-touch items-center text-14 text-indigo underline underline-offset-4">{t('board.more')}</summary>
      <div className="flex flex-wrap gap-2 pb-2">
        {(['leave', 'off-shift', 'elsewhere', 'on-duty'] as const).map((why) => (
          <Button key={why} type="button" data-away={why}>
            {t(`board.away.${why}`)}
          </Button>
        ))}
        <select
          aria-label={t('board.lastSeen')}
          className="min-h-touch rounded border border-field bg-raised px-3 text-16 text-ink"
          data-last
        >
          <option value="">{t('board.lastSeen')}</option>
          {[...facts.zones, ...facts.assembly].map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </select>
      </div>
    </details>
  )
}
