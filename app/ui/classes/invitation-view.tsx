import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Notice } from '~/ui/kit/notice'
import { AnswerForm } from './answer-form'
import { PartTime } from './class-view'
import type { InvitationPage } from './invitation'
import { Stands } from './my-classes-view'
import { OpenNow } from './open-now'

type Props = { page: InvitationPage; isDone: boolean; answer: FormAnswer | undefined }

/** An invitation: when and where, how it stands, and the answer to it. */
export function InvitationView({ page, isDone, answer }: Props) {
  const { t } = useTranslation('classroom')
  return (
    <div className="max-w-measure">
      <p className="no-print">
        <a href="/me/classes" className="inline-flex min-h-touch items-center">
          {t('invitation.back')}
        </a>
      </p>
      <p className="text-ink2">
        {page.place} · {page.programme}
      </p>
      <h1 className="mt-1">{page.title}</h1>
      <p className="mt-2 text-18">{t(page.isPerson ? 'invitation.forPerson' : 'invitation.forUnit', { name: page.name })}</p>
      <OpenNow lines={page.now} />
      <Standing page={page} isDone={isDone} />
      <section className="mt-4" aria-labelledby="when">
        <h2 id="when">{t('page.parts')}</h2>
        <ul className="mt-2">
          {page.parts.map((part) => (
            <li key={part.key} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2 first:border-t">
              <span>
                {part.name}
                {part.kind === 'test' && <span className="ml-2 text-14 text-ink2">{t('form.isTest')}</span>}
              </span>
              <PartTime part={part} />
            </li>
          ))}
        </ul>
      </section>
      {page.letter.length > 0 && (
        <ul className="mt-4 list-disc pl-6">
          {page.letter.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {page.notice !== '' && <p className="mt-4 whitespace-pre-line">{page.notice}</p>}
      {page.state !== 'called-off' && (
        <p className="no-print mt-4">
          <LinkButton href={`/invitations/${page.id}/calendar.ics`} className="w-full sm:w-auto">
            {t('page.to.calendar')}
          </LinkButton>
        </p>
      )}
      {page.mayAnswer ? <AnswerForm page={page} answer={answer} /> : <Closed page={page} answer={answer} />}
    </div>
  )
}

function Standing({ page, isDone }: Pick<Props, 'page' | 'isDone'>) {
  const { t } = useTranslation('classroom')
  const { reply, state, nth, room, why } = page
  if (state === 'called-off')
    return (
      <div className="mt-4">
        <Notice kind="stop" title={t('state.called-off')}>
          {page.calledOff !== '' && <p>{page.calledOff}</p>}
        </Notice>
      </div>
    )
  if (reply === 'none') return null
  const isWaiting = reply === 'waiting'
  return (
    <div className="mt-4">
      <Notice kind={isWaiting ? 'warn' : 'done'} live={isDone} title={t(isDone ? 'invitation.noted' : 'invitation.stands')}>
        <p>
          <Stands line={page} />
        </p>
        {reply === 'declined' ? (
          <p>{why}</p>
        ) : (
          <p>{isWaiting ? t('invitation.waits', { n: nth ?? 0 }) : t('invitation.seated', { room })}</p>
        )}
      </Notice>
    </div>
  )
}

/** Why nothing can be answered any more. */
function Closed({ page: { hasLeft, state }, answer }: Pick<Props, 'page' | 'answer'>) {
  const { t } = useTranslation('classroom')
  const refused = answer?.errors[''] ?? []
  if (state === 'called-off') return null
  return (
    <div className="mt-6">
      <Notice kind="warn">
        {refused.length > 0 ? (
          refused.map((key) => <p key={key}>{t(key, answer?.reasonValues ?? {})}</p>)
        ) : (
          <p>{t(hasLeft ? 'refusal.hasLeft' : 'refusal.begun')}</p>
        )}
      </Notice>
    </div>
  )
}
