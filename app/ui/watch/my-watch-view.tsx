import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { FormErrors, type Option } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { Part } from '~/ui/org/facts'
import { ShiftState, type ShiftStateShown } from './shift-line'
import type { SpanShown } from './shown'
import { useSpan } from './spans'
import type { SwapShown } from './week'

export type MyShift = SpanShown & {
  id: string
  seatId: string
  counts: boolean
  href: string
  place: string
  state: ShiftStateShown
  mayTakeOver: boolean
  isRunning: boolean
  isOpen: boolean
  isAsking: boolean
  colleagues: string[]
  /** Why I do not count there. */
  word: string | null
  takers: Option[]
  exchanges: { value: string; name: string; span: SpanShown }[]
}
type MySwap = SwapShown & { roomName: string }
export type MyWatch = { shifts: MyShift[]; forMe: MySwap[]; byMe: MySwap[]; past: MySwap[] }

const control = 'mt-1 mb-3 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16'

/** When am I on watch next, and who asks me to take his place. */
export function MyWatchView({ mine, answer }: { mine: MyWatch; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  const next = mine.shifts.find(({ mayTakeOver, isRunning, isOpen }) => mayTakeOver || isRunning || isOpen)
  const isNow = next?.isRunning === true || next?.mayTakeOver === true
  return (
    <>
      <h1>{next === undefined ? t('me.nothing') : t(isNow ? 'me.now' : 'me.next', { span: span(next) })}</h1>
      <FormErrors answer={answer} />
      {next !== undefined && isNow && (
        <p className="mt-4">
          <LinkButton href={next.href} weight="primary" className="w-full sm:w-auto">
            {t(next.mayTakeOver ? 'me.takeOver' : 'me.log')}
          </LinkButton>
        </p>
      )}
      {mine.forMe.length > 0 && (
        <Part title={t('me.forMe')}>
          <Swaps swaps={mine.forMe} answers={['accepted', 'declined']} />
        </Part>
      )}
      {mine.byMe.length > 0 && (
        <Part title={t('me.byMe')}>
          <Swaps swaps={mine.byMe} answers={['withdrawn']} />
        </Part>
      )}
      <Part title={t('me.shifts')}>
        {mine.shifts.length === 0 && <Empty title={t('me.none')}>{t('me.noneText')}</Empty>}
        <ul>
          {mine.shifts.map((shift) => (
            <Shift key={shift.id} shift={shift} />
          ))}
        </ul>
      </Part>
      {mine.past.length > 0 && (
        <Part title={t('swap.history')}>
          <Swaps swaps={mine.past} answers={[]} />
        </Part>
      )}
    </>
  )
}

function Shift({ shift }: { shift: MyShift }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  return (
    <li id={shift.id} className="border-b border-line py-3">
      <a href={shift.href} className="inline-flex min-h-touch items-center text-18 font-semibold">
        {span(shift)}
      </a>
      <p className="text-ink2">{shift.place}</p>
      <p>{shift.colleagues.length === 0 ? t('me.alone') : t('me.with', { names: shift.colleagues.join(t('join')) })}</p>
      {!shift.counts && <p className="text-ink2">{t('week.trainee')}</p>}
      {shift.word !== null && <p className="text-vermilion">{t('me.doesNotCount', { why: t(`why.${shift.word}`) })}</p>}
      {shift.state !== 'ahead' && <ShiftState state={shift.state} />}
      {shift.isAsking && <Ask shift={shift} />}
      {shift.isOpen && !shift.isAsking && (
        <a href={`/me/watch?swap=${shift.id}#${shift.id}`} className="inline-flex min-h-touch items-center">
          {t('me.ask')}
        </a>
      )}
    </li>
  )
}

function Ask({ shift }: { shift: MyShift }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  return (
    <form method="post" className="mt-2 border-l-2 border-line py-2 pl-4">
      <input type="hidden" name="seatId" value={shift.seatId} />
      <label>
        {t('me.askWho')}
        <select name="to" className={control} defaultValue="" required>
          <option value="">{t('choose')}</option>
          <optgroup label={t('change.takes')}>
            {shift.takers.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('change.exchanges')}>
            {shift.exchanges.map((one) => (
              <option key={one.value} value={one.value}>
                {t('change.for', { name: one.name, span: span(one.span) })}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label>
        {t('me.note')}
        <input name="note" maxLength={200} className={control} />
      </label>
      <Button name="intent" value="ask">
        {t('me.askDo')}
      </Button>
    </form>
  )
}

function Swaps({ swaps, answers }: { swaps: MySwap[]; answers: readonly ('accepted' | 'declined' | 'withdrawn')[] }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  return (
    <ul>
      {swaps.map((swap) => (
        <li key={swap.id} className="border-b border-line py-3">
          <p>
            {swap.other === null
              ? t('swap.asksTake', { from: swap.from, to: swap.to, span: span(swap.seat) })
              : t('swap.asksExchange', { from: swap.from, to: swap.to, span: span(swap.seat), other: span(swap.other) })}
          </p>
          <p className="text-ink2">
            {swap.roomName} · {t(`swap.state.${swap.state}`)}
          </p>
          {swap.note !== null && <p>{swap.note}</p>}
          {answers.length > 0 && (
            <form method="post" className="mt-2 flex flex-wrap gap-3">
              <input type="hidden" name="intent" value="answer" />
              <input type="hidden" name="swapId" value={swap.id} />
              {answers.map((answer) => (
                <Button key={answer} name="answer" value={answer} weight={answer === 'accepted' ? 'primary' : 'plain'}>
                  {t(`swap.do.${answer}`)}
                </Button>
              ))}
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
