import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { Phrases } from '~/ui/kit/phrases'
import { Ask } from './class-ask'
import { Invited } from './class-invited'
import type { ClassPage, PartShown } from './class-page'

type Done = 'planned' | 'changed' | 'calledOff' | 'invited' | null

/** A class for whoever leads it or organises a classroom: when and where, how full, and how everybody answered. */
export function ClassView({ page, done, answer }: { page: ClassPage; done: Done; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classroom')
  const { programme, leads } = page
  return (
    <>
      <div className="max-w-measure">
        {leads && (
          <p className="no-print">
            <a href={`/street/classes/${programme.id}`} className="inline-flex min-h-touch items-center">
              {t('form.backProgramme')}
            </a>
          </p>
        )}
        {done !== null && (
          <Notice kind="done" live>
            {t(`page.done.${done}`)}
          </Notice>
        )}
        <p className="text-ink2">
          {programme.place} · {programme.title}
        </p>
        <h1 className="mt-1">
          <Phrases text={page.title} />
        </h1>
        <p className="mt-2 text-18 font-semibold">{t(`state.${page.state}`)}</p>
        {page.calledOff !== null && <p>{t('page.calledOff', { reason: page.calledOff })}</p>}
        {page.makesUp !== null && (
          <p>
            <a href={`/classes/${page.makesUp.id}`} className="inline-flex min-h-touch items-center">
              {t('page.makesUp', { title: page.makesUp.title })}
            </a>
          </p>
        )}
        <FormErrors answer={answer} />
        <Parts page={page} />
        <Rooms page={page} />
        {page.notice !== '' && <p className="mt-4 whitespace-pre-line">{page.notice}</p>}
        <Next page={page} />
        <Ask page={page} />
      </div>
      <Invited page={page} />
    </>
  )
}

/** Day and times of a part in one line. */
export function PartTime({ part: { on, from, to } }: { part: Pick<PartShown, 'on' | 'from' | 'to'> }) {
  const locale = useLocale()
  return (
    <span className="whitespace-nowrap tabular-nums">
      {dayText(on, locale)} {from}–{to}
    </span>
  )
}

function Parts({ page: { id, parts, state, late } }: { page: ClassPage }) {
  const { t } = useTranslation('classroom')
  const { t: testWord } = useTranslation('classtest')
  const takesRoll = state === 'ahead' || state === 'running' || state === 'held' || state === 'open-again'
  return (
    <section className="mt-6" aria-labelledby="parts">
      <h2 id="parts">{t('page.parts')}</h2>
      <ul className="mt-2 border-t border-line">
        {parts.map((part) => (
          <li key={part.key} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2">
            <span>
              <span className="font-semibold">{part.name}</span>
              {part.kind === 'test' && <span className="ml-2 text-14 text-ink2">{t('form.isTest')}</span>}
              <span className="block text-ink2">
                <PartTime part={part} />
              </span>
            </span>
            <span className="no-print flex gap-x-5">
              {part.test !== null && (
                <a href={`/classes/${id}/tests/${part.key}`} className="inline-flex min-h-touch items-center">
                  {testWord(`way.${part.test}`)}
                </a>
              )}
              {takesRoll && (
                <a href={`/classes/${id}/parts/${part.key}`} className="inline-flex min-h-touch items-center">
                  {t('page.toRoll')}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-14 text-ink2">{t('page.late', { count: late })}</p>
    </section>
  )
}

function Rooms({ page: { rooms } }: { page: ClassPage }) {
  const { t } = useTranslation('classroom')
  return (
    <section className="mt-6" aria-labelledby="rooms">
      <h2 id="rooms">{t('page.rooms')}</h2>
      <ul className="mt-2 border-t border-line">
        {rooms.map(({ id, name, place, organiser, stream, seats, seated, waiting }, nth) => (
          <li key={id} className="border-b border-line py-2">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-semibold">
                {name} <span className="text-14 font-normal text-ink2">{t(nth === 0 ? 'page.main' : 'page.branch')}</span>
              </span>
              <span className="tabular-nums">
                {t('page.seats', { seated, seats })}
                {waiting > 0 && <span className="ml-2 text-due">{t('page.waitingCount', { count: waiting })}</span>}
              </span>
            </p>
            <p className="text-14 text-ink2">
              {place} · {t('page.organiser', { name: organiser })}
            </p>
            {stream !== '' && (
              <a href={stream} rel="noreferrer" className="inline-flex min-h-touch items-center break-all">
                {t('page.stream')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Next({ page: { id, state, leads, hasFeedback } }: { page: ClassPage }) {
  const { t } = useTranslation('classroom')
  const isOpen = state === 'ahead' || state === 'running' || state === 'held' || state === 'open-again'
  const forLeader: [string, string][] = [
    ['edit', 'edit'],
    ['notice', 'notice'],
  ]
  const forAll: [string, string][] = [
    ['sheets.pdf', 'sheets'],
    ['calendar.ics', 'calendar'],
  ]
  const led = leads ? forLeader.filter(([address]) => address !== 'edit' || isOpen) : []
  const links = state === 'called-off' ? [] : [...led, ...forAll]
  return (
    <div className="no-print mt-5 flex flex-wrap gap-3">
      {leads && (state === 'held' || state === 'open-again') && (
        <LinkButton href={`/classes/${id}/close`} weight="primary" className="w-full sm:w-auto">
          {t('page.to.close')}
        </LinkButton>
      )}
      {(state === 'closed' || state === 'open-again') && (
        <LinkButton href={`/classes/${id}/record`} className="grow sm:grow-0">
          {t('page.to.record')}
        </LinkButton>
      )}
      {isOpen && state !== 'ahead' && (
        <LinkButton href={`/classes/${id}/paper`} className="grow sm:grow-0">
          {t('page.to.paper')}
        </LinkButton>
      )}
      {hasFeedback && (
        <LinkButton href={`/classes/${id}/feedback/summary`} className="grow sm:grow-0">
          {t('page.to.feedback')}
        </LinkButton>
      )}
      {links.map(([address, key]) => (
        <LinkButton key={key} href={`/classes/${id}/${address}`} className="grow sm:grow-0">
          {t(`page.to.${key}`)}
        </LinkButton>
      ))}
    </div>
  )
}
