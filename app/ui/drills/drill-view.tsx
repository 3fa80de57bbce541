import { clockText } from '~/i18n/clock-text'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { Notice } from '~/ui/kit/notice'
import type { DrillPage } from './drill'
import { FloorTimesPicture } from './floor-times'
import { PaperLinks } from './paper-links'
import { RedrillPart } from './redrill-view'

/** A drill: where it stands and what comes next, then the plan, then what happened. */
export function DrillView({ page, done }: { page: DrillPage; done: 'planned' | 'changed' | 'listed' | null }) {
  const { t } = useTranslation('drills')
  const locale = useLocale()
  const { line, unit, may } = page
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/units/${unit.id}/drills`} className="inline-flex min-h-touch items-center">
          {t('page.back')}
        </a>
      </p>
      {done !== null && (
        <Notice kind="done" live>
          {t(`page.done.${done}`)}
        </Notice>
      )}
      <p className="text-ink2">{unit.name}</p>
      <h1 className="mt-1">{line.title}</h1>
      <p className="mt-2 text-18">
        <span className="font-semibold">{t(`state.${line.state}`)}</span>
        <span className="ml-3 tabular-nums">
          {dayText(line.on, locale)} {line.startsAt}
        </span>
      </p>
      <p className="text-ink2">
        {[line.kind, page.place, line.target, line.way === 'paper' ? t('list.paper') : ''].filter(Boolean).join(' · ')}
      </p>
      {line.unannounced && <p className="mt-1 font-semibold">{t('page.unannounced')}</p>}
      <Next page={page} />
      <RedrillPart shown={page.redrill} drillId={line.id} unitId={unit.id} isManaged={may.manage} />
      <Figures page={page} />
      {may.board && line.way === 'planned' && line.state === 'planned' && <BeforeSignalGoes address={page.board} />}
      {['planned', 'running'].includes(line.state) && (may.board || !line.unannounced) && <PaperLinks drillId={line.id} />}
      <Plan page={page} />
      {page.timeline.length > 0 && (
        <section className="mt-8" aria-labelledby="timeline">
          <h2 id="timeline">{t('page.timeline')}</h2>
          <ol className="mt-2 border-t border-line">
            {page.timeline.map(({ mark, zone, at, seconds }) => (
              <li key={`${mark}${zone}`} className="flex justify-between gap-4 border-b border-line py-2">
                <span>{[t(`marks.${mark}`), zone].filter(Boolean).join(' · ')}</span>
                <span className="tabular-nums text-ink2">
                  {clockText(new Date(at))}
                  {seconds !== null && ` · +${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {page.floors !== null && <FloorTimesPicture times={page.floors} />}
    </div>
  )
}

function Next({ page: { line, may, unit } }: { page: DrillPage }) {
  const { t } = useTranslation('drills')
  const isOver = ['held', 'signed', 'open-again'].includes(line.state)
  const links: { href: string; key: string }[] = [
    ...(may.change ? [{ href: `/drills/${line.id}/edit`, key: 'edit' }] : []),
    ...(may.change ? [{ href: `/drills/${line.id}/expected`, key: 'expected' }] : []),
    ...(may.manage && isOver
      ? [
          { href: `/drills/${line.id}/evaluation`, key: 'evaluation' },
          { href: `/drills/${line.id}/findings`, key: 'findings' },
        ]
      : []),
    ...(isOver ? [{ href: `/drills/${line.id}/record`, key: 'record' }] : []),
    ...(may.manage && line.state === 'signed' ? [{ href: `/units/${unit.id}/drills/new`, key: 'again' }] : []),
  ]
  return (
    <div className="mt-5 flex flex-wrap gap-3">
      {may.board && (line.state === 'planned' || line.state === 'running') && (
        <LinkButton href={`/drills/${line.id}/board`} weight="primary" className="w-full sm:w-auto">
          {t(line.state === 'planned' ? 'page.toBoard' : 'page.toRunning')}
        </LinkButton>
      )}
      {may.manage && (line.state === 'held' || line.state === 'open-again') && (
        <LinkButton href={`/drills/${line.id}/sign`} weight="primary" className="w-full sm:w-auto">
          {t('page.toSign')}
        </LinkButton>
      )}
      {links.map(({ href, key }) => (
        <LinkButton key={key} href={href} className="grow sm:grow-0">
          {t(`page.to.${key}`)}
        </LinkButton>
      ))}
    </div>
  )
}

function Figures({ page: { totals, line, may } }: { page: DrillPage }) {
  const { t } = useTranslation('drills')
  const hasBegun = line.state !== 'planned' && line.state !== 'called-off'
  return (
    <section className="mt-8" aria-labelledby="figures">
      <h2 id="figures">{t('page.people')}</h2>
      <p className="mt-2">{hasBegun ? t('page.counted', totals) : t('page.expected', { n: totals.expected })}</p>
      {hasBegun && totals.walkIns + totals.guests > 0 && <p>{t('page.guests', totals)}</p>}
      {totals.waiting > 0 && (
        <p className="mt-1 font-semibold text-due">
          {t('page.waiting', { n: totals.waiting })} {may.board && <a href={`/drills/${line.id}/board`}>{t('page.decide')}</a>}
        </p>
      )}
    </section>
  )
}

/** Said while there is still time: who opens the board now, can open it without signal; WeChat on an iPhone cannot. */
function BeforeSignalGoes({ address }: { address: string }) {
  const { t } = useTranslation('drills')
  return (
    <section className="mt-8 rounded border border-line bg-raised p-4" aria-labelledby="signal">
      <h2 id="signal" className="text-18">
        {t('wechat.title')}
      </h2>
      <p className="mt-1">{t('wechat.open')}</p>
      <p className="mt-1">{t('wechat.ios')}</p>
      <p className="mt-2 select-all break-all rounded bg-paper p-2 text-14">{address}</p>
    </section>
  )
}

function Plan({ page }: { page: DrillPage }) {
  const { t } = useTranslation('drills')
  const listed = (people: string[]): string => (people.length === 0 ? t('page.nobody') : people.join('、'))
  return (
    <section className="mt-8" aria-labelledby="plan">
      <h2 id="plan">{t('page.plan')}</h2>
      {page.story !== '' && <p className="mt-2 whitespace-pre-line">{page.story}</p>}
      <dl className="mt-3 grid grid-cols-[7rem_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink2">
        <dt>{t('page.commander')}</dt>
        <dd>{page.commander}</dd>
        {page.zones.map(({ name, marshals }) => (
          <Pair key={name} term={name} text={listed(marshals)} />
        ))}
        {page.groups.map(({ id, members }) => (
          <Pair key={id} term={t(`group.${id}`)} text={listed(members)} />
        ))}
        <Pair term={t('page.assembly')} text={page.assembly.join('、')} />
        {page.partners !== '' && <Pair term={t('page.partners')} text={page.partners} />}
        {page.volunteers !== '' && <Pair term={t('page.volunteers')} text={page.volunteers} />}
        {page.helped.map(({ name, help }) => (
          <Pair key={name} term={name} text={help} />
        ))}
      </dl>
      {page.notice !== '' && page.line.way === 'planned' && (
        <details className="mt-4">
          <summary className="opens inline-flex min-h-touch items-center">{t('page.notice')}</summary>
          <p className="whitespace-pre-line">{page.notice}</p>
          <p className="mt-2 text-ink2">{t('page.sign', { sign: page.sign })}</p>
        </details>
      )}
    </section>
  )
}

function Pair({ term, text }: { term: string; text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  )
}
