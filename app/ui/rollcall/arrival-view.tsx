import { clockText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Phrases } from '~/ui/kit/phrases'
import { Button, LinkButton } from '../kit/button'
import { Icon } from '../kit/icons'
import type { ArrivalOf, ArrivalPlace, ArrivalShown } from './arrival'

type Of<S extends ArrivalShown['state']> = Extract<ArrivalShown, { state: S }>

/** One question: am I checked in? */
export function ArrivalView({ shown }: { shown: ArrivalShown }) {
  switch (shown.state) {
    case 'sign-in':
      return <SignIn shown={shown} />
    case 'ready':
      return <Ready shown={shown} />
    case 'done':
      return <Done shown={shown} />
    default:
      return <NotTaken state={shown.state} of={'of' in shown ? shown.of : 'drill'} />
  }
}

/** What cannot be used, and what to do. It says nothing of which code it was. */
function NotTaken({ state, of }: { state: Exclude<ArrivalShown['state'], 'sign-in' | 'ready' | 'done'>; of: ArrivalOf }) {
  const { t } = useTranslation('rollcall')
  const { t: said } = useTranslation(of === 'class' ? 'classcall' : 'rollcall')
  const again = state !== 'over' && state !== 'closed'
  return (
    <div className="mx-auto max-w-md border-t-8 border-field pt-6">
      <Headline text={said(`arrival.${state}.title`)} />
      <p className="mt-4 text-18">{said(`arrival.${state}.text`)}</p>
      {again && <p className="mt-4 text-ink2">{t('arrival.orTick')}</p>}
      {again && (
        <p className="mt-8">
          <LinkButton href="/K">{t('arrival.type')}</LinkButton>
        </p>
      )}
    </div>
  )
}

function SignIn({ shown: { until } }: { shown: Of<'sign-in'> }) {
  const { t } = useTranslation('rollcall')
  return (
    <div className="mx-auto max-w-md border-t-8 border-due pt-6">
      <Headline text={t('arrival.signIn.title')} />
      <p className="mt-4 text-18">{t('arrival.signIn.text', { until: clockText(until, true) })}</p>
      <p className="mt-6">
        <LinkButton href={`/sign-in?next=${encodeURIComponent('/K/arrival')}`} weight="primary" className="w-full text-18">
          {t('arrival.signIn.go')}
        </LinkButton>
      </p>
      <p className="mt-6 text-ink2">{t('arrival.signIn.noAccount')}</p>
    </div>
  )
}

function Ready({ shown: { name, at, until, where } }: { shown: Of<'ready'> }) {
  const { t } = useTranslation('rollcall')
  return (
    <div className="mx-auto max-w-md border-t-8 border-due pt-6">
      <Headline text={t('arrival.ready.title', { name })} />
      <Where where={where} />
      <form method="post" action="/K/arrival" className="mt-6">
        <input type="hidden" name="check" value="in" />
        <Button weight="primary" className="w-full text-18">
          {t('arrival.ready.go')}
        </Button>
      </form>
      <p className="mt-4 text-ink2">{t('arrival.ready.times', { at: clockText(at), until: clockText(until, true) })}</p>
      <form method="post" action="/sign-out" className="mt-6 border-t border-line pt-2">
        <input type="hidden" name="next" value="/K/arrival" />
        <button type="submit" className="min-h-touch text-indigo underline underline-offset-4">
          {t('arrival.ready.other', { name })}
        </button>
      </form>
    </div>
  )
}

function Done({ shown: { name, at, told, of, where } }: { shown: Of<'done'> }) {
  const { t } = useTranslation('rollcall')
  const { t: said } = useTranslation(of === 'class' ? 'classcall' : 'rollcall')
  const counts = told === 'counted'
  return (
    <div className={`mx-auto max-w-md border-t-8 pt-6 ${counts ? 'border-met' : 'border-due'}`}>
      <div className={`flex items-center gap-3 ${counts ? 'text-met' : 'text-due'}`}>
        <Icon name={counts ? 'met' : 'due'} size={32} />
        <Headline text={said(counts ? 'arrival.done.counted' : 'arrival.done.waits')} />
      </div>
      <p className="mt-4 text-22 font-semibold">
        {name} · {clockText(at)}
      </p>
      <Where where={where} />
      <p className="mt-4 text-18">{said(`arrival.done.${told}Text`)}</p>
      <p className="mt-4 text-ink2">{said('arrival.done.stay')}</p>
      <p className="mt-6">
        <a href={of === 'class' ? '/me/classes' : '/me/drills'} className="inline-flex min-h-touch items-center">
          {of === 'class' ? said('arrival.done.mine') : t('arrival.done.mine')}
        </a>
      </p>
      {of === 'class' && (
        <p>
          <a href="/classes/test" className="inline-flex min-h-touch items-center">
            {said('arrival.done.test')}
          </a>
        </p>
      )}
    </div>
  )
}

const Headline = ({ text }: { text: string }) => (
  <h1>
    <Phrases text={text} />
  </h1>
)

const Where = ({ where: { unit, title, place } }: { where: ArrivalPlace }) => (
  <div className="mt-2 text-18">
    <p>{title}</p>
    <p className="text-ink2">{[unit, place].filter((word) => word !== '').join(' · ')}</p>
  </div>
)
