import { useTranslation } from '~/i18n/words'
import { type MySeat, useSeatAnswer } from './my-seat'
import { Verdict } from './verdict'

/** The first thing on my page: am I cleared today, and until when. */
export function MyAnswer({ seats }: { seats: MySeat[] }) {
  const { t } = useTranslation('duties')
  const answer = useSeatAnswer()
  const [only] = seats
  if (only === undefined)
    return (
      <>
        <h1>{t('me.none.title')}</h1>
        <p className="mt-4 max-w-measure text-18">{t('me.none.text')}</p>
      </>
    )
  const missing = seats.filter((seat) => seat.state !== 'cleared').length
  if (seats.length > 1) return <h1>{t(missing === 0 ? 'me.allCleared' : 'me.someMissing', { n: seats.length, missing })}</h1>
  if (only.state === 'cleared' && !only.isAhead)
    return (
      <h1>
        <Verdict kind="cleared" />
      </h1>
    )
  return (
    <>
      <p>
        <Verdict kind={only.state === 'cleared' ? 'ahead' : only.state} size={only.state === 'cleared' ? 'small' : 'large'} />
      </p>
      <h1 className="mt-1">{answer(only)}</h1>
    </>
  )
}
